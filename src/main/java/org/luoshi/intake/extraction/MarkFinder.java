package org.luoshi.intake.extraction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the brackets and labelled lines that divide work. */
final class MarkFinder {

    private static final String OPENING = "（【〔";
    private static final String CLOSING = "）】〕";
    private static final int FEW_BARE = 3;
    private static final int LONGEST_PROSE = 12;

    private static final List<String> COUNTS = List.of("一", "二", "三", "四", "五", "六");

    /** 该项工作由…, 以上两项工作由…. */
    private static final Pattern ABOVE = Pattern.compile(
            "(?:该|此|这|上述|以上|本)(?:(?<count>[两二三四五六])?项|各项|些)?(?:具体|重点)?(?:工作|任务|事项|措施|要求)?，?(?:均|都|统一)?由?|[^，。；由局委部厅]{2,10}(?:工作|任务|事项|经费)(?:均|都)?由");

    private static final Pattern ALSO = Pattern.compile("，(?:其中|并|同时|有关情况)");

    private final AssignmentParser parser;

    MarkFinder(AssignmentParser parser) {
        this.parser = parser;
    }

    /** The marks of each line, in order; lines without any are left out. */
    Map<Line, List<Mark>> in(List<Line> lines) {
        Map<Line, List<Mark>> found = new LinkedHashMap<>();
        for (Line line : lines) {
            List<Mark> marks = marksOf(line);
            if (!marks.isEmpty()) {
                found.put(line, marks);
            }
        }
        long bare = found.values().stream()
                .flatMap(List::stream)
                .filter(mark -> !mark.assignment().cued())
                .count();
        long cued = found.values().stream().flatMap(List::stream).count() - bare;
        if (bare < FEW_BARE && cued < FEW_BARE) {
            found.values()
                    .forEach(marks -> marks.removeIf(mark -> !mark.assignment().cued()
                            && mark.assignment().bare().size() < 2));
        }
        found.values().removeIf(List::isEmpty);
        return found;
    }

    private List<Mark> marksOf(Line line) {
        List<Mark> marks = new ArrayList<>(brackets(line));
        labels(line, marks);
        sentences(line, marks);
        marks.sort(Comparator.comparingInt(Mark::start));
        return merged(line, marks);
    }

    private List<Mark> brackets(Line line) {
        List<Mark> marks = new ArrayList<>();
        for (Span group : groups(line.plain())) {
            int inside = group.start() + 1;
            boolean closed = CLOSING.indexOf(line.plain().charAt(group.end() - 1)) >= 0 && group.end() - 1 >= inside;
            int end = closed ? group.end() - 1 : group.end();
            Assignment assignment = parser.parse(line, inside, end, null);
            if (isMark(line, group, assignment)) {
                marks.add(new Mark(line, group.start(), group.end(), assignment));
            }
        }
        return marks;
    }

    private static boolean isMark(Line line, Span group, Assignment assignment) {
        if (assignment.isEmpty()) {
            return false;
        }
        if (!assignment.hasUnits()) {
            return endsSentence(line.plain(), group);
        }
        return assignment.cued()
                || endsSentence(line.plain(), group)
                        && assignment.bare().stream().anyMatch(name -> Units.isCertainUnit(Script.plain(name)));
    }

    private static boolean endsSentence(String plain, Span group) {
        boolean afterStop = group.start() > 0 && "。；！”）】".indexOf(plain.charAt(group.start() - 1)) >= 0;
        int next = group.end();
        while (next < plain.length() && plain.charAt(next) == ' ') {
            next++;
        }
        return afterStop || next == plain.length() || "。；（【，".indexOf(plain.charAt(next)) >= 0;
    }

    /** Outermost brackets; one that is never closed reaches to the end of the line. */
    static List<Span> groups(String plain) {
        Deque<Integer> open = new ArrayDeque<>();
        List<Span> pairs = new ArrayList<>();
        for (int i = 0; i < plain.length(); i++) {
            int opening = OPENING.indexOf(plain.charAt(i));
            int closing = CLOSING.indexOf(plain.charAt(i));
            if (opening >= 0) {
                open.push(i);
            } else if (closing >= 0 && !open.isEmpty()) {
                pairs.add(new Span(open.pop(), i + 1));
            } else if (closing >= 0) {
                // Never opened: what stands between the last stop and here.
                int stop = Math.max(plain.lastIndexOf('。', i - 1), plain.lastIndexOf('；', i - 1));
                if (stop > 0 && i - stop < 80) {
                    pairs.add(new Span(stop, i + 1));
                }
            }
        }
        for (int unclosed : open) {
            boolean mayDivide =
                    Labels.at(plain, unclosed + 1, plain.length()) != null || plain.length() - unclosed < 80;
            if (mayDivide) {
                pairs.add(new Span(unclosed, plain.length()));
            }
        }
        pairs.removeIf(one -> pairs.stream()
                .anyMatch(other -> other.start() < one.start() && other.end() >= one.end() && isClosed(plain, other)));
        pairs.removeIf(one -> !isClosed(plain, one)
                && pairs.stream()
                        .anyMatch(other -> other.start() > one.start()
                                && isClosed(plain, other)
                                && Labels.at(plain, other.start() + 1, other.end()) != null));
        pairs.sort(Comparator.comparingInt(Span::start));
        return pairs;
    }

