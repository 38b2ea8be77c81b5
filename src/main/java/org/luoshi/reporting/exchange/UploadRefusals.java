package org.luoshi.reporting.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.jobs.JobsApi;
import org.luoshi.shared.BusinessException;

/** Keeps why rows of one upload were not taken, group by group, and tells the work how far it is. */
final class UploadRefusals implements BulkListener {

    private static final int LONGEST = 200;

    private final UUID upload;
    private final UploadNotes notes;
    private final JobsApi.Progress progress;
    private final List<UploadRefusal> group = new ArrayList<>();
    private int kept;

    UploadRefusals(UUID upload, UploadNotes notes, JobsApi.Progress progress) {
        this.upload = upload;
        this.notes = notes;
        this.progress = progress;
    }

    @Override
    public synchronized void refused(long row, String unit, BusinessException refusal) {
        if (kept + group.size() < UploadQueries.MOST_REFUSALS) {
            Map<String, String> details = new LinkedHashMap<>();
            refusal.details().forEach((name, value) -> details.put(name, storable(String.valueOf(value))));
            group.add(new UploadRefusal(row, storable(unit), refusal.error().code(), details));
        }
    }

    @Override
    public void progress(BulkCounts counts) {
        flush();
        progress.at(counts.read(), 0);
    }

    synchronized void flush() {
        if (!group.isEmpty()) {
            notes.refused(upload, kept + 1, group);
            kept += group.size();
            group.clear();
        }
    }

    private static String storable(String text) {
        String plain = text.replace("\0", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
