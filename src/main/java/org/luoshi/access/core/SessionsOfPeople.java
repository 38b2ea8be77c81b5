package org.luoshi.access.core;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Ends what a person has open when the account or the password behind it is no longer what it was. */
@Component
class SessionsOfPeople {

    private final ObjectProvider<FindByIndexNameSessionRepository<?>> sessions;

    SessionsOfPeople(ObjectProvider<FindByIndexNameSessionRepository<?>> sessions) {
        this.sessions = sessions;
    }

    void end(UUID personId, @Nullable String exceptSessionId) {
        sessions.ifAvailable(repository -> repository.findByPrincipalName(personId.toString()).keySet().stream()
                .filter(id -> !id.equals(exceptSessionId))
                .forEach(repository::deleteById));
    }
}