    private static boolean isClosed(String plain, Span pair) {
        return CLOSING.indexOf(plain.charAt(pair.end() - 1)) >= 0;
    }

    /** Labels outside brackets: a line 责任单位：…, or the end of a paragraph. */
    private void labels(Line line, List<Mark> marks) {
        int from = 0;
        Labels.Found label;
        while ((label = Labels.next(line.plain(), from)) != null) {
            int start = label.start();
            from = label.end();
            boolean isTaken = marks.stream().anyMatch(mark -> mark.start() <= start && start < mark.end());
            if (isTaken || isInsideGroup(line.plain(), start)) {
                continue;
            }
            int end = endOfRun(line, start, marks);
            if (!isClear(line.plain(), start, end)) {
                continue;
            }
            Assignment assignment = parser.parse(line, start, end, null);
            if (!assignment.isEmpty()
                    && (assignment.hasUnits()
                            || start == 0
                            || Texts.isSaid(line.plain().substring(0, start)))) {
                marks.add(new Mark(line, start, end, assignment));
                from = end;
            }
        }
    }

    /** Sentences that only divide the work said before them, without any bracket: 由省财政厅牵头，各市配合。 */
    private void sentences(Line line, List<Mark> marks) {
        if (!marks.isEmpty()) {
            return;
        }
        List<Span> clauses = ProseItems.clauses(line.plain(), 0);
        for (int i = 0; i < clauses.size(); i++) {
            boolean isTask = i == 0 && (Marker.at(line.plain()) != null || clauses.size() > 1);
            if (!isTask) {
                sentence(line, clauses.get(i), marks);
            }
        }
    }

    private void sentence(Line line, Span clause, List<Mark> marks) {
        int end = "。；".indexOf(line.plain().charAt(clause.end() - 1)) >= 0 ? clause.end() - 1 : clause.end();
        Matcher above = ABOVE.matcher(line.plain()).region(clause.start(), end);
        boolean isAbove = above.lookingAt() && above.end() > clause.start();
        int start = isAbove ? above.end() : clause.start();
        Assignment assignment = parser.parseSentence(line, start, end);
        Matcher also = ALSO.matcher(line.plain()).region(start, end);
        if (assignment.isEmpty() && also.find()) {
            assignment = parser.parseSentence(line, start, also.start());
        }
        if (!assignment.isEmpty()) {
            String count = isAbove ? above.group("count") : null;
            int reach = count == null ? 1 : COUNTS.indexOf(count.replace('两', '二')) + 1;
            marks.add(new Mark(line, clause.start(), clause.end(), assignment, reach, true));
        }
    }

    private static boolean isInsideGroup(String plain, int at) {
        return groups(plain).stream().anyMatch(group -> group.start() < at && at < group.end());
    }

    /** 主办： or 时间： alone may be anything; 责任单位： is clear. */
    private static boolean isClear(String plain, int start, int end) {
        int from = start;
        Labels.Found label;
        while ((label = Labels.next(plain, from)) != null && label.start() < end) {
            if (label.isClear() && label.label() != Role.Label.OTHER && label.label() != Role.Label.PERSON) {
                return true;
            }
            from = label.end();
        }
        return false;
    }

    /** To the end of the line, or to where sentences go on. */
    private static int endOfRun(Line line, int start, List<Mark> marks) {
        int limit = marks.stream()
                .mapToInt(Mark::start)
                .filter(at -> at > start)
                .min()
                .orElse(line.length());
        int end = start;
        for (Piece piece : Pieces.of(line.plain(), start, limit)) {
            boolean isProse = piece.afterStop()
                    && Labels.at(line.plain(), piece.from(), piece.to()) == null
                    && piece.to() - piece.from() > LONGEST_PROSE
                    && !Units.isUnit(line.plain().substring(piece.from(), piece.to()));
            if (isProse) {
                return end;
            }
            end = piece.to();
        }
        return end == start ? limit : Math.min(limit, endWithStop(line.plain(), end));
    }

    private static int endWithStop(String plain, int end) {
        return end < plain.length() && "。；".indexOf(plain.charAt(end)) >= 0 ? end + 1 : end;
    }

    /** Brackets side by side say one thing; a limit alone inside a sentence is no mark. */
    private static List<Mark> merged(Line line, List<Mark> marks) {
        List<Mark> merged = new ArrayList<>();
        for (Mark mark : marks) {
            Mark last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && !Texts.isSaid(line.plain().substring(last.end(), Math.max(last.end(), mark.start())))) {
                merged.set(
                        merged.size() - 1,
                        new Mark(
                                line,
                                last.start(),
                                mark.end(),
                                last.assignment().and(mark.assignment())));
            } else {
                merged.add(mark);
            }
        }
        merged.removeIf(mark -> !mark.assignment().hasUnits() && !mark.fillsLine());
        return merged;
    }
}
