package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.luoshi.intake.reading.Paper;

/** Logical lines out of paragraphs: where a text was wrapped by hand at a fixed width, its lines are joined again. */
final class Lines {

    private static final int FEWEST = 8;
    private static final int NARROWEST = 15;
    private static final int WIDEST = 60;
    private static final double NEARLY_FULL = 0.85;
    private static final double SHARE = 0.45;
    private static final int LONGEST_FURNITURE = 160;
    private static final Pattern FURNITURE = Pattern.compile(
            "版权所有|ICP备|网站标识码|公网安备|扫一扫|网站地图|上一篇：|下一篇：|浏览次数|分享到|主办(?:单位)?：.*(?:承办|维护|标识码|联系)|【?打印(?:本页)?】?.{0,4}【?关闭");

    private static final int LONGEST_PARAGRAPH = 1_500;
    private static final int FEWEST_HEADS = 4;
    private static final Pattern HEAD_INSIDE = Pattern.compile(
            "[。）；：”〕] ?(?=[一二三四五六七八九十]{1,3}、|\\d{1,2}[.、](?!\\d))|[^第款条项、及和与至到（] ?(?=（[一二三四五六七八九十]{1,3}）)");

    private Lines() {}

    static List<Line> of(Paper paper, List<Paper.Paragraph> paragraphs) {
        int width = wrapWidth(paragraphs);
        List<Line> lines = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < paragraphs.size(); i++) {
            Paper.Paragraph paragraph = paragraphs.get(i);
            start = start < 0 ? paragraph.start() : start;
            boolean goesOn =
                    width > 0 && i + 1 < paragraphs.size() && continues(paper, paragraph, paragraphs.get(i + 1), width);
            if (!goesOn) {
                unrolled(paper, start, paragraph.end()).stream()
                        .filter(line -> line.length() > 0 && !isFurniture(line))
                        .forEach(lines::add);
                start = -1;
            }
        }
        return lines;
    }

    /** A paper that lost its line ends somewhere on its way is cut again before its headings. */
    private static List<Line> unrolled(Paper paper, int start, int end) {
        Line whole = Line.of(paper, start, end, false);
        List<Integer> heads = new ArrayList<>();
        if (whole.length() > LONGEST_PARAGRAPH) {
            HEAD_INSIDE.matcher(whole.plain()).results().forEach(found -> heads.add(found.end()));
        }
        if (heads.size() < FEWEST_HEADS) {
            return List.of(whole);
        }
        List<Line> lines = new ArrayList<>();
        int from = start;
        for (int head : heads) {
            int at = whole.textStart(head);
            lines.add(Line.of(paper, from, at, false));
            from = at;
        }
        lines.add(Line.of(paper, from, end, false));
        return lines;
    }

    /** What a web page puts around a paper. */
    private static boolean isFurniture(Line line) {
        return line.length() < LONGEST_FURNITURE
                && FURNITURE.matcher(line.plain()).find();
    }

    /** The width at which the text was wrapped, 0 where it was not. */
    private static int wrapWidth(List<Paper.Paragraph> paragraphs) {
        if (paragraphs.size() < FEWEST) {
            return 0;
        }
        int[] lengths = paragraphs.stream()
                .mapToInt(paragraph -> paragraph.end() - paragraph.start())
                .sorted()
                .toArray();
        int width = lengths[lengths.length * 95 / 100];
        long full = Arrays.stream(lengths)
                .filter(length -> length >= width * NEARLY_FULL)
                .count();
        return width >= NARROWEST && width <= WIDEST && full >= lengths.length * SHARE ? width : 0;
    }

    private static boolean continues(Paper paper, Paper.Paragraph line, Paper.Paragraph next, int width) {
        boolean isFull = line.end() - line.start() >= width * NEARLY_FULL - 2;
        String following = Line.of(paper, next.start(), next.end(), false).plain();
        boolean isIndented = next.start() > 0 && "　 \t".indexOf(paper.text().charAt(next.start() - 1)) >= 0;
        return isFull
                && !isIndented
                && Marker.at(following) == null
                && Labels.at(following, 0, following.length()) == null;
    }
}
