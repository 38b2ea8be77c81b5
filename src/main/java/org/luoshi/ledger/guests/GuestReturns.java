package org.luoshi.ledger.guests;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.ledger.core.FeedbackKind;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.ReportWay;
import org.luoshi.ledger.core.UnitVoice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.luoshi.shared.SecretWord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a returned workbook, all of it or nothing: each answer becomes a report of the unit, and the same file is known again. */
@Service
@Transactional
public class GuestReturns {

    private final GuestReader reader;
    private final GuestWords words;
    private final GuestTasks tasks;
    private final GuestDeeds deeds;
    private final UnitVoice voice;
    private final OrganizationApi organization;
    private final HistoryApi history;
    private final JdbcClient jdbc;
    private final Clock clock;

    GuestReturns(
            GuestReader reader,
            GuestWords words,
            GuestTasks tasks,
            GuestDeeds deeds,
            UnitVoice voice,
            OrganizationApi organization,
            HistoryApi history,
            JdbcClient jdbc,
            Clock clock) {
        this.reader = reader;
        this.words = words;
        this.tasks = tasks;
        this.deeds = deeds;
        this.voice = voice;
        this.organization = organization;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Form(
            UUID id,
            UUID unitId,
            String madeBy,
            Instant endsAt,
            @Nullable Instant usedAt,
            @Nullable String usedBy,
            byte @Nullable [] digest) {}

    private record FormPart(int position, UUID assignmentId) {}

    /** Brought by an officer to whom the unit has sent it. */
    public GuestReceipt takeFromOfficer(byte[] workbook, Actor actor) {
        GuestLinks.requireOfficer(actor);
        GuestAnswer answer = reader.read(workbook);
        return take(answer, find(answer), actor);
    }

    /** Brought at the page of a link of the same unit. */
    public GuestReceipt takeFromGuest(byte[] workbook, GuestLink link) {
        GuestAnswer answer = reader.read(workbook);
        Form form = find(answer);
        UUID unitId = tasks.require(link.assignmentId()).unitId();
        boolean asksOther =
                parts(form).stream().anyMatch(part -> !part.assignmentId().equals(link.assignmentId()));
        if (!form.unitId().equals(unitId) || asksOther) {
            throw GuestError.OTHER_UNIT.plain();
        }
        return take(answer, form, voice.of(link.id(), ReportWay.LINK, link.contact(), unitId));
    }

    private Form find(GuestAnswer answer) {
        return jdbc.sql("""
                select id, unit_id, made_by, ends_at, used_at, used_by, digest from ledger.guest_form where hash = :hash for update
                """)
                .param("hash", SecretWord.hash(answer.token()))
                .query(Form.class)
                .optional()
                .orElseThrow(GuestError.UNKNOWN::plain);
    }

    private List<FormPart> parts(Form form) {
        return jdbc.sql(
                        "select position, assignment_id from ledger.guest_form_part where form_id = :id order by position")
                .param("id", form.id())
                .query(FormPart.class)
                .list();
    }

    private GuestReceipt take(GuestAnswer answer, Form form, Actor broughtBy) {
        String unit = organization.unit(form.unitId()).map(Unit::name).orElse("?");
        if (form.usedAt() != null) {
            return known(answer, form, form.usedAt(), unit);
        }
        if (!clock.instant().isBefore(form.endsAt())) {
            throw GuestError.EXPIRED.with(Map.of("maker", form.madeBy(), "day", form.endsAt()));
        }
        if (answer.isEmpty()) {
            throw GuestError.NOTHING_FILLED.plain();
        }
        GuestSigner signer = GuestSigner.typed(answer.at(GuestMarks.SIGNER), answer.at(GuestMarks.TELEPHONE));
        int reports = 0;
        int signed = 0;
        for (FormPart part : parts(form)) {
            GuestTask task = tasks.require(part.assignmentId());
            boolean signs = sign(answer, form, part, task, signer);
            boolean reported = report(answer, form, part, signer);
            signed += signs ? 1 : 0;
            reports += reported ? 1 : 0;
            if (signs || reported) {
                note(task, form, signer, broughtBy);
            }
        }
        if (reports + signed == 0) {
            throw GuestError.NOTHING_FILLED.plain();
        }
        used(answer, form, signer, broughtBy);
        return new GuestReceipt(unit, signer.name(), clock.instant(), reports, signed, false);
    }

    /** What came of it the first time; something else in a used form is refused. */
    private static GuestReceipt known(GuestAnswer answer, Form form, Instant at, String unit) {
        String signer = Objects.requireNonNullElse(form.usedBy(), "");
        if (!Arrays.equals(answer.digest(), form.digest())) {
            throw GuestError.USED.with(Map.of("unit", unit, "signer", signer));
        }
        return new GuestReceipt(unit, signer, at, 0, 0, true);
    }

    private boolean sign(GuestAnswer answer, Form form, FormPart part, GuestTask task, GuestSigner signer) {
        String chosen = answer.at(part.position(), GuestMarks.SIGN);
        if (chosen.isBlank() || !task.maySign()) {
            return false;
        }
        deeds.sign(
                form.id(),
                ReportWay.EXCEL,
                part.assignmentId(),
                words.sign(chosen),
                answer.at(part.position(), GuestMarks.SIGN_WORDS),
                signer);
        return true;
    }

    private boolean report(GuestAnswer answer, Form form, FormPart part, GuestSigner signer) {
        String body = answer.at(part.position(), GuestMarks.BODY);
        String kind = answer.at(part.position(), GuestMarks.KIND);
        if (body.isBlank() && kind.isBlank()) {
            return false;
        }
        if (body.isBlank() || kind.isBlank()) {
            throw GuestError.KIND_MISSING.with(Map.of("field", body.isBlank() ? "body" : "kind"));
        }
        GuestTask task = tasks.require(part.assignmentId());
        FeedbackKind meant = words.kind(kind);
        UUID id = deeds.report(
                form.id(),
                ReportWay.EXCEL,
                part.assignmentId(),
                new GuestReport(
                        meant,
                        body,
                        GuestWords.day(answer.at(part.position(), GuestMarks.FORECAST)),
                        answer.at(part.position(), GuestMarks.HELP),
                        proofs(answer, part.position(), task)),
                signer,
                null);
        jdbc.sql("update ledger.guest_form_part set feedback_id = :feedback where form_id = :form and position = :n")
                .param("feedback", id)
                .param("form", form.id())
                .param("n", part.position())
                .update();
        return true;
    }

    private static List<NewFeedback.Proof> proofs(GuestAnswer answer, int part, GuestTask task) {
        List<NewFeedback.Proof> proofs = new ArrayList<>();
        for (GuestTask.Point point : task.points()) {
            String where = answer.at(part, GuestMarks.POINT + point.id());
            if (where.length() > GuestReport.LONGEST_WORDS) {
                throw GuestError.TOO_LONG.plain();
            }
            if (!where.isBlank()) {
                proofs.add(new NewFeedback.Proof(point.id(), null, where));
            }
        }
        return proofs;
    }

    private void used(GuestAnswer answer, Form form, GuestSigner signer, Actor broughtBy) {
        jdbc.sql("""
                update ledger.guest_form set used_at = :at, used_by = :by, digest = :digest, brought_by = :brought where id = :id
                """)
                .param("at", Sql.at(clock.instant()))
                .param("by", signer.name())
                .param("digest", answer.digest())
                .param("brought", broughtBy.name())
                .param("id", form.id())
                .update();
    }

    private void note(GuestTask task, Form form, GuestSigner signer, Actor broughtBy) {
        Map<String, Object> details = Map.of("unit", task.unit(), "signer", signer.name());
        history.record(new HistoryFact(task.itemId(), "ledger.form", form.id(), "returned", details, null), broughtBy);
    }
}
