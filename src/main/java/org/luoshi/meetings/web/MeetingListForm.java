package org.luoshi.meetings.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.MeetingFilter;
import org.luoshi.meetings.core.MeetingView;

/** What the list of meetings is asked for, as it stands in its address; what makes no sense asks for nothing. */
public record MeetingListForm(String view, String kind, String q, String from, String to, String after) {

    public MeetingListForm {
        view = MeetingTyped.text(view);
        kind = MeetingTyped.text(kind);
        q = MeetingTyped.text(q);
        from = MeetingTyped.text(from);
        to = MeetingTyped.text(to);
        after = MeetingTyped.text(after);
    }

    public MeetingView shown() {
        return Arrays.stream(MeetingView.values())
                .filter(one -> one.name().equals(view))
                .findFirst()
                .orElse(MeetingView.UPCOMING);
    }

    MeetingFilter filter() {
        return new MeetingFilter(
                shown(),
                kind.isEmpty() ? null : kind,
                q,
                dayOrNull(from),
                dayOrNull(to),
                after.isEmpty() ? null : after);
    }

    private static @Nullable LocalDate dayOrNull(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** The address of the same list from another place on. */
    public String page(String next) {
        return address(view, next);
    }

    /** The address of another list of the same kind and words. */
    public String with(MeetingView other) {
        return address(other == MeetingView.UPCOMING ? "" : other.name(), "");
    }

    public boolean isNarrowed() {
        return !(kind + q + from + to).isEmpty();
    }

    private String address(String shown, String next) {
        StringBuilder address = new StringBuilder("/meetings");
        add(address, "view", shown);
        add(address, "kind", kind);
        add(address, "q", q);
        add(address, "from", from);
        add(address, "to", to);
        add(address, "after", next);
        return address.toString();
    }

    private static void add(StringBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.append(address.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
