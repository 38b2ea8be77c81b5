package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luoshi.intake.reading.Paper;

/** The rules: brackets, labels, tables first; sentences only where a paper has nothing else. */
public final class RuleExtractor implements Extractor {

    private static final double CERTAIN = 0.95;
    private static final double LIKELY = 0.8;
    private static final double FROM_SENTENCE = 0.6;
    private static final double UNCLEAR = 0.5;

    private final WorkingDays workingDays;

    public RuleExtractor(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    @Override
    public Proposal propose(Paper paper) {
        List<Line> lines = Lines.of(paper, paragraphs(paper));
        List<Line> said = new ArrayList<>(lines);
        said.addAll(cells(paper));
        DocumentFacts facts = new FactFinder(said).facts();
        Dates dates = new Dates(facts.date(), facts.yearAbout(), workingDays);
        AssignmentParser parser = new AssignmentParser(dates);
        Map<Line, List<Mark>> marks = new MarkFinder(parser).in(lines);
        Outline.Node root = Outline.of(lines);
        List<Draft> explicit = new ArrayList<>(new OutlineItems(marks).of(root));
        TableItems tables = new TableItems(paper, parser);
        for (Paper.Block block : paper.blocks()) {
            if (block instanceof Paper.Table table) {
                explicit.addAll(tables.of(table, List.of()));
            }
        }
        List<Draft> prose = explicit.isEmpty() || facts.minutes() ? apart(ProseItems.of(root), explicit) : List.of();
        List<ProposedItem> items = new ArrayList<>();
        explicit.forEach(draft -> items.add(item(draft, facts, dates, ProposedItem.Kind.EXPLICIT)));
        prose.forEach(draft -> items.add(item(draft, facts, dates, ProposedItem.Kind.PROSE)));
        items.sort(Comparator.comparingInt(item -> item.span().start()));
        return new Proposal(facts, items, Uncovered.in(root, marks, items));
    }

    private static List<Draft> apart(List<Draft> prose, List<Draft> explicit) {
        return prose.stream()
                .filter(draft ->
                        explicit.stream().noneMatch(other -> other.span().overlaps(draft.span())))
                .toList();
    }

    private static List<Paper.Paragraph> paragraphs(Paper paper) {
        return paper.blocks().stream()
                .filter(Paper.Paragraph.class::isInstance)
                .map(Paper.Paragraph.class::cast)
                .toList();
    }

    private static List<Line> cells(Paper paper) {
        Set<Paper.Cell> cells = new LinkedHashSet<>();
        for (Paper.Block block : paper.blocks()) {
            if (block instanceof Paper.Table table) {
                table.rows().forEach(cells::addAll);
            }
        }
        return cells.stream()
                .filter(cell -> cell.end() > cell.start())
                .map(cell -> Line.of(paper, cell.start(), cell.end(), true))
                .toList();
    }

    private static ProposedItem item(Draft draft, DocumentFacts facts, Dates dates, ProposedItem.Kind kind) {
        Assignment assignment = draft.assignment();
        Assignment.Parts parts = assignment.parts(facts.firstLeads());
        Limit limit = dates.inAssignment(assignment.times());
        Limit inTask = limit.day() == null ? dates.inTask(draft.plain()) : Limit.NONE;
        boolean fromTask = limit.isEmpty() && !inTask.isEmpty()
                || limit.day() == null && inTask.day() != null && limit.recurring() == null;
        Set<String> names = new LinkedHashSet<>(parts.lead());
        names.addAll(parts.support());
        names.addAll(assignment.guide());
        return new ProposedItem(
                draft.reference(),
                draft.section(),
                draft.written(),
                draft.span(),
                parts.lead(),
                parts.support(),
                assignment.guide(),
                names.stream()
                        .filter(name -> Units.isCollective(Script.plain(name)))
                        .toList(),
                assignment.open(),
                fromTask ? inTask.day() : limit.day(),
                fromTask ? inTask.text() : limit.text(),
                limit.recurring() == null ? inTask.recurring() : limit.recurring(),
                parts.lead().isEmpty() ? Mode.NONE : parts.mode(),
                kind,
                confidence(parts, kind, names));
    }

    private static double confidence(Assignment.Parts parts, ProposedItem.Kind kind, Set<String> names) {
        if (parts.lead().isEmpty()) {
            return UNCLEAR;
        }
        if (kind == ProposedItem.Kind.PROSE) {
            return FROM_SENTENCE;
        }
        return names.stream().allMatch(name -> Units.isUnit(Script.plain(name))) ? CERTAIN : LIKELY;
    }
}
