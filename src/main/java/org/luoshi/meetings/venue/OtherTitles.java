package org.luoshi.meetings.venue;

import java.util.Optional;
import java.util.UUID;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.springframework.stereotype.Component;

/** The name of a meeting that is in the way, for those who may see that meeting. */
@Component
class OtherTitles {

    private final MeetingRights rights;

    OtherTitles(MeetingRights rights) {
        this.rights = rights;
    }

    Optional<String> of(UUID meetingId, Actor viewer) {
        try {
            return Optional.of(rights.visible(meetingId, viewer).title());
        } catch (BusinessException hidden) {
            return Optional.empty();
        }
    }
}
