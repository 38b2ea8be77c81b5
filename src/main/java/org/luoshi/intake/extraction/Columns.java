package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.intake.reading.Paper;

/**
 * What the columns of a task table mean.
 *
 * @param headRows rows of headings at the top
 */
record Columns(List<Meaning> meanings, int headRows) {

    private static final int MOST_HEAD_ROWS = 6;
    private static final int LONGEST_HEADING = 20;
    private static final double MOSTLY = 0.3;
    private static final double SHORT_TITLE = 16;
    private static final double LONG_TEXT = 18;

    private static final Set<String> NUMBERS = Words.set("column.number");
    private static final Set<String> SECTIONS = Words.set("column.section");
    private static final Set<String> TITLES = Words.set("column.title");
    private static final Set<String> CONTENTS = Words.set("column.content");

    /** What stands in a column. */
    enum Meaning {
        NUMBER,
        SECTION,
        TITLE,
        CONTENT,
        LEAD,
        RESPONSIBLE,
        SUPPORT,
        GUIDE,
        TIME,
        OTHER,
        UNKNOWN;

        @Nullable
        Role role() {
            return switch (this) {
                case LEAD -> Role.LEAD;
                case RESPONSIBLE -> Role.RESPONSIBLE;
                case SUPPORT -> Role.SUPPORT;
                case GUIDE -> Role.GUIDE;
                case NUMBER, SECTION, TITLE, CONTENT, TIME, OTHER, UNKNOWN -> null;
            };
        }
    }

    /** The columns of a table whose head names units and tasks; null for any other table. */
    static @Nullable Columns of(Paper paper, List<List<Paper.Cell>> rows) {
        for (int first = 0; first < Math.min(MOST_HEAD_ROWS, rows.size()); first++) {
            List<Meaning> meanings = meanings(paper, rows.get(first));
            if (!isHead(paper, rows.get(first), meanings)) {
                continue;
            }
            int next = first + 1;
            while (next < rows.size() && isHead(paper, rows.get(next), meanings(paper, rows.get(next)))) {
                meanings = refined(meanings, meanings(paper, rows.get(next)), rows.get(next - 1), rows.get(next));
                next++;
            }
            Columns columns = new Columns(meanings, next).judged(paper, rows);
            return columns.isTaskTable() ? columns : null;
        }
        return null;
    }

    /** True for a row of headings. */
    static boolean isHead(Paper paper, List<Paper.Cell> row) {
        return isHead(paper, row, meanings(paper, row));
    }

    private static boolean isHead(Paper paper, List<Paper.Cell> row, List<Meaning> meanings) {
        Set<Paper.Cell> different = new HashSet<>(row);
        long known =
                meanings.stream().filter(meaning -> meaning != Meaning.UNKNOWN).count();
        boolean isShort = row.stream().allMatch(cell -> heading(paper, cell).length() <= LONGEST_HEADING);
        return different.size() > 1
                && isShort
                && known >= 2
                && known * 2
                        >= row.stream()
                                .filter(cell -> cell.end() > cell.start())
                                .count();
    }

    private static List<Meaning> meanings(Paper paper, List<Paper.Cell> row) {
        return row.stream().map(cell -> meaning(heading(paper, cell))).toList();
    }

    /** A second row of headings says more under a merged one: 责任分工 over 牵头单位 and 配合单位. */
    private static List<Meaning> refined(
            List<Meaning> above, List<Meaning> below, List<Paper.Cell> upper, List<Paper.Cell> lower) {
        List<Meaning> refined = new ArrayList<>();
        for (int i = 0; i < above.size(); i++) {
            boolean isSame = upper.get(i).equals(lower.get(i));
            refined.add(isSame || below.get(i) == Meaning.UNKNOWN ? above.get(i) : below.get(i));
        }
        return refined;
    }

    private static String heading(Paper paper, Paper.Cell cell) {
        return Line.of(paper, cell.start(), cell.end(), false).plain().replaceAll("[\\s（）：/、*]", "");
    }

    private static Meaning meaning(String heading) {
        if (heading.isEmpty()) {
            return Meaning.UNKNOWN;
        }
        Role.Label label = Labels.ofHeading(heading);
        if (label != null) {
            return ofLabel(label);
        }
        if (NUMBERS.contains(heading)) {
            return Meaning.NUMBER;
        }
        if (CONTENTS.contains(heading)) {
            return Meaning.CONTENT;
        }
        if (TITLES.contains(heading)) {
            return Meaning.TITLE;
        }
        return SECTIONS.contains(heading) ? Meaning.SECTION : byEnding(heading);
    }

    private static Meaning ofLabel(Role.Label label) {
        return switch (label) {
            case LEAD -> Meaning.LEAD;
            case RESPONSIBLE -> Meaning.RESPONSIBLE;
            case SUPPORT -> Meaning.SUPPORT;
            case GUIDE -> Meaning.GUIDE;
            case TIME -> Meaning.TIME;
            case PERSON, OTHER -> Meaning.OTHER;
        };
    }

