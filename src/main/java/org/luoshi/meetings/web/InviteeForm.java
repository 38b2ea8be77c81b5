package org.luoshi.meetings.web;

import org.jspecify.annotations.Nullable;

/** Units that are typed to be invited. */
public record InviteeForm(
        @Nullable String units,
        @Nullable String seats,
        @Nullable String who) {

    static InviteeForm empty() {
        return new InviteeForm("", "1", "");
    }
}
