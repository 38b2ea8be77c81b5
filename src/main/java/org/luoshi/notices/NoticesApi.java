package org.luoshi.notices;

import java.util.List;
import java.util.UUID;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Tells people, sparingly: one digest a day, quiet hours, a cap, and a least gap between urges. */
@Component
public class NoticesApi {

    /** Puts it into the inboxes; by mail it travels with the next digest. */
    public void tell(NewNotice notice) {
        throw new UnsupportedOperationException();
    }

    /** Urges a unit about a subject, unless it was urged too recently. The people told are those of {@code notice}. */
    public UrgeResult urge(UUID unitId, NewNotice notice) {
        throw new UnsupportedOperationException();
    }

    public List<Notice> inbox(UUID personId, int limit) {
        throw new UnsupportedOperationException();
    }

    public int unread(UUID personId) {
        throw new UnsupportedOperationException();
    }

    public void markRead(UUID noticeId, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
