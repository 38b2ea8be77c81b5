package org.luoshi.study.core;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.BranchApi;
import org.luoshi.branch.BranchMember;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Fold;
import org.luoshi.shared.Actor;
import org.luoshi.study.core.StudyHoursTable.Column;
import org.luoshi.study.core.StudyHoursTable.Line;
import org.luoshi.study.core.StudyImportRow.Choice;
import org.luoshi.study.core.StudyImportRow.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes hours from another platform in: first a dry run that says row by row what would happen, then what is new and clear. */
@Service
@Transactional
public class StudyHoursImport {

    private static final Pattern DATE = Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2}).*");
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,2})?)\\s*(.*)");

    private final StudyHoursStore store;
    private final StudyHoursService service;
    private final StudyHoursTable table;
    private final StudyConversions conversions;
    private final StudyBranches branches;
    private final BranchApi branch;
    private final FilesApi files;
    private final HistoryApi history;

    StudyHoursImport(
            StudyHoursStore store,
            StudyHoursService service,
            StudyHoursTable table,
            StudyConversions conversions,
            StudyBranches branches,
            BranchApi branch,
            FilesApi files,
            HistoryApi history) {
        this.store = store;
        this.service = service;
        this.table = table;
        this.conversions = conversions;
        this.branches = branches;
        this.branch = branch;
        this.files = files;
        this.history = history;
    }

    private record Known(
            List<BranchMember> members, List<StudyUnit> units, Set<OutsideHours.Key> noted, Set<Recorded> attended) {}

    private record Recorded(UUID personId, LocalDate day, String title) {}

    /** What would happen, with the decisions about ambiguous names by row. Writes nothing. */
    public StudyImportPlan check(UUID branchId, String text, Map<Integer, UUID> decisions, Actor actor) {
        branches.requireKeeper(branchId, actor);
        files.requireUnmarked(text);
        List<Line> lines = StudyHoursTable.lines(text);
        Known known = known(branchId, lines);
        Set<OutsideHours.Key> seen = new HashSet<>(known.noted());
        List<StudyImportRow> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(row(line, known, seen, decisions.get(line.number()), actor));
        }
        return new StudyImportPlan(text, rows);
    }

    /** Takes what is new; rows that are doubled, unclear or wrong are left out. Sent twice, it takes nothing the second time. */
    public int take(UUID branchId, String text, Map<Integer, UUID> decisions, Actor actor) {
        List<OutsideHours> taken = new ArrayList<>();
        for (StudyImportRow row : check(branchId, text, decisions, actor).rows()) {
            OutsideHours hours = row.hours();
            if (row.state() == State.NEW && hours != null && store.insert(hours)) {
                taken.add(hours);
            }
        }
        if (taken.isEmpty()) {
            throw StudyError.NOTHING_TO_TAKE.with(Map.of("field", "file"));
        }
        history.record(
                new HistoryFact(branchId, "study.hours", branchId, "imported", Map.of("count", taken.size()), null),
                actor);
        Set<Integer> years = new TreeSet<>();
        taken.forEach(one -> years.add(one.day().getYear()));
        years.forEach(year -> branch.refreshDuties(branchId, year));
        return taken.size();
    }

    private Known known(UUID branchId, List<Line> lines) {
        List<BranchMember> members = branch.members(branchId, branches.today());
        List<UUID> people = members.stream().map(BranchMember::personId).toList();
        Set<Integer> years = new TreeSet<>();
        lines.forEach(line -> day(line.cell(Column.DATE)).ifPresent(day -> years.add(day.getYear())));
        Set<Recorded> attended = new HashSet<>();
        years.forEach(year -> branch.attended(people, year)
                .forEach(one -> attended.add(new Recorded(one.personId(), one.day(), Fold.text(one.title())))));
        return new Known(members, conversions.all(), store.keys(people), attended);
    }

    private StudyImportRow row(
            Line line, Known known, Set<OutsideHours.Key> seen, @Nullable UUID decision, Actor actor) {
        List<BranchMember> named = known.members().stream()
                .filter(member -> Fold.text(member.name()).equals(Fold.text(line.cell(Column.NAME))))
                .toList();
        if (named.isEmpty()) {
            return problem(line, "unknown-name");
        }
        BranchMember meant = named.size() == 1
                ? named.get(0)
                : named.stream()
                        .filter(member -> member.personId().equals(decision))
                        .findFirst()
                        .orElse(null);
        if (line.cell(Column.TITLE).isBlank()) {
            return problem(line, "no-title");
        }
        LocalDate day = day(line.cell(Column.DATE)).orElse(null);
        if (day == null || day.isAfter(branches.today())) {
            return problem(line, day == null ? "bad-date" : "date-ahead");
        }
        Matcher amount = AMOUNT.matcher(line.cell(Column.AMOUNT));
        if (!amount.matches() || new BigDecimal(amount.group(1)).signum() == 0) {
            return problem(line, "bad-amount");
        }
        String written = line.cell(Column.UNIT).isBlank() ? amount.group(2) : line.cell(Column.UNIT);
        String unit = conversions.keyOf(written).orElse(null);
        if (unit == null) {
            return problem(line, "bad-unit");
        }
        if (meant == null) {
            return told(line, State.AMBIGUOUS, named, null, null, "ambiguous-name");
        }
        OutsideHours hours = service.entry(
                meant.personId(),
                new NewHours(
                        line.cell(Column.TITLE),
                        day,
                        new BigDecimal(amount.group(1)),
                        unit,
                        line.cell(Column.PLATFORM),
                        table.isCourse(line.cell(Column.KIND))),
                known.units(),
                actor);
        List<BranchMember> choices = named.size() == 1 ? List.of() : named;
        if (known.attended().contains(new Recorded(meant.personId(), day, Fold.text(hours.title())))) {
            return told(line, State.DOUBLED, choices, meant.personId(), hours, "recorded-here");
        }
        boolean isNew = seen.add(hours.key());
        return told(
                line, isNew ? State.NEW : State.DOUBLED, choices, meant.personId(), hours, isNew ? null : "doubled");
    }

    private static StudyImportRow problem(Line line, String problem) {
        return told(line, State.PROBLEM, List.of(), null, null, problem);
    }

    private static StudyImportRow told(
            Line line,
            State state,
            List<BranchMember> choices,
            @Nullable UUID personId,
            @Nullable OutsideHours hours,
            @Nullable String problem) {
        return new StudyImportRow(
                line.number(),
                line.cell(Column.NAME),
                line.cell(Column.TITLE),
                line.cell(Column.DATE),
                (line.cell(Column.AMOUNT) + " " + line.cell(Column.UNIT)).strip(),
                line.cell(Column.PLATFORM),
                state,
                choices.stream()
                        .map(one -> new Choice(
                                one.personId(),
                                one.groupName().isEmpty() ? one.name() : one.name() + " · " + one.groupName()))
                        .toList(),
                personId,
                hours,
                problem);
    }

    private static Optional<LocalDate> day(String written) {
        Matcher date = DATE.matcher(written);
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
