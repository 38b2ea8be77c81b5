package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tasks that only sentences say: minutes, notices, guidance. */
final class ProseItems {

    private static final Pattern ATTENDANCE = Pattern.compile(
            "^(?:出席|参加|列席|缺席|请假|主持|记录|地点|时间|会议时间|会议地点|参会|出席人员|参加人员|列席人员|分送|抄送|发送|主送|报送|送|签发|印发|主题词|联系人|附件|出 ?席|列 ?席).{0,6}[：:].*");
    private static final Pattern ADDRESSEE = Pattern.compile("^[^。；]{2,120}：$");
    private static final Pattern TALK = Pattern.compile("^会议(?:认为|指出|强调|听取|传达|学习|充分肯定|审议|研究了|通报).*");

    private ProseItems() {}

    /** All commands of a paper that has no other division of work. A sentence without a unit goes on with the one before it. */
    static List<Draft> of(Outline.Node node) {
        List<Draft> drafts = new ArrayList<>();
        visit(node, drafts);
        return drafts;
    }

    private static void visit(Outline.Node node, List<Draft> drafts) {
        for (Line line : node.own()) {
            String plain = line.plain().strip();
            boolean speaks = !ATTENDANCE.matcher(plain).matches()
                    && !ADDRESSEE.matcher(plain).matches()
                    && plain.length() > 8;
            if (speaks) {
                int start = !node.isRoot() && line == node.own().get(0) ? node.contentStart() : 0;
                line(node, line, start, drafts);
            }
        }
        node.children().forEach(child -> visit(child, drafts));
    }

    private static void line(Outline.Node node, Line line, int contentStart, List<Draft> drafts) {
        int begin = -1;
        int end = -1;
        Subjects.Found who = null;
        for (Span clause : clauses(line.plain(), contentStart)) {
            Subjects.Found found = TALK.matcher(line.plain().substring(clause.start(), clause.end()))
                            .matches()
                    ? null
                    : Subjects.in(line, clause.start(), clause.end());
            if (found != null) {
                if (who != null) {
                    drafts.add(draft(node, line, begin, end, who));
                }
                begin = clause.start();
                who = found;
            }
            end = clause.end();
        }
        if (who != null) {
            drafts.add(draft(node, line, begin, end, who));
        }
    }

    private static Draft draft(Outline.Node node, Line line, int from, int to, Subjects.Found who) {
        Assignment assignment = new Assignment(
                who.support().isEmpty() ? List.of() : who.lead(),
                who.support().isEmpty() ? who.lead() : List.of(),
                List.of(),
                who.support(),
                who.guide(),
                List.of(),
                false,
                true);
        return new Draft(
                node.reference().replaceAll("[.、]$", ""),
                node.section(),
                List.of(new Draft.Part(line, from, to)),
                assignment);
    }

    /** Sentences, and their parts between semicolons. */
    static List<Span> clauses(String plain, int from) {
        List<Span> clauses = new ArrayList<>();
        int start = from;
        for (int i = from; i < plain.length(); i++) {
            boolean isLast = i == plain.length() - 1;
            if ("。；！？".indexOf(plain.charAt(i)) >= 0 || isLast) {
                if (Texts.isSaid(plain.substring(start, i + 1))) {
                    clauses.add(new Span(start, i + 1));
                }
                start = i + 1;
            }
        }
        return clauses;
    }
}
