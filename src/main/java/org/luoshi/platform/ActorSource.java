package org.luoshi.platform;

import java.security.Principal;
import org.luoshi.shared.Actor;

/** Implemented once, by the room that signs people in: the person behind a principal, with the posts and roles of this moment. */
public interface ActorSource {

    Actor actorOf(Principal principal);
}
