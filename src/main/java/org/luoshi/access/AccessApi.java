package org.luoshi.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** Accounts and roles. */
@Component
public class AccessApi {

    /** The person with the posts and roles of this moment. */
    public Actor actor(UUID personId) {
        throw new UnsupportedOperationException();
    }

    /** False only before the set-up. */
    public boolean hasAccounts() {
        throw new UnsupportedOperationException();
    }

    /** Opens an account for a person. The password must satisfy the policy; {@code mustChange} asks for a new one at the first sign-in. */
    public void openAccount(UUID personId, String login, String password, boolean mustChange, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Gives an office, leader or unit role to a post. */
    public void grantToPost(UUID postId, Role role, Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** Gives an administrative role to a person. Refused when the person holds another one, or any non-administrative role through a post. */
    public void grantToPerson(UUID personId, Role role, Actor actor) {
        throw new UnsupportedOperationException();
    }

    public Set<Role> rolesOfPost(UUID postId) {
        throw new UnsupportedOperationException();
    }

    /** People who hold a post with this role in exactly this unit today. */
    public List<UUID> holders(UUID unitId, Role role) {
        throw new UnsupportedOperationException();
    }

    /** People who hold this role in any unit today: all officers, the directors. */
    public List<UUID> holders(Role role) {
        throw new UnsupportedOperationException();
    }

    /** Posts with this role, of these units. */
    public List<UUID> postsWith(Role role, Collection<UUID> unitIds) {
        throw new UnsupportedOperationException();
    }

    /** All posts with this role: the leaders that an instruction may come from. */
    public List<UUID> postsWith(Role role) {
        throw new UnsupportedOperationException();
    }
}
