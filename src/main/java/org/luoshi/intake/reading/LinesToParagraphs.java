package org.luoshi.intake.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides of each line whether it goes on with the one before. Lines are set in a block: what falls short of it ends a paragraph. */
final class LinesToParagraphs {

    /** Punctuation at the end of a line may be squeezed or hang. */
    private static final double SHORT = 1.7;

    private static final double INDENT = 1.2;

    /** What a paper ends with. */
    private static final Pattern DATE_ALONE = Pattern.compile(
            "(?:\\d{4}|[一二三四五六七八九〇○零]{4})\\s*年\\s*[\\d一二三四五六七八九十]{1,3}\\s*月\\s*[\\d一二三四五六七八九十]{1,3}\\s*日");

    /** An entry of a table of contents. */
    private static final Pattern CONTENTS = Pattern.compile(".*[.．…·]{4,}\\s*\\d{1,4}");

    private final PaperWriter paper;
    private PageMargins margins;
    private final double bodySize;
    private final double spacing;
    private final StringBuilder text = new StringBuilder();
    private @Nullable PageLine last;
    private PageMargins lastMargins;
    private boolean pageTurned;

    LinesToParagraphs(List<PageLine> lines, PaperWriter paper) {
        this.paper = paper;
        bodySize = bodySize(lines);
        margins = PageMargins.of(lines);
        lastMargins = margins;
        spacing = spacing(lines);
    }

    /** On the back of a sheet and on pages of another format the block lies elsewhere. */
    void newPage(PageMargins margins) {
        if (!pageTurned) {
            lastMargins = this.margins;
        }
        this.margins = margins;
        pageTurned = true;
    }

    void add(PageLine line) {
        if (last != null && !beginsAnew(last, line)) {
            String joined = Characters.join(text.toString(), line.text());
            text.setLength(0);
            text.append(joined);
        } else {
            end();
            text.append(line.text());
        }
        last = line;
        pageTurned = false;
    }

    void end() {
        if (!text.isEmpty()) {
            paper.paragraph(text.toString());
        }
        text.setLength(0);
        last = null;
    }

    private boolean beginsAnew(PageLine before, PageLine line) {
        if (Math.abs(line.size() / before.size() - 1) > 0.12) {
            return true;
        }
        if (!pageTurned && line.y() - before.y() > Math.max(spacing, before.size() * 1.3) * 1.5) {
            return true;
        }
        if (DATE_ALONE.matcher(line.text()).matches()
                || CONTENTS.matcher(before.text()).matches()) {
            return true;
        }
        boolean full = before.x1() >= (pageTurned ? lastMargins : margins).right() - SHORT * before.size();
        if (!full) {
            return !isTitle(before) || !isTitle(line);
        }
        boolean ended = Characters.endsSentence(before.text());
        double indent = (line.x0() - margins.left()) / line.size();
        if (Characters.startsWithMarker(line.text()) && (ended || indent > 0.8)) {
            return true;
        }
        boolean sameStart = !pageTurned && Math.abs(line.x0() - before.x0()) < 0.5 * line.size();
        return indent > INDENT && !(sameStart && !ended) && !isTitle(line);
    }

    /** Larger than the text and in the middle of it: a heading that needs more than one line. */
    private boolean isTitle(PageLine line) {
        return line.size() > bodySize * 1.15 && Math.abs(line.middle() - margins.middle()) < line.size() * 1.5;
    }

    private static double bodySize(List<PageLine> lines) {
        Map<Long, Integer> characters = new HashMap<>();
        lines.forEach(line ->
                characters.merge(Math.round(line.size() * 2), line.text().length(), Integer::sum));
        return characters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(size -> size.getKey() / 2.0)
                .orElse(12.0);
    }

    private static double spacing(List<PageLine> lines) {
        double[] gaps = new double[Math.max(0, lines.size() - 1)];
        int count = 0;
        for (int i = 1; i < lines.size(); i++) {
            double gap = lines.get(i).y() - lines.get(i - 1).y();
            if (gap > 0) {
                gaps[count++] = gap;
            }
        }
        java.util.Arrays.sort(gaps, 0, count);
        return count == 0 ? 0 : gaps[count / 2];
    }
}
