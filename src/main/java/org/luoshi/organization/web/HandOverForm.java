package org.luoshi.organization.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What was typed on the hand-over page beside the successors, which come as one field per post. */
public record HandOverForm(
        @Pattern(regexp = Editing.DAY, message = "{organization.form.day}")
        String from,

        String leaves,

        @Size(max = 500, message = "{organization.form.too-long}")
        String reason) {

    public HandOverForm {
        from = from == null ? "" : from;
        leaves = leaves == null ? "" : leaves;
        reason = reason == null ? "" : reason;
    }

    public boolean isLeaving() {
        return leaves.equals("yes");
    }
}
