package org.luoshi.ledger.core;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.WrittenName;
import org.luoshi.platform.Fold;
import org.luoshi.platform.Sql;
import org.luoshi.worktime.Limit;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works out what each row would become, and says what is wrong with it or worth a look. */
@Component
class ImportPlanner {

    private static final Pattern FINISHED = Pattern.compile("已?(?:办结|完成|销号|结案|整改完成)|^是$|^[√✓]$|^100%$|^1$|\\d{4}.*\\d");
    private static final Pattern NOT_FINISHED = Pattern.compile("未|否|正在|部分|基本|尚|持续|推进|逾期|不");
    private static final int LONGEST_LABEL = 40;

    private final OrganizationApi organization;
    private final ImportTexts texts;
    private final WorktimeApi worktime;
    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final Clock clock;

    ImportPlanner(
            OrganizationApi organization,
            ImportTexts texts,
            WorktimeApi worktime,
            JdbcClient jdbc,
            ZoneId zone,
            Clock clock) {
        this.organization = organization;
        this.texts = texts;
        this.worktime = worktime;
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    record Result(List<ImportRow> rows, List<WrittenName> names) {}

    Result plan(ImportedTable table, ImportChoices choices) {
        List<ImportCells> all = ImportCells.of(table, choices);
        Map<String, Integer> written = new LinkedHashMap<>();
        all.stream().filter(cells -> !cells.isGroup()).forEach(cells -> {
            cells.names().forEach(name -> written.merge(name, 1, Integer::sum));
        });
        Map<String, WrittenName> names = organization.resolveWritten(written, choices.units());
        Map<String, Integer> seen = new HashMap<>();
        Map<String, String> known = alreadyInLedger(all);
        List<ImportRow> rows = all.stream()
                .map(cells -> row(cells, choices, names, seen, known))
                .toList();
        return new Result(rows, new ArrayList<>(names.values()));
    }

    private ImportRow row(
            ImportCells cells,
            ImportChoices choices,
            Map<String, WrittenName> names,
            Map<String, Integer> seen,
            Map<String, String> known) {
        LocalDate reference = choices.reference();
        if (cells.isGroup()) {
            return group(cells, choices);
        }
        List<ImportMessage> messages = new ArrayList<>();
        boolean finished = isFinished(cells.text(ImportMeaning.STATE));
        ImportTarget target = finished ? ImportTarget.UNDER_WAY : choices.target();
        if (finished) {
            messages.add(ImportMessage.warning("finished", "state", cells.text(ImportMeaning.STATE)));
        }
        if (cells.title().isEmpty()) {
            messages.add(ImportMessage.error("no-title"));
        }
        Set<String> leads = used(cells.leads(), names, messages);
        Set<String> supporting = used(cells.supporting(), names, messages);
        supporting.removeAll(leads);
        checkLeads(cells, leads, target, messages);
        @Nullable LocalDate issuedOn = issuedOn(cells.text(ImportMeaning.ISSUED_ON), reference, messages);
        ImportLimit limit = limit(cells, choices, issuedOn, target);
        checkLimit(limit, target, messages);
        checkDuplicates(cells, leads, seen, known, messages);
        String progress = texts.progress(cells);
        if (!progress.isEmpty() && target != ImportTarget.UNDER_WAY) {
            messages.add(ImportMessage.info("progress-kept"));
        }
        boolean leftOut = choices.leftOut().contains(cells.row());
        return new ImportRow(
                cells.row(),
                leftOut ? ImportRow.Kind.LEFT_OUT : ImportRow.Kind.ITEM,
                cells.text(ImportMeaning.NUMBER),
                cells.title(),
                cells.task(),
                label(cells.section()),
                new ArrayList<>(leads),
                new ArrayList<>(supporting),
                limit,
                limit.due(),
                issuedOn,
                progress,
                texts.notes(cells),
                target,
                messages);
    }

    private static ImportRow group(ImportCells cells, ImportChoices choices) {
        ImportLimit none = ImportLimits.read("", choices.reference());
        List<ImportMessage> why = List.of(ImportMessage.info("group"));
        return new ImportRow(
                cells.row(),
                ImportRow.Kind.GROUP,
                "",
                cells.groupText(),
                "",
                null,
                List.of(),
                List.of(),
                none,
                null,
                null,
                "",
                "",
                choices.target(),
                why);
    }

    /** The names of the units that the written names stand for, each once. */
    private static Set<String> used(
            List<String> written, Map<String, WrittenName> names, List<ImportMessage> messages) {
        Set<String> used = new LinkedHashSet<>();
        for (String name : written) {
            WrittenName known = names.get(name);
            if (known == null || !known.isDecided()) {
                String nearest = known == null || known.candidates().isEmpty()
                        ? ""
                        : known.candidates().get(0).name();
                messages.add(ImportMessage.error("unknown-unit", "unit", name, "nearest", nearest));
            } else if (known.isLeftOut()) {
                messages.add(ImportMessage.warning(known.collective() ? "collective" : "unit-left-out", "unit", name));
            } else if (known.unitName() != null) {
                used.add(known.unitName());
            }
        }
        return used;
    }

    private static void checkLeads(
            ImportCells cells, Set<String> leads, ImportTarget target, List<ImportMessage> messages) {
        boolean waits = messages.stream().anyMatch(message -> message.key().equals("unknown-unit"));
        if (leads.isEmpty() && !waits) {
            messages.add(
                    target == ImportTarget.DRAFTS ? ImportMessage.warning("no-lead") : ImportMessage.error("no-lead"));
        }
        if (leads.size() > 1) {
            String first = leads.iterator().next();
            String others = String.join("、", leads.stream().skip(1).toList());
            messages.add(ImportMessage.warning("several-leads", "lead", first, "others", others));
        }
        if (cells.hasOpenNames()) {
            messages.add(ImportMessage.warning("and-others"));
        }
    }

    private static @Nullable LocalDate issuedOn(String written, LocalDate reference, List<ImportMessage> messages) {
        if (written.isEmpty()) {
            return null;
        }
        LocalDate day = ImportLimits.read(written, reference).due();
        if (day == null) {
            messages.add(ImportMessage.warning("issued-on-not-read", "written", written));
        }
        return day;
    }

    private ImportLimit limit(
            ImportCells cells, ImportChoices choices, @Nullable LocalDate issuedOn, ImportTarget target) {
        String written = choices.dues().getOrDefault(cells.row(), cells.text(ImportMeaning.LIMIT));
        ImportLimit limit = ImportLimits.read(written, choices.reference());
        Limit duration = limit.duration();
        if (duration == null) {
            return limit;
        }
        LocalDate from = target == ImportTarget.ISSUED ? today() : choices.reference();
        LocalDate start = issuedOn == null ? from : issuedOn;
        var due = worktime.due(start.atTime(LocalTime.of(9, 0)).atZone(zone).toInstant(), duration);
        return limit.withDue(LocalDate.ofInstant(due.due(), zone));
    }

    private void checkLimit(ImportLimit limit, ImportTarget target, List<ImportMessage> messages) {
        switch (limit.how()) {
            case NOT_READ -> messages.add(ImportMessage.error("limit-not-read", "written", limit.written()));
            case MISSING -> messages.add(ImportMessage.warning("no-limit"));
            case LONG_TERM -> messages.add(ImportMessage.info("long-term"));
            default -> {}
        }
        if (limit.unsure() && limit.isRead()) {
            messages.add(ImportMessage.warning("limit-unsure", "written", limit.written()));
        }
        if (limit.days() > 1) {
            messages.add(ImportMessage.warning("several-days"));
        }
        if (limit.longTerm() && limit.due() != null) {
            messages.add(ImportMessage.info("goes-on"));
        }
        if (limit.due() != null && limit.due().isBefore(today())) {
            messages.add(
                    switch (target) {
                        case ISSUED -> ImportMessage.error("past-issued");
                        case UNDER_WAY -> ImportMessage.warning("past-under-way");
                        case DRAFTS -> ImportMessage.warning("past-draft");
                    });
        }
    }

    private static void checkDuplicates(
            ImportCells cells,
            Set<String> leads,
            Map<String, Integer> seen,
            Map<String, String> known,
            List<ImportMessage> messages) {
        if (cells.title().isEmpty()) {
            return;
        }
        Integer earlier = seen.putIfAbsent(Fold.text(cells.title() + cells.task()), cells.row());
        if (earlier != null) {
            messages.add(ImportMessage.warning("duplicate-row", "row", earlier.toString()));
        }
        String number = known.get(cells.title());
        if (number != null) {
            messages.add(ImportMessage.warning("already-in-ledger", "number", number));
        }
    }

    /** Titles that the ledger has already, with the number or the title of the item. */
    private Map<String, String> alreadyInLedger(List<ImportCells> all) {
        Set<String> titles = new LinkedHashSet<>();
        all.forEach(cells -> titles.add(cells.title()));
        Map<String, String> known = new HashMap<>();
        jdbc.sql("""
                select title, coalesce(number, title) as reference from ledger.item
                where title = any(:titles) and state not in ('CANCELLED', 'MERGED', 'NOT_FILED')
                """)
                .param("titles", Sql.texts(titles))
                .query((row, n) -> known.put(row.getString("title"), row.getString("reference")))
                .list();
        return known;
    }

    static boolean isFinished(String state) {
        return !state.isEmpty()
                && FINISHED.matcher(state).find()
                && !NOT_FINISHED.matcher(state).find();
    }

    private static @Nullable String label(String section) {
        if (section.isEmpty()) {
            return null;
        }
        return section.codePointCount(0, section.length()) <= LONGEST_LABEL
                ? section
                : section.substring(0, section.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
