package org.luoshi.study.core;

import java.util.List;
import java.util.UUID;

/**
 * A reflection for its page.
 *
 * @param mine true for its writer
 */
public record StudyReflectionView(StudyReflection reflection, String author, boolean mine, List<Paragraph> paragraphs) {

    /** A paragraph with what came of it. */
    public record Paragraph(int number, String text, List<Change> changes) {}

    /**
     * An item of the ledger.
     *
     * @param visible false where the reader may not see the item itself
     */
    public record Change(UUID itemId, String reference, boolean visible) {}

    /** A line of a list: nothing but title, writer and day. */
    public record Line(StudyReflection reflection, String author) {}
}
