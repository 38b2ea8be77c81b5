package org.luoshi;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.luoshi.shared.Actor;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Makes a MockMvc request come from this actor, with a valid form token: {@code mvc.post().uri("/x").with(SignedIn.as(officer))}.
 * Needs neither an account nor an ActorSource, so it works in every room's {@code @ApplicationModuleTest} with {@code @AutoConfigureMockMvc}.
 */
public final class SignedIn {

    private SignedIn() {}

    public static RequestPostProcessor as(Actor actor) {
        return request -> {
            request.setAttribute(Actor.class.getName(), actor);
            return csrf().postProcessRequest(user(actor.personId().toString()).postProcessRequest(request));
        };
    }
}
