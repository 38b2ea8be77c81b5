package org.luoshi.ledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.files.FilesApi;
import org.luoshi.files.StoredFile;
import org.luoshi.ledger.core.ReportForm;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Stores what was uploaded with a report, for its points and for the whole. */
@Component
class ReportUploads {

    private final FilesApi files;

    ReportUploads(FilesApi files) {
        this.files = files;
    }

    List<ReportInput.KeptFile> keep(ReportForm form, MultipartHttpServletRequest upload, Actor actor) {
        List<ReportInput.KeptFile> kept = new ArrayList<>();
        for (ReportForm.Point point : form.points()) {
            keep(upload.getFiles("file-" + point.id()), point.id(), kept, actor);
        }
        keep(upload.getFiles("files"), null, kept, actor);
        return kept;
    }

    private void keep(
            List<MultipartFile> uploads, @Nullable UUID pointId, List<ReportInput.KeptFile> kept, Actor actor) {
        for (MultipartFile file : uploads) {
            if (!file.isEmpty()) {
                StoredFile stored = files.store(file, actor);
                kept.add(new ReportInput.KeptFile(pointId, stored.id(), stored.name()));
            }
        }
    }
}
