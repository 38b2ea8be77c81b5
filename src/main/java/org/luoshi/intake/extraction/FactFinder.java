package org.luoshi.intake.extraction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds title, number, issuer and date of a paper where official papers have them (GB/T 9704), and on the web pages that show them. */
final class FactFinder {

    private static final int HEAD = 25;
    private static final int LONGEST_TITLE = 120;
    private static final Pattern NUMBER =
            Pattern.compile("[\\p{IsHan}]{1,14}?[〔【（\\[](?:19|20)\\d\\d[〕】）\\]](?:第)? ?\\d{1,5} ?号");
    private static final Pattern YEAR_OF_NUMBER = Pattern.compile("[〔【（]((?:19|20)\\d\\d)[〕】）]");
    private static final Pattern DAY = Pattern.compile("(20\\d\\d|19\\d\\d)年(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern SIGNED_DAY = Pattern.compile("^(.{0,40}?)[（ ]?" + DAY.pattern() + "(?:印发)?[）]?$");
    private static final Pattern LABELLED_DAY = Pattern.compile(
            "(?:成文日期|发文日期|印发日期|发布日期|发文时间|发布时间|成文时间|日期|生成日期)[：】 ]{1,4}(20\\d\\d)[-年./](\\d{1,2})[-月./](\\d{1,2})");
    private static final Pattern KIND_OF_PAPER = Pattern.compile(
            "(?:通知|意见|方案|办法|要点|计划|纪要|决定|通报|批复|报告|清单|分工|规划|措施|举措|条例|规定|细则|若干政策|政策|任务表|分解表|分工表|台账|指引|指南|函|公告|通告|目录|规则|制度|工程|行动|职责|任务书|责任书|一览表|责任表|汇编|提纲)(?:（.{1,20}）)?$");
    private static final Pattern NO_TITLE = Pattern.compile(
            "^(?:索引号|主题分类|发布机构|发文机关|发文字号|文号|有效性|日期|来源|浏览|字体|当前位置|首页|您的位置|标题|信息来源|发布|成文|附件|各|打印|分享|序号|政府信息公开|主题词).*");
    private static final Pattern TITLE_YEAR = Pattern.compile("(?<![—\\-–至~])(20\\d\\d)年(?![—\\-–至~])");
    private static final Pattern YEAR_MEANT = Pattern.compile("未(?:注明|标明|写明|标注)年份的?，?(?:均|都|一律)?(?:为|指|是)(20\\d\\d)年");
    private static final Pattern MINUTES = Pattern.compile("纪要|会议记录|议定事项");

    private final List<Line> lines;
    private final int titleAt;
    private final @Nullable String title;

    FactFinder(List<Line> lines) {
        this.lines = lines;
        int at = -1;
        String found = null;
        for (int i = 0; i < Math.min(HEAD, lines.size()) && found == null; i++) {
            found = titleFrom(i);
            at = i;
        }
        this.title = found;
        this.titleAt = found == null ? -1 : at;
    }

    DocumentFacts facts(@Nullable LocalDate dateOfPaper) {
        String number = number();
        LocalDate found = date();
        LocalDate date = found == null ? dateOfPaper : found;

        return new DocumentFacts(
                title, number, issuer(), date, yearAbout(number), isMinutes(), Conventions.firstLeads(lines));
    }

    /** A title may run over several lines; it ends with the kind of paper. */
    private @Nullable String titleFrom(int first) {
        StringBuilder plain = new StringBuilder();
        StringBuilder written = new StringBuilder();
        for (int i = first; i < Math.min(first + 4, lines.size()); i++) {
            String line = lines.get(i).plain().strip();
            boolean breaks = line.isEmpty()
                    || line.endsWith("文件")
                    || line.endsWith("：")
                    || line.contains("。")
                    || Marker.at(line) != null
                    || NO_TITLE.matcher(line).matches()
                    || NUMBER.matcher(line).find() && !line.contains("关于")
                    || SIGNED_DAY.matcher(Numerals.inDigits(line)).matches();
            if (breaks || plain.length() + line.length() > LONGEST_TITLE) {
                return null;
            }
            plain.append(line);
            written.append(lines.get(i).written().strip().replaceFirst("^标\\s*题[：:]\\s*", ""));
            if (KIND_OF_PAPER.matcher(plain).find() && plain.length() >= 4) {
                return written.toString();
            }
        }
        return null;
    }

    private @Nullable String number() {
        for (int i = 0; i < Math.min(HEAD, lines.size()); i++) {
            Line line = lines.get(i);
            Matcher number = NUMBER.matcher(line.plain());
            if (number.find()
                    && (line.length() < 40
                            || line.plain().contains("文号")
                            || line.plain().contains("字号"))) {
                return line.written(number.start(), number.end())
                        .replaceFirst("^(?:.*(?:文号|字号))?[：: ]*", "")
                        .replaceFirst("^（", "");
            }
        }
        return null;
    }

    private @Nullable LocalDate date() {
        for (Line line : lines) {
            Matcher signed = SIGNED_DAY.matcher(digits(line));
            if (signed.matches() && !signed.group(1).matches(".*(?:[，。；：、]|自|于|至|起|截至|年).*")) {
                return day(signed, 2);
            }
        }
        for (Line line : lines) {
            Matcher labelled = LABELLED_DAY.matcher(digits(line));
            if (labelled.find()) {
                return day(labelled, 1);
            }
        }
        for (int i = 0; i < Math.min(HEAD, lines.size()); i++) {
            Matcher any = DAY.matcher(digits(lines.get(i)));
            boolean isHead = i <= titleAt + 3 && lines.get(i).length() < 60 || isMinutes();
            if (isHead && any.find()) {
                return day(any, 1);
            }
        }
        return null;
    }

    private static @Nullable LocalDate day(Matcher found, int first) {
        try {
            return LocalDate.of(
                    Integer.parseInt(found.group(first)),
                    Integer.parseInt(found.group(first + 1)),
                    Integer.parseInt(found.group(first + 2)));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private @Nullable String issuer() {
        for (int i = 1; i < lines.size(); i++) {
            Matcher signed = SIGNED_DAY.matcher(digits(lines.get(i)));
            if (!signed.matches()) {
                continue;
            }
            String before = signed.group(1).strip();
            Line name = before.isEmpty() ? lines.get(i - 1) : lines.get(i);
            String written = before.isEmpty()
                    ? name.written().strip()
                    : name.written(0, Math.min(before.length(), name.length())).strip();
            if (Units.isUnit(Script.plain(written)) || Script.plain(written).endsWith("人民政府")) {
                return written;
            }
        }
        return title == null || title.indexOf("关于") <= 1 ? null : title.substring(0, title.indexOf("关于"));
    }

    private @Nullable Integer yearAbout(@Nullable String number) {
        for (Line line : lines) {
            Matcher meant = YEAR_MEANT.matcher(line.plain());
            if (meant.find()) {
                return Integer.valueOf(meant.group(1));
            }
        }
        if (title != null) {
            Matcher year = TITLE_YEAR.matcher(Numerals.inDigits(Script.plain(title)));
            if (year.find()) {
                return Integer.valueOf(year.group(1));
            }
        }
        if (date() == null && number != null) {
            Matcher year = YEAR_OF_NUMBER.matcher(Script.plain(number));
            if (year.find()) {
                return Integer.valueOf(year.group(1));
            }
        }
        return null;
    }

    private boolean isMinutes() {
        return title != null && MINUTES.matcher(Script.plain(title)).find()
                || lines.stream()
                        .limit(12)
                        .anyMatch(line -> line.length() < 30
                                && line.plain().replace(" ", "").endsWith("纪要"));
    }

    private static String digits(Line line) {
        return Numerals.inDigits(line.plain().strip().replaceAll("(?<=[\\d年月]) (?=[\\d年月日])", ""));
    }
}
