package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.END_BEFORE_START;
import static org.luoshi.branch.core.BranchError.FIELD_MISSING;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.luoshi.branch.rules.Rule;
import org.luoshi.branch.rules.RuleBook;
import org.luoshi.branch.rules.RuleSubject;
import org.luoshi.files.HashedZip;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.platform.Page;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.TimeOrderedIds;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pack for an inspector: a zip of what is recorded already, with a list of its files and their hashes. Nobody writes anything for it, talks and
 * care stay out of it, and how often the same was asked is on record.
 */
@Service
@Transactional
public class EvidenceService {

    private final ActivityStore activities;
    private final DutyStore duties;
    private final MinutesWriter minutes;
    private final RuleBooks books;
    private final BranchRights rights;
    private final Names names;
    private final SpreadsheetsApi spreadsheets;
    private final HistoryApi history;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    EvidenceService(
            ActivityStore activities,
            DutyStore duties,
            MinutesWriter minutes,
            RuleBooks books,
            BranchRights rights,
            Names names,
            SpreadsheetsApi spreadsheets,
            HistoryApi history,
            JdbcClient jdbc,
            Clock clock,
            ZoneId zone) {
        this.activities = activities;
        this.duties = duties;
        this.minutes = minutes;
        this.books = books;
        this.rights = rights;
        this.names = names;
        this.spreadsheets = spreadsheets;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * That somebody asked for the material of a time.
     *
     * @param before how many requests before this one asked for some of the same time
     */
    public record EvidenceAsked(
            UUID id,
            String askedBy,
            String purpose,
            LocalDate fromDay,
            LocalDate toDay,
            String sha256,
            Instant madeAt,
            int before) {}

    /** A made pack. */
    public record Made(String name, byte[] zip, String sha256) {}

    /** Every request, the newest first, each with how often the same time was asked for before. */
    @Transactional(readOnly = true)
    public List<EvidenceAsked> asked(UUID branchId, Actor viewer) {
        rights.visible(branchId, viewer);
        return jdbc.sql("""
                        select r.id, r.asked_by, r.purpose, r.from_day, r.to_day, r.sha256, r.made_at,
                               cast((select count(*) from branch.evidence_request o where o.branch_id = r.branch_id
                                   and (o.made_at, o.id) < (r.made_at, r.id) and o.from_day <= r.to_day and o.to_day >= r.from_day) as int) as before
                        from branch.evidence_request r where r.branch_id = :branch order by r.made_at desc, r.id desc
                        """)
                .param("branch", branchId)
                .query(EvidenceAsked.class)
                .list();
    }

    /** Makes the pack of a time and notes who asked for it. */
    public Made make(
            UUID branchId, String askedBy, String purpose, LocalDate from, LocalDate to, Page page, Actor actor) {
        BranchRoll roll = rights.requireKeeper(branchId, actor);
        if (askedBy.isBlank()) {
            throw FIELD_MISSING.with(Map.of("field", "asked-by"));
        }
        if (to.isBefore(from)) {
            throw END_BEFORE_START.plain();
        }
        Map<String, byte[]> files = files(roll, from, to, page, actor);
        byte[] zip = HashedZip.of(files);
        String sha256 = HashedZip.sha256(zip);
        UUID id = TimeOrderedIds.next(clock);
        jdbc.sql("""
                insert into branch.evidence_request (id, branch_id, asked_by, purpose, from_day, to_day, sha256, made_at, made_by)
                values (:id, :branch, :asked, :purpose, :from, :to, :sha, :now, :by)
                """)
                .param("id", id)
                .param("branch", branchId)
                .param("asked", askedBy.strip())
                .param("purpose", purpose.strip())
                .param("from", from)
                .param("to", to)
                .param("sha", sha256)
                .param("now", Sql.at(clock.instant()))
                .param("by", actor.personId())
                .update();
        history.record(
                new HistoryFact(
                        branchId,
                        "branch.branch",
                        id,
                        "evidence",
                        Map.of("by", askedBy.strip(), "from", from, "to", to, "sha256", sha256),
                        null),
                actor);
        return new Made(page.t("branch.evidence.file", "from", from, "to", to) + ".zip", zip, sha256);
    }

    private Map<String, byte[]> files(BranchRoll roll, LocalDate from, LocalDate to, Page page, Actor actor) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(page.t("branch.evidence.duties") + ".xlsx", duties(roll, from, to, page));
        List<Activity> held = activities
                .between(
                        roll.branch().id(),
                        from.atStartOfDay(zone).toInstant(),
                        to.plusDays(1).atStartOfDay(zone).toInstant())
                .stream()
                .filter(activity -> activity.state() == ActivityState.RECORDED)
                .toList();
        int number = 0;
        for (Activity activity : held) {
            number++;
            String name = String.format("%03d", number) + " "
                    + activity.startsAt().atZone(zone).toLocalDate() + " "
                    + activity.title().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ");
            files.put(
                    page.t("branch.evidence.minutes") + "/" + name + ".docx",
                    minutes.write(activity.id(), page, actor));
        }
        return files;
    }

    private byte[] duties(BranchRoll roll, LocalDate from, LocalDate to, Page page) {
        String language = page.isChinese() ? "zh" : "en";
        LocalDate today = LocalDate.now(clock.withZone(zone));
        List<Duty> all = Stream.iterate(from.getYear(), year -> year <= to.getYear(), year -> year + 1)
                .flatMap(year -> duties.list(roll.branch().id(), year).stream())
                .filter(duty -> duty.subject() != RuleSubject.PERSON)
                .filter(duty -> !duty.fromDay().isAfter(to) && !duty.toDay().isBefore(from))
                .toList();
        RuleBook book = books.current();
        Names.Known nobody = names.of(List.of());
        List<List<String>> rows = new ArrayList<>();
        for (Duty duty : all) {
            Rule rule = book.find(duty.ruleId()).orElseThrow();
            String subject = HealthQueries.subject(roll, duty, nobody);
            String excuse = duty.excuse();
            rows.add(List.of(
                    rule.id(),
                    rule.text(language),
                    rule.passport().document().getOrDefault(language, "") + " "
                            + rule.passport().article(),
                    page.t("branch.strength", rule.strength()),
                    subject.isEmpty() ? roll.branch().name() : subject,
                    duty.period(),
                    page.t("branch.state", duty.state(today)),
                    duty.metOn() == null ? "" : duty.metOn().toString(),
                    excuse == null ? "" : excuse));
        }
        List<String> head = Stream.of(
                        "rule", "text", "document", "strength", "subject", "period", "state", "met", "excuse")
                .map(column -> page.t("branch.evidence.column." + column))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        spreadsheets.write(out, page.t("branch.evidence.duties"), head, rows.stream());
        return out.toByteArray();
    }
}
