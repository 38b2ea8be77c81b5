package org.luoshi.reporting.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.luoshi.files.FilesApi;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobOutcome;
import org.luoshi.jobs.JobsApi;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.luoshi.spreadsheets.SpreadsheetsApi;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/** Files with reports of many units that people upload. Each is held in memory until it is read, and never kept. */
@Service
public class UploadService {

    private static final int AT_ONCE = 4;

    private final BulkUpload bulk;
    private final UploadStore uploads;
    private final UploadNotes notes;
    private final Senders senders;
    private final ExchangeUnits units;
    private final FilesApi files;
    private final SpreadsheetsApi spreadsheets;
    private final JobsApi jobs;
    private final Semaphore room = new Semaphore(AT_ONCE);

    UploadService(
            BulkUpload bulk,
            UploadStore uploads,
            UploadNotes notes,
            Senders senders,
            ExchangeUnits units,
            FilesApi files,
            SpreadsheetsApi spreadsheets,
            JobsApi jobs) {
        this.bulk = bulk;
        this.uploads = uploads;
        this.notes = notes;
        this.senders = senders;
        this.units = units;
        this.files = files;
        this.spreadsheets = spreadsheets;
        this.jobs = jobs;
    }

    /**
     * Begins to read it in the background and returns the id of the upload. Refused at once: what is no such file, a heading that cannot be
     * understood, too many uploads at the same time.
     *
     * @param signer who answers for the rows that name nobody; empty for nobody
     */
    public UUID start(OpenRound open, String name, byte[] content, String signer, Actor actor) {
        senders.requireSender(actor);
        BulkMaker maker = new BulkMaker(open.form(), signer.strip(), actor, Channel.BULK, units, files);
        UploadedFile file = UploadedFile.of(name, content);
        requireHeading(file, maker);
        if (!room.tryAcquire()) {
            throw ExchangeError.TOO_MANY_UPLOADS.plain();
        }
        AtomicBoolean holds = new AtomicBoolean(true);
        try {
            return start(new Upload(uploads.begin(open, name, actor), open, file, maker), name, holds);
        } catch (RuntimeException fault) {
            release(holds);
            throw fault;
        }
    }

    private record Upload(UUID id, OpenRound open, UploadedFile file, BulkMaker maker) {}

    private UUID start(Upload upload, String name, AtomicBoolean holds) {
        Actor actor = upload.maker.sender();
        UUID job = jobs.start(
                "reporting-upload",
                Map.of(
                        "title", upload.open.regime().title(),
                        "period", upload.open.round().period().toString(),
                        "file", name),
                actor,
                progress -> {
                    try {
                        return read(upload, progress);
                    } finally {
                        release(holds);
                    }
                });
        notes.readBy(upload.id, job);
        // Work that found no place in the queue never runs.
        jobs.find(job, actor).filter(work -> work.state() == Job.State.FAILED).ifPresent(work -> release(holds));
        return upload.id;
    }

    private void release(AtomicBoolean holds) {
        if (holds.compareAndSet(true, false)) {
            room.release();
        }
    }

    private void requireHeading(UploadedFile file, BulkMaker maker) {
        try {
            file.open(maker, spreadsheets).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JobOutcome read(Upload upload, JobsApi.Progress progress) throws IOException {
        OpenRound open = upload.open;
        Actor actor = upload.maker.sender();
        UploadRefusals refusals = new UploadRefusals(upload.id, notes, progress);
        try (UploadedFile.Opened opened = upload.file.open(upload.maker, spreadsheets)) {
            FilledRows rows = new FilledRows(opened.rows(), () -> isCancelled(progress));
            BulkUpload.Task task = new BulkUpload.Task(
                    upload.id, open.regime().key(), open.round().period(), actor);
            try {
                BulkCounts counts = bulk.take(task, rows, refusals);
                if (rows.wasCancelled()) {
                    notes.cancelled(upload.id, open, actor);
                }
                return outcome(upload.id, counts, rows.wasCancelled());
            } finally {
                refusals.flush();
                notes.leftEmpty(upload.id, rows.leftEmpty());
            }
        }
    }

    private static JobOutcome outcome(UUID id, BulkCounts counts, boolean cancelled) {
        return new JobOutcome(
                cancelled ? "reporting.upload.was-cancelled" : "reporting.upload.was-read",
                Map.of(
                        "read", Long.toString(counts.read()),
                        "taken", Long.toString(counts.taken()),
                        "unchanged", Long.toString(counts.unchanged()),
                        "refused", Long.toString(counts.refused())),
                "/reporting/uploads/" + id,
                null);
    }

    /** Whether somebody pressed the button. That the database does not answer is none of this question's business. */
    private static boolean isCancelled(JobsApi.Progress progress) {
        try {
            progress.checkCancelled();
            return false;
        } catch (DataAccessException | TransactionException away) {
            return false;
        } catch (RuntimeException pressed) {
            return true;
        }
    }
}
