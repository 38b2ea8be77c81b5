package org.luoshi.files.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.luoshi.files.FilesApi;
import org.luoshi.files.StoredFile;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Uploads for programs. A file becomes readable through the object it is then hung on. */
@Tag(name = "Files")
@RestController
@RequestMapping("/api/v1/files")
class FilesRestController {

    private final FilesApi files;

    FilesRestController(FilesApi files) {
        this.files = files;
    }

    /** What was stored; {@code mediaType} by content, not by name. */
    record Uploaded(UUID id, String name, String mediaType, long size, String sha256) {}

    @Operation(summary = "Upload a file, to be hung on a source, a report or a return visit")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded upload(@RequestPart("file") MultipartFile file, @CurrentActor Actor actor) {
        StoredFile stored = files.store(file, actor);
        return new Uploaded(stored.id(), stored.name(), stored.mediaType(), stored.size(), stored.sha256());
    }
}
