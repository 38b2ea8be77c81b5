package org.luoshi.intake.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.intake.reading.Paper;

/** The rules: brackets, labels, tables first; sentences only where a paper has nothing else. */
public final class RuleExtractor implements Extractor {

    private static final double CERTAIN = 0.95;
    private static final double LIKELY = 0.8;
    private static final double FROM_SENTENCE = 0.6;
    private static final double UNCLEAR = 0.5;

    /** Papers that tell what was, not what is to be done. */
    private static final Pattern NEWS = Pattern.compile("通报|表彰|表扬|公示|名单|任免|批复|公布");

    private static final Pattern LOCALITIES = Pattern.compile("^各.*(?:政府|地区|管委会)$");
    private static final int HEAD = 25;

    private final WorkingDays workingDays;

    public RuleExtractor(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    @Override
    public Proposal propose(Paper paper, @Nullable LocalDate dateOfPaper) {
        List<Line> lines = Lines.of(paper, paragraphs(paper));
        List<Line> said = new ArrayList<>(lines);
        said.addAll(cells(paper));
        DocumentFacts facts = new FactFinder(said).facts(dateOfPaper);
        Dates dates = new Dates(facts.date(), facts.yearAbout(), workingDays);
        AssignmentParser parser = new AssignmentParser(dates);
        Map<Line, List<Mark>> marks =
                new MarkFinder(parser).in(facts.minutes() ? ProseItems.withoutAttendance(lines) : lines);
        Outline.Node root = Outline.of(lines);
        List<Draft> explicit = new ArrayList<>(new OutlineItems(marks).of(root));
        TableItems tables = new TableItems(paper, parser);
        for (Paper.Block block : paper.blocks()) {
            if (block instanceof Paper.Table table) {
                explicit.addAll(tables.of(table, List.of()));
            }
        }
        List<String> addressed = addressed(lines);
        explicit.forEach(draft -> askItsSentence(draft, addressed));
        boolean divided =
                tables.found() || marks.values().stream().flatMap(List::stream).anyMatch(mark -> !mark.spoken());
        boolean speaks = !divided || facts.minutes();
        List<Draft> prose = speaks
                ? apart(
                        marks,
                        new ProseItems(facts.minutes(), facts.title() == null ? "" : facts.title()).of(root),
                        explicit)
                : List.of();
        Limit byDefault = dates.byDefault(said);
        List<ProposedItem> items = new ArrayList<>();
        explicit.forEach(draft -> items.add(item(draft, facts, dates, byDefault, ProposedItem.Kind.EXPLICIT)));
        prose.forEach(draft -> items.add(item(draft, facts, dates, byDefault, ProposedItem.Kind.PROSE)));
        if (facts.title() != null && NEWS.matcher(Script.plain(facts.title())).find()) {
            items.removeIf(item -> item.kind() == ProposedItem.Kind.PROSE && item.deadline() == null);
        }
        items.sort(Comparator.comparingInt(item -> item.span().start()));
        return new Proposal(facts, items, Uncovered.in(root, marks, items));
    }

    /** The localities a paper is sent to: they do what a bracket only lets others guide. */
    private static List<String> addressed(List<Line> lines) {
        for (Line line : lines.subList(0, Math.min(HEAD, lines.size()))) {
            String plain = line.plain().strip();
            if (plain.endsWith("：") && plain.length() > 4 && plain.indexOf('。') < 0) {
                int at = line.plain().indexOf(plain);
                List<String> localities = new ArrayList<>();
                for (String part : plain.split("(?<=[，；：])")) {
                    Subjects.list(line, at, part.substring(0, part.length() - 1)).stream()
                            .filter(name ->
                                    LOCALITIES.matcher(Script.plain(name)).find())
                            .forEach(localities::add);
                    at += part.length();
                }
                return localities;
            }
        }
        return List.of();
    }

    /** A bracket that names only who helps or guides leaves it to the sentence to say who does it. */
    private static void askItsSentence(Draft draft, List<String> addressed) {
        Assignment said = draft.assignment();
        if (said.hasOwners()) {
            return;
        }
        if (said.support().isEmpty() && !said.guide().isEmpty() && !addressed.isEmpty()) {
            draft.add(ProseItems.assignment(addressed, List.of(), List.of()));
            return;
        }
        for (Draft.Part part : draft.parts()) {
            for (Span clause : ProseItems.clauses(part.line().plain().substring(0, part.to()), part.from())) {
                Subjects.Found who = Subjects.in(part.line(), clause.start(), clause.end(), false);
                if (who != null) {
                    draft.add(ProseItems.assignment(who.lead(), who.support(), who.guide()));
                    return;
                }
            }
        }
    }

    private static List<Draft> apart(Map<Line, List<Mark>> marks, List<Draft> prose, List<Draft> explicit) {
        return prose.stream()
                .filter(draft -> draft.parts().stream()
                        .noneMatch(part -> marks.getOrDefault(part.line(), List.of()).stream()
                                .anyMatch(mark -> mark.start() < part.to() && part.from() < mark.end())))
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

    private static ProposedItem item(
            Draft draft, DocumentFacts facts, Dates dates, Limit byDefault, ProposedItem.Kind kind) {
        Assignment assignment = draft.assignment();
        Assignment.Parts parts = assignment.parts(facts.firstLeads());
        Limit limit = dates.inAssignment(assignment.times());
        Limit inTask = limit.day() == null ? dates.inTask(draft.plain()) : Limit.NONE;
        boolean fromTask = limit.isEmpty() && !inTask.isEmpty()
                || limit.day() == null && inTask.day() != null && limit.recurring() == null;
        Limit chosen = fromTask ? inTask : limit;
        Recurrence recurring = limit.recurring() == null ? inTask.recurring() : limit.recurring();
        if (chosen.day() == null && recurring == null && limit.text() == null) {
            Limit above = dates.byHeadings(draft.section());
            chosen = above.isEmpty() ? byDefault : above;
        }
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
                chosen.day(),
                chosen.text(),
                recurring,
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
