package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tasks out of the outline: which words a bracket or label belongs to. */
final class OutlineItems {

    private static final int SUBPOINTS = Marker.DIGIT_PAREN.rank();
    private static final int SECTIONS = Marker.COMMA.rank();
    /** A heading over more text than this is a chapter; its points are the tasks. */
    private static final int CHAPTER = 600;

    private static final int FEW_CHARACTERS = 4;

    /** A note under the title says how the lists below are meant. */
    private static final Pattern KIND_OF_PAPER = Pattern.compile("(?:通知|意见|方案|办法|要点|计划|分工|清单|措施|行动)(?:（.*)?$");

    private final Map<Line, List<Mark>> marks;
    private final Coverage coverage;
    private final List<Draft> drafts = new ArrayList<>();

    OutlineItems(Map<Line, List<Mark>> marks) {
        this.marks = marks;
        this.coverage = new Coverage(marks);
    }

    List<Draft> of(Outline.Node root) {
        visit(root, Assignment.NONE);
        return drafts;
    }

    private void visit(Outline.Node node, Assignment inherited) {
        List<Mark> own = coverage.marksOf(node.own());
        boolean below = node.children().stream().anyMatch(coverage::hasMarks);
        if (node.isRoot()) {
            segments(node, own, inherited);
            node.children().forEach(child -> visit(child, inherited));
        } else if (own.isEmpty()) {
            unmarked(node, below, inherited);
        } else if (node.children().isEmpty()) {
            leaf(node, own, inherited);
        } else {
            parent(node, own, below, inherited);
        }
    }

    private void unmarked(Outline.Node node, boolean below, Assignment inherited) {
        if (below && coverage.onlyLastSpeaksOfSeveral(node)) {
            severalAbove(node, inherited);
        } else if (below && coverage.closesWithOne(node)) {
            Mark mark = coverage.onlyMark(node);
            add(node, upTo(node.all(), node.contentStart(), mark), mark.assignment(), inherited);
        } else if (below) {
            node.children().forEach(child -> visit(child, inherited));
        } else if (inherited.hasOwners()) {
            add(node, whole(node), inherited, inherited);
        }
    }

    /** 以上两项工作由…: each of the points before it gets what is said. */
    private void severalAbove(Outline.Node node, Assignment inherited) {
        List<Outline.Node> children = node.children();
        for (int i = 0; i < children.size(); i++) {
            Assignment said = Assignment.NONE;
            for (int j = i; j < children.size(); j++) {
                int distance = j - i;
                for (Mark mark : coverage.marksOf(children.get(j).own())) {
                    said = mark.reach() > distance && mark.reach() > 1 ? mark.assignment() : said;
                }
            }
            if (said == Assignment.NONE) {
                visit(children.get(i), inherited);
            } else {
                add(children.get(i), whole(children.get(i)), said, inherited);
            }
        }
    }

    private void parent(Outline.Node node, List<Mark> own, boolean below, Assignment inherited) {
        Mark last = own.get(own.size() - 1);
        boolean isHeading = own.size() == 1
                && Texts.isTitle(last.line().plain().substring(Coverage.startOf(node, last.line()), last.start()));
        if (below) {
            if (!isHeading) {
                segments(node, own, inherited);
            }
            Assignment heading = isHeading ? last.assignment() : inherited;
            node.children().forEach(child -> visit(child, heading));
        } else if (isHeading || node.children().get(0).rank() >= SUBPOINTS && Coverage.isOne(node.own(), own)) {
            covering(node, own, inherited);
        } else {
            segments(node, own, inherited);
        }
    }

    /** A bracket on the heading covers what stands below it; over a chapter, each of its points. */
    private void covering(Outline.Node node, List<Mark> own, Assignment inherited) {
        Assignment assignment = own.stream().map(Mark::assignment).reduce(Assignment.NONE, Assignment::and);
        int length = node.all().stream().mapToInt(Line::length).sum();
        if (node.rank() <= SECTIONS && (length > CHAPTER || coverage.othersDivideByPoint(node))
                || coverage.othersAreDividedBelow(node)) {
            node.children().forEach(child -> visit(child, assignment));
        } else {
            add(node, whole(node), assignment, inherited);
        }
    }