    /** Offices invent headings; their last words tell. */
    private static Meaning byEnding(String heading) {
        if (heading.matches(".*(?:领导|责任人|负责人|联系人|电话|备注|说明|资金|投资|成果|标志|进展|情况|来源|依据|得分|分值|权重|评分.*|指标值|目标值)")) {
            return Meaning.OTHER;
        }
        if (heading.matches(".*(?:启动|开工|开始|起始|计划开工|立项|启用).{0,2}(?:时限|时间|日期)")) {
            return Meaning.OTHER;
        }
        if (heading.matches(".*(?:时限|时间|期限|节点|进度|日期)(?:要求|安排)?")) {
            return Meaning.TIME;
        }
        if (heading.matches(".*(?:配合|协办|协同|参与|参加|协助|支持|会签|会办)(?:.{0,2}(?:单位|部门|处室|科室|司局))?")) {
            return Meaning.SUPPORT;
        }
        if (heading.matches(".*(?:牵头|主办|主责|起草|送审)(?:.{0,3}(?:单位|部门|处室|科室|司局))?")) {
            return Meaning.LEAD;
        }
        if (heading.matches(".*(?:指导|督导|督办|监督|验收)(?:单位|部门|处室)")) {
            return Meaning.GUIDE;
        }
        if (heading.matches(".*(?:单位|部门|处室|科室|司局|主体|分工)(?:.?责任人)?")) {
            return Meaning.RESPONSIBLE;
        }
        if (heading.matches(".*(?:措施|举措|内容|要求|任务分解)")) {
            return Meaning.CONTENT;
        }
        if (heading.matches(".*(?:任务|事项|项目|工作|要点|名称|条款|意见建议)")) {
            return Meaning.TITLE;
        }
        return heading.matches(".*(?:类别|分类|领域|指标|方面|问题|目标|类型)") ? Meaning.SECTION : Meaning.UNKNOWN;
    }

    /** A column whose cells repeat from row to row is a section, whatever its head says; unknown text beside a task is part of it. */
    private Columns judged(Paper paper, List<List<Paper.Cell>> rows) {
        List<Meaning> judged = new ArrayList<>(meanings);
        List<List<Paper.Cell>> body = rows.subList(headRows, rows.size());
        for (int column = 0; column < judged.size(); column++) {
            Meaning meaning = judged.get(column);
            boolean isText = meaning == Meaning.TITLE || meaning == Meaning.CONTENT;
            if (isText && hasOtherText(judged, column) && repeats(paper, body, column) > MOSTLY) {
                judged.set(column, Meaning.SECTION);
            }
        }
        if (!judged.contains(Meaning.CONTENT)) {
            content(paper, judged, body);
        }
        if (!hasText(judged)) {
            promote(paper, judged, body);
        }
        return new Columns(judged, headRows);
    }

    /** Short names of tasks, and long text beside them under another head: that is what is to be done. */
    private static void content(Paper paper, List<Meaning> meanings, List<List<Paper.Cell>> body) {
        int title = meanings.indexOf(Meaning.TITLE);
        if (title < 0 || body.isEmpty() || length(paper, body, title) > SHORT_TITLE) {
            return;
        }
        for (int column = title + 1; column < meanings.size(); column++) {
            boolean mayBe = meanings.get(column) == Meaning.SECTION || meanings.get(column) == Meaning.UNKNOWN;
            if (mayBe && length(paper, body, column) > LONG_TEXT && repeats(paper, body, column) < MOSTLY) {
                meanings.set(column, Meaning.CONTENT);
                return;
            }
        }
    }

    private static double length(Paper paper, List<List<Paper.Cell>> body, int column) {
        return body.stream()
                .mapToInt(row -> paper.text(row.get(column)).length())
                .average()
                .orElse(0);
    }

    private static boolean hasOtherText(List<Meaning> meanings, int column) {
        for (int i = 0; i < meanings.size(); i++) {
            if (i != column && (meanings.get(i) == Meaning.TITLE || meanings.get(i) == Meaning.CONTENT)) {
                return true;
            }
        }
        return false;
    }

    private static double repeats(Paper paper, List<List<Paper.Cell>> body, int column) {
        int repeated = 0;
        for (int row = 1; row < body.size(); row++) {
            String here = paper.text(body.get(row).get(column));
            if (!here.isBlank() && here.equals(paper.text(body.get(row - 1).get(column)))) {
                repeated++;
            }
        }
        return body.size() < 2 ? 0 : (double) repeated / (body.size() - 1);
    }

    private static boolean hasText(List<Meaning> meanings) {
        return meanings.contains(Meaning.TITLE) || meanings.contains(Meaning.CONTENT);
    }

    /** No column is called a task: the longest text is it. */
    private static void promote(Paper paper, List<Meaning> meanings, List<List<Paper.Cell>> body) {
        int best = -1;
        long most = 0;
        for (int column = 0; column < meanings.size(); column++) {
            int at = column;
            boolean mayBe = meanings.get(column) == Meaning.UNKNOWN || meanings.get(column) == Meaning.SECTION;
            long length = body.stream()
                    .map(row -> row.get(at))
                    .distinct()
                    .mapToLong(cell -> paper.text(cell).length())
                    .sum();
            if (mayBe && length > most) {
                best = column;
                most = length;
            }
        }
        if (best >= 0) {
            meanings.set(best, Meaning.CONTENT);
        }
    }

    /** What the column with the words of the task means. */
    Meaning textMeaning() {
        return meanings.contains(Meaning.CONTENT) ? Meaning.CONTENT : Meaning.TITLE;
    }

    boolean isTaskTable() {
        return hasText(meanings) && meanings.stream().anyMatch(meaning -> meaning.role() != null);
    }
}
