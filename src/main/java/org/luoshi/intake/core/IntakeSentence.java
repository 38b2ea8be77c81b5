package org.luoshi.intake.core;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with an obligation that no item covers, and what the officer says of it.
 *
 * @param word the item that covers it, or why it needs none
 */
public record IntakeSentence(
        int id, int start, int end, Status status, @Nullable String word) {

    /** What becomes of it. */
    public enum Status {
        OPEN,
        COVERED,
        NONE
    }

    @JsonIgnore
    public boolean isOpen() {
        return status == Status.OPEN;
    }

    IntakeSentence withStatus(Status changed, @Nullable String said) {
        return new IntakeSentence(id, start, end, changed, said);
    }
}