    private void leaf(Outline.Node node, List<Mark> own, Assignment inherited) {
        if (Coverage.isOne(node.own(), own) && coverage.looksForward(node, own)) {
            Assignment assignment = own.stream().map(Mark::assignment).reduce(Assignment.NONE, Assignment::and);
            add(node, whole(node), assignment, inherited);
        } else {
            segments(node, own, inherited);
        }
    }

    private void segments(Outline.Node node, List<Mark> own, Assignment inherited) {
        List<Draft.Part> open = new ArrayList<>();
        Draft last = null;
        int number = 0;
        long said = own.stream().filter(mark -> !mark.fillsLine()).count();
        boolean several = said > 1 || node.isRoot();
        for (Line line : node.own()) {
            List<Mark> here = marks.getOrDefault(line, List.of());
            int at = Coverage.startOf(node, line);
            if (several && !here.isEmpty() && !here.get(0).fillsLine()) {
                keepTitle(open, node);
            }
            for (Mark mark : here) {
                addSaid(open, line, at, mark.start());
                at = Texts.skipPunctuation(line.plain(), mark.end(), line.length());
                if (open.isEmpty()) {
                    if (last != null) {
                        last.add(mark.assignment());
                    }
                    continue;
                }
                if (node.isRoot()
                        && KIND_OF_PAPER
                                .matcher(open.get(open.size() - 1).line().plain())
                                .find()
                        && open.get(open.size() - 1).line().length() < 60) {
                    open.clear();
                    continue;
                }
                if (node.isRoot() && open.size() > 1) {
                    open.subList(0, open.size() - 1).clear();
                }
                number++;
                last = add(node, open, mark.assignment(), inherited, number);
                open.clear();
            }
            addSaid(open, line, at, line.length());
        }
    }

    /** Of what was left open, only a title belongs to the next paragraph with a bracket of its own. */
    private static void keepTitle(List<Draft.Part> open, Outline.Node node) {
        boolean isTitle = open.size() == 1
                && !node.isRoot()
                && open.get(0).line() == node.own().get(0)
                && Texts.isTitle(open.get(0)
                        .line()
                        .plain()
                        .substring(open.get(0).from(), open.get(0).to()));
        if (!isTitle) {
            open.clear();
        }
    }

    private static void addSaid(List<Draft.Part> open, Line line, int from, int to) {
        Draft.Part part = new Draft.Part(line, from, Math.max(from, to));
        if (part.isSaid()) {
            open.add(part);
        }
    }

    /** All words below a heading without the brackets themselves. */
    private List<Draft.Part> whole(Outline.Node node) {
        List<Draft.Part> parts = new ArrayList<>();
        for (Line line : node.all()) {
            if (isSignature(line)) {
                break;
            }
            int at = line == node.own().get(0) ? node.contentStart() : 0;
            for (Mark mark : marks.getOrDefault(line, List.of())) {
                addSaid(parts, line, at, mark.start());
                at = mark.end();
            }
            addSaid(parts, line, at, line.length());
        }
        return parts;
    }

    private static boolean isSignature(Line line) {
        return line.plain().matches("附 ?件.{0,3}[：].*|.{0,30}20\\d\\d年\\d{1,2}月\\d{1,2}日|（此件.*");
    }

    private static List<Draft.Part> upTo(List<Line> lines, int contentStart, Mark mark) {
        List<Draft.Part> parts = new ArrayList<>();
        for (Line line : lines) {
            int from = line == lines.get(0) ? contentStart : 0;
            boolean isLast = line == mark.line();
            addSaid(parts, line, from, isLast ? mark.start() : line.length());
            if (isLast) {
                break;
            }
        }
        return parts;
    }

    private void add(Outline.Node node, List<Draft.Part> parts, Assignment assignment, Assignment inherited) {
        add(node, parts, assignment, inherited, 1);
    }

    private @Nullable Draft add(
            Outline.Node node, List<Draft.Part> parts, Assignment assignment, Assignment inherited, int number) {
        Assignment whole = assignment.hasOwners() || !inherited.hasOwners() ? assignment : inherited.and(assignment);
        String reference = node.reference().replaceAll("[.、]$", "");
        Draft draft = new Draft(number > 1 ? reference + "-" + number : reference, node.section(), parts, whole);
        if (parts.isEmpty()
                || draft.plain().codePoints().filter(Character::isLetterOrDigit).count() < FEW_CHARACTERS) {
            return null;
        }
        drafts.add(draft);
        return draft;
    }
}
