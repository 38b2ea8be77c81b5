package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Sentences that oblige somebody and that no item covers: the officer looks at them, so that nothing is lost. */
final class Uncovered {

    private static final Pattern OBLIGES = Pattern.compile(
            "(?<![只重主必需首纲概提摘紧简不])要(?!求|素|点|闻|件|害|塞|道|么|是|不)|应当|务必|必须|须|(?<!相|适|响|反|对|供|效|回|理)应(?!急|用|对|届|收|付|邀|变|运|聘|诉|征|力|答|试|有)|不得|严禁|请于|请各");
    private static final String TALK = String.join("|", Words.of("section.talk"));
    private static final Pattern TALKS = Pattern.compile(TALK);

    private Uncovered() {}

    static List<Span> in(Outline.Node root, Map<Line, List<Mark>> marks, List<ProposedItem> items) {
        List<Span> found = new ArrayList<>();
        visit(root, marks, items, found);
        return found;
    }

    private static void visit(
            Outline.Node node, Map<Line, List<Mark>> marks, List<ProposedItem> items, List<Span> found) {
        if (!node.isRoot() && TALKS.matcher(Script.plain(node.heading())).find()) {
            return;
        }
        for (Line line : node.own()) {
            for (Span clause : sentences(line.plain())) {
                Span place = new Span(line.textStart(clause.start()), line.textEnd(clause.end()));
                boolean obliges = OBLIGES.matcher(line.plain().substring(clause.start(), clause.end()))
                        .find();
                boolean isMark = marks.getOrDefault(line, List.of()).stream()
                        .anyMatch(mark -> mark.start() <= clause.start() && mark.end() >= clause.end() - 1);
                if (obliges
                        && !isMark
                        && items.stream().noneMatch(item -> item.span().overlaps(place))) {
                    found.add(place);
                }
            }
        }
        node.children().forEach(child -> visit(child, marks, items, found));
    }

    private static List<Span> sentences(String plain) {
        return ProseItems.clauses(plain, 0);
    }
}
