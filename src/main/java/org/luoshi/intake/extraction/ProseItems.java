package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tasks that only sentences say: minutes, notices, guidance, duties unit by unit. */
final class ProseItems {

    private static final Pattern ATTENDANCE = Pattern.compile(
            "^(?:出席|参加|列席|缺席|请假|主持|记录|地点|时间|会议时间|会议地点|参会|出席人员|参加人员|列席人员|分送|抄送|发送|主送|报送|送|签发|印发|主题词|联系人|附件|出 ?席|列 ?席).{0,6}：.*");
    private static final Pattern ADDRESSEE = Pattern.compile("^[^。；]{2,120}：$");
    private static final Pattern DECIDED = Pattern.compile("会议(?:还|也)?(?:议定|决定|明确|要求|强调|确定|研究决定|同意|指出)[，：]");
    private static final Pattern TALK = Pattern.compile("^会议(?:还|也|首先|最后)?(?:认为|指出|听取|传达|学习|充分肯定|通报)");
    private static final Pattern CREED = Pattern.compile(
            "(?:要|应)(?:高度重视|树立|强化.{0,10}(?:理念|意识|思想|观念)|牢固树立|充分认识|切实提高|进一步提高|深刻认识|提高政治站位|提高思想认识|进一步增强|切实增强|增强|深刻汲取|汲取|以.{2,24}为指导|全面贯彻|加强(?:组织)?领导|密切配合|加强协作).{0,140}$");
    private static final Pattern SIGNATURE = Pattern.compile(".{0,40}20\\d\\d年\\d{1,2}月\\d{1,2}日(?:印发)?");
    private static final int SHORT = 160;
    private static final Pattern DATED = Pattern.compile("\\d{1,2}月|年底|日前|季度");

    private static final Pattern OPENING_OF_MINUTES =
            Pattern.compile("主持召开|参加了?会议|纪要如下|现将.{0,20}(?:通知|通报|明确|纪要).{0,6}：?$");

    private final boolean minutes;
    private final String title;
    private final List<Draft> drafts = new ArrayList<>();

    /**
     * @param minutes every sentence that begins with a unit is a command
     * @param title of the paper, which commands nothing
     */
    ProseItems(boolean minutes, String title) {
        this.minutes = minutes;
        this.title = title;
    }

    /** All commands of a paper that has no other division of work. A sentence without a unit goes on with the one before it. */
    List<Draft> of(Outline.Node root) {
        visit(root);
        return drafts;
    }

    private void visit(Outline.Node node) {
        List<String> owners = owners(node);
        if (!owners.isEmpty() && !node.children().isEmpty()) {
            node.children().forEach(child -> duty(child, owners));
            return;
        }
        for (Line line : node.own()) {
            String plain = line.plain().strip();
            if (!ATTENDANCE.matcher(plain).matches()
                    && !ADDRESSEE.matcher(plain).matches()
                    && !SIGNATURE.matcher(plain).matches()
                    && !OPENING_OF_MINUTES.matcher(plain).find()
                    && !title.contains(line.written().strip())
                    && plain.length() > 8) {
                commands(node, line, startOf(node, line));
            }
        }
        node.children().forEach(this::visit);
    }

    /** A heading that is nothing but names of units: what stands below is theirs. */
    private static List<String> owners(Outline.Node node) {
        if (node.isRoot()) {
            return List.of();
        }
        Line line = node.own().get(0);
        String title = line.plain().substring(node.contentStart()).replaceAll("[。：；]$", "");
        return Subjects.list(line, node.contentStart(), title);
    }

    private void duty(Outline.Node node, List<String> owners) {
        List<Draft.Part> parts = new ArrayList<>();
        for (Line line : node.all()) {
            parts.add(new Draft.Part(line, startOf(node, line), line.length()));
        }
        Line first = node.own().get(0);
        List<String> support =
                Subjects.with(first, node.contentStart(), first.plain().substring(node.contentStart()));
        support.removeAll(owners);
        drafts.add(new Draft(reference(node), node.section(), parts, assignment(owners, support, List.of())));
    }

    private void commands(Outline.Node node, Line line, int contentStart) {
        int begin = -1;
        int end = -1;
        int sentence = contentStart;
        Subjects.Found who = null;
        for (Span clause : clauses(line.plain(), contentStart)) {
            String plain = line.plain().substring(clause.start(), clause.end());
            Subjects.Found found = TALK.matcher(plain).find() && !plain.contains("由")
                    ? null
                    : Subjects.in(line, clause.start(), clause.end(), minutes);
            boolean isCreed = found != null
                    && plain.length() <= SHORT
                    && CREED.matcher(plain).find()
                    && !DATED.matcher(plain).find();
            if (found != null && !isCreed) {
                boolean behind = found.isBehind()
                        && sentence < clause.start()
                        && openingOf(line.plain().substring(sentence, clause.end()), found) == 0;
                addDraft(node, line, begin, behind ? Math.min(end, sentence) : end, who);
                begin = behind ? sentence : clause.start() + openingOf(plain, found);
                who = found;
                sentence = clause.end();
            }
            end = clause.end();
            if ("。！？".indexOf(line.plain().charAt(clause.end() - 1)) >= 0) {
                sentence = clause.end();
            }
        }
        addDraft(node, line, begin, end, who);
    }

    /** Where the command begins in a clause that opens with the meeting: behind 会议议定，, or with the units where the meeting only listened. */
    private static int openingOf(String plain, Subjects.Found found) {
        if (!plain.startsWith("会议")) {
            return 0;
        }
        Matcher decided = DECIDED.matcher(plain);
        return decided.lookingAt() && decided.end() <= found.start() ? decided.end() : found.start();
    }

    private void addDraft(Outline.Node node, Line line, int from, int to, Subjects.@Nullable Found who) {
        if (who != null) {
            drafts.add(new Draft(
                    reference(node),
                    node.section(),
                    List.of(new Draft.Part(line, from, to)),
                    assignment(who.lead(), who.support(), who.guide())));
        }
    }

    /** The first lead when somebody helps; together when nobody does. */
    static Assignment assignment(List<String> lead, List<String> support, List<String> guide) {
        boolean helped = !support.isEmpty();
        return new Assignment(
                helped ? lead : List.of(),
                helped ? List.of() : lead,
                List.of(),
                support,
                guide,
                List.of(),
                false,
                true);
    }

    private static String reference(Outline.Node node) {
        return node.reference().replaceAll("[.、]$", "");
    }

    private static int startOf(Outline.Node node, Line line) {
        return !node.isRoot() && line == node.own().get(0) ? node.contentStart() : 0;
    }

    /** The lines that do not say who was there. */
    static List<Line> withoutAttendance(List<Line> lines) {
        return lines.stream()
                .filter(line -> !ATTENDANCE.matcher(line.plain().strip()).matches())
                .toList();
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
