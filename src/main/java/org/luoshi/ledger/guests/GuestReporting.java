package org.luoshi.ledger.guests;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.ledger.core.NewFeedback;
import org.luoshi.ledger.core.ReportWay;
import org.luoshi.ledger.core.UnitVoice;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes a report with its files from the page of a link, all of it or nothing: a stored file stays for ever, so of a refused report none is stored,
 * and what one link can bring is bounded.
 */
@Service
@Transactional
class GuestReporting {

    private static final int MOST_FILES = 20;
    private static final int MOST_FILES_OF_A_LINK = 200;
    private static final int MOST_MEGABYTES_OF_A_LINK = 300;
    private static final long MEGABYTE = 1024L * 1024;
    private static final int MOST_REPORTS_A_DAY = 20;

    private final GuestTasks tasks;
    private final GuestDeeds deeds;
    private final UnitVoice voice;
    private final FilesApi files;
    private final JdbcClient jdbc;
    private final Clock clock;

    GuestReporting(GuestTasks tasks, GuestDeeds deeds, UnitVoice voice, FilesApi files, JdbcClient jdbc, Clock clock) {
        this.tasks = tasks;
        this.deeds = deeds;
        this.voice = voice;
        this.files = files;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A file as it came, and the point that it proves. */
    record Upload(@Nullable UUID pointId, MultipartFile file) {}

    /** Sent twice with the same key, also at the same moment, it comes once and its files are stored once. */
    void take(GuestLink link, GuestInput input, List<Upload> uploads) {
        lock(link);
        if (deeds.isReported(link.id(), input.once())) {
            return;
        }
        GuestTask task = tasks.require(link.assignmentId());
        requireReportable(task);
        requireFewReports(task);
        GuestSigner signer = GuestSigner.typed(input.signer(), input.telephone());
        count(link, uploads);
        Actor actor = voice.of(link.id(), ReportWay.LINK, link.contact(), task.unitId());
        List<NewFeedback.Proof> proofs = new ArrayList<>();
        for (Upload upload : uploads) {
            UUID fileId = files.store(upload.file(), actor).id();
            proofs.add(new NewFeedback.Proof(upload.pointId(), fileId, null));
        }
        deeds.report(link.id(), ReportWay.LINK, task.id(), input.report(task, proofs), signer, input.once());
    }

    /** Two presses at once come one after the other. */
    private void lock(GuestLink link) {
        jdbc.sql("select id from ledger.guest_link where id = :id for update")
                .param("id", link.id())
                .query(UUID.class)
                .single();
    }

    private static void requireReportable(GuestTask task) {
        if (task.maySign()) {
            throw GuestError.SIGN_FIRST.plain();
        }
        if (!task.mayReport()) {
            throw GuestError.ENDED.with(Map.of("title", task.title()));
        }
    }

    private void requireFewReports(GuestTask task) {
        int sent = jdbc.sql("""
                select count(*) from ledger.feedback_target t join ledger.feedback f on f.id = t.feedback_id
                join ledger.feedback_origin o on o.feedback_id = f.id
                where t.assignment_id = :id and o.way = 'LINK' and f.submitted_at > :since
                """)
                .param("id", task.id())
                .param("since", Sql.at(clock.instant().minus(Duration.ofDays(1))))
                .query(Integer.class)
                .single();
        if (sent >= MOST_REPORTS_A_DAY) {
            throw GuestError.TOO_MANY_REPORTS.with(Map.of("most", MOST_REPORTS_A_DAY));
        }
    }

    private void count(GuestLink link, List<Upload> uploads) {
        if (uploads.size() > MOST_FILES) {
            throw GuestError.TOO_MANY_FILES.with(Map.of("most", MOST_FILES));
        }
        if (uploads.isEmpty()) {
            return;
        }
        int within = jdbc.sql("""
                update ledger.guest_link set files = files + :files, file_bytes = file_bytes + :bytes
                where id = :id and files + :files <= :mostFiles and file_bytes + :bytes <= :mostBytes
                """)
                .param("files", uploads.size())
                .param(
                        "bytes",
                        uploads.stream()
                                .mapToLong(upload -> upload.file().getSize())
                                .sum())
                .param("id", link.id())
                .param("mostFiles", MOST_FILES_OF_A_LINK)
                .param("mostBytes", MOST_MEGABYTES_OF_A_LINK * MEGABYTE)
                .update();
        if (within == 0) {
            throw GuestError.FILES_FULL.with(Map.of(
                    "most", MOST_FILES_OF_A_LINK, "megabytes", MOST_MEGABYTES_OF_A_LINK, "maker", link.madeBy()));
        }
    }
}
