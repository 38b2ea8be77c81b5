package org.luoshi.access.core;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/** The signed-in person as the session keeps it: an id and nothing that could grow old. */
public record Member(UUID personId) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return personId.toString();
    }
}
