package org.luoshi.study.core;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * What somebody wrote about what they studied (E-12). It is the writer's alone until they share it; no length is asked and none is counted.
 *
 * @param shared the branch may read it
 * @param speaks the writer will speak on it; the title alone is then seen
 */
public record StudyReflection(
        UUID id,
        int version,
        UUID branchId,
        UUID authorId,
        String title,
        String body,
        boolean shared,
        boolean speaks,
        Instant changedAt) {

    public List<String> paragraphs() {
        return paragraphs(body);
    }

    static List<String> paragraphs(String body) {
        return Arrays.stream(body.split("\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
