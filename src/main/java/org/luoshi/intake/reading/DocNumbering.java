package org.luoshi.intake.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListLevel;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;

/** The automatic numbers of a .doc. */
final class DocNumbering {

    /** The codes of [MS-OSHARED] MSONFC and the names newer files have for them. */
    private static final Map<Integer, String> FORMATS = Map.ofEntries(
            Map.entry(0, "decimal"),
            Map.entry(1, "upperRoman"),
            Map.entry(2, "lowerRoman"),
            Map.entry(3, "upperLetter"),
            Map.entry(4, "lowerLetter"),
            Map.entry(10, "ideographDigital"),
            Map.entry(11, "japaneseCounting"),
            Map.entry(14, "decimalFullWidth"),
            Map.entry(18, "decimalEnclosedCircle"),
            Map.entry(22, "decimalZero"),
            Map.entry(23, "bullet"),
            Map.entry(26, "decimalEnclosedFullstop"),
            Map.entry(27, "decimalEnclosedParen"),
            Map.entry(28, "decimalEnclosedCircleChinese"),
            Map.entry(29, "ideographEnclosedCircle"),
            Map.entry(30, "ideographTraditional"),
            Map.entry(31, "ideographZodiac"),
            Map.entry(33, "taiwaneseCounting"),
            Map.entry(34, "ideographLegalTraditional"),
            Map.entry(35, "taiwaneseCountingThousand"),
            Map.entry(36, "taiwaneseDigital"),
            Map.entry(37, "chineseCounting"),
            Map.entry(38, "chineseLegalSimplified"),
            Map.entry(39, "chineseCountingThousand"),
            Map.entry(255, "none"));

    private final ListCounter counter = new ListCounter();
    private final Map<String, List<ListCounter.Level>> levels = new HashMap<>();

    /** Counts the paragraph and returns its number; empty where it has none or the file does not say which. */
    String next(Paragraph paragraph) {
        if (!paragraph.isInList()) {
            return "";
        }
        try {
            HWPFList list = paragraph.getList();
            String id = String.valueOf(list.getLFO().getLsid());
            List<ListCounter.Level> own = levels.computeIfAbsent(id, unused -> levels(list.getListData()));
            int level = paragraph.getIlvl();
            if (level >= own.size()) {
                return "";
            }
            counter.begin(id, String.valueOf(paragraph.getIlfo()), starts(list));
            return counter.next(id, own, level);
        } catch (RuntimeException unknownList) {
            // The old format has lists that point nowhere; the text is worth more than its number.
            return "";
        }
    }

    private static Map<Integer, Integer> starts(HWPFList list) {
        Map<Integer, Integer> starts = new HashMap<>();
        for (ListFormatOverrideLevel override : list.getLFOData().getRgLfoLvl()) {
            if (override.isStartAt() && override.getLevelNum() < ListCounter.LEVELS) {
                starts.put((int) override.getLevelNum(), override.getIStartAt());
            }
        }
        return starts;
    }

    private static List<ListCounter.Level> levels(ListData list) {
        List<ListCounter.Level> levels = new ArrayList<>();
        for (int i = 0; i < Math.min(list.numLevels(), ListCounter.LEVELS); i++) {
            ListLevel level = list.getLevels()[i];
            StringBuilder text = new StringBuilder();
            // Numbers of levels stand in the text as characters 0 to 8.
            level.getNumberText()
                    .chars()
                    .forEach(sign ->
                            text.append(sign < ListCounter.LEVELS ? "%" + (sign + 1) : Character.toString(sign)));
            levels.add(new ListCounter.Level(
                    level.getStartAt(),
                    FORMATS.getOrDefault(level.getNumberFormat(), "decimal"),
                    text.toString(),
                    level.isLegalNumbering(),
                    -1));
        }
        return levels;
    }
}
