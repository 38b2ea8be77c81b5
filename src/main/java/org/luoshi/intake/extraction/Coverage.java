package org.luoshi.intake.extraction;

import java.util.List;
import java.util.Map;

/** Answers what a bracket or label covers: the words before it, the points above it, or what stands below its heading. */
final class Coverage {

    private static final int SUBPOINTS = Marker.DIGIT_PAREN.rank();
    private static final int SECTIONS = Marker.COMMA.rank();
    private static final int MUCH = 10;

    private final Map<Line, List<Mark>> marks;

    Coverage(Map<Line, List<Mark>> marks) {
        this.marks = marks;
    }

    boolean onlyLastSpeaksOfSeveral(Outline.Node node) {
        return node.children().stream()
                .anyMatch(child -> marksOf(child.own()).stream().anyMatch(mark -> mark.reach() > 1));
    }

    /** Several points, and one bracket behind the last: it speaks for all of them. */
    boolean closesWithOne(Outline.Node node) {
        List<Outline.Node> children = node.children();
        Outline.Node last = children.get(children.size() - 1);
        boolean onlyLast = children.size() > 1
                && children.subList(0, children.size() - 1).stream().noneMatch(this::hasMarks);
        List<Line> lines = last.all();
        List<Mark> found = marksOf(lines);
        if (!onlyLast || found.isEmpty() || !isOne(lines, found)) {
            return false;
        }
        Mark mark = found.get(0);
        boolean atEnd = !Texts.isSaid(mark.line().plain().substring(mark.end()));
        return atEnd && (mark.fillsLine() || last.rank() >= SUBPOINTS || node.rank() > SECTIONS);
    }

    /** One bracket, or label lines one below the other. */
    static boolean isOne(List<Line> lines, List<Mark> found) {
        if (found.size() == 1) {
            return true;
        }
        int first = lines.indexOf(found.get(0).line());
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).fillsLine() || lines.indexOf(found.get(i).line()) != first + i) {
                return false;
            }
        }
        return true;
    }

    Mark onlyMark(Outline.Node node) {
        List<Mark> found = marksOf(node.all());
        Assignment all = found.stream().map(Mark::assignment).reduce(Assignment.NONE, Assignment::and);
        Mark first = found.get(0);
        return new Mark(first.line(), first.start(), first.end(), all);
    }

    /** In the chapters beside this one each point has its own bracket. */
    boolean othersDivideByPoint(Outline.Node node) {
        Outline.Node parent = node.parent();
        return parent != null
                && parent.children().stream()
                        .filter(other -> other != node)
                        .anyMatch(other -> marksOf(other.own()).isEmpty()
                                && other.children().stream()
                                                .filter(this::hasMarks)
                                                .count()
                                        > 1);
    }

    /** A heading beside this one has a bracket, and so has one of its points: points are what the paper counts. */
    boolean othersAreDividedBelow(Outline.Node node) {
        Outline.Node parent = node.parent();
        return parent != null
                && parent.children().stream()
                        .filter(other -> other != node && !marksOf(other.own()).isEmpty())
                        .anyMatch(other -> other.children().stream().anyMatch(this::hasMarks));
    }

    /** The bracket stands behind the title, the content follows. */
    boolean looksForward(Outline.Node node, List<Mark> own) {
        Line first = node.own().get(0);
        Mark mark = own.get(0);
        Mark last = own.get(own.size() - 1);
        boolean hasTitleOnly = mark.line() == first
                ? Texts.isTitle(first.plain().substring(node.contentStart(), mark.start()))
                        && !isLastOfSentences(node, mark)
                : node.own().indexOf(mark.line()) == 1
                        && Texts.isTitle(first.plain().substring(node.contentStart()));
        if (!hasTitleOnly) {
            return false;
        }
        int behind = last.line().length()
                - Texts.skipPunctuation(
                        last.line().plain(), last.end(), last.line().length());
        int lines = node.own().indexOf(last.line()) + 1;
        return behind >= MUCH
                || node.own().subList(lines, node.own().size()).stream()
                        .anyMatch(line -> line.length() > MUCH && line.plain().contains("。"));
    }

    /** The points before this one end with their brackets: so does this, and what follows is the end of the paper. */
    boolean isLastOfSentences(Outline.Node node, Mark mark) {
        Outline.Node parent = node.parent();
        boolean endsLine = !Texts.isSaid(mark.line().plain().substring(mark.end()));
        if (parent == null
                || !endsLine
                || parent.children().get(parent.children().size() - 1) != node) {
            return false;
        }
        return parent.children().stream()
                .filter(other -> other != node && hasMarks(other))
                .anyMatch(other -> other.all().size() == 1);
    }

    static int startOf(Outline.Node node, Line line) {
        return !node.isRoot() && line == node.own().get(0) ? node.contentStart() : 0;
    }

    List<Mark> marksOf(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> marks.getOrDefault(line, List.of()).stream())
                .toList();
    }

    boolean hasMarks(Outline.Node node) {
        return node.own().stream().anyMatch(marks::containsKey)
                || node.children().stream().anyMatch(this::hasMarks);
    }
}
