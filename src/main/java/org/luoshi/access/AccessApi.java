package org.luoshi.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.access.core.AccountService;
import org.luoshi.access.core.GrantService;
import org.luoshi.access.core.Passwords;
import org.luoshi.access.core.RoleQueries;
import org.luoshi.access.core.SignIns;
import org.luoshi.access.core.Standings;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** Accounts and roles. */
@Component
public class AccessApi {

    private final Standings standings;
    private final AccountService accounts;
    private final GrantService grants;
    private final RoleQueries roles;
    private final Passwords passwords;
    private final SignIns signIns;

    AccessApi(
            Standings standings,
            AccountService accounts,
            GrantService grants,
            RoleQueries roles,
            Passwords passwords,
            SignIns signIns) {
        this.standings = standings;
        this.accounts = accounts;
        this.grants = grants;
        this.roles = roles;
        this.passwords = passwords;
        this.signIns = signIns;
    }

    /** A random password that satisfies the policy and can be read out: shown once, never kept. */
    public String newPassword() {
        return passwords.generate();
    }

    /** The person with the posts and roles of this moment. */
    public Actor actor(UUID personId) {
        return standings.of(personId).actor();
    }

    /** Whether the person may come in today: an account that is not disabled, and not somebody who has left. */
    public boolean isOpen(UUID personId) {
        return standings.isOpen(personId);
    }

    /** False only before the set-up. */
    public boolean hasAccounts() {
        return roles.hasAccounts();
    }

    /** Opens an account for a person. The password must satisfy the policy; {@code mustChange} asks for a new one at the first sign-in. */
    public void openAccount(UUID personId, String login, String password, boolean mustChange, Actor actor) {
        accounts.open(personId, login, password, mustChange, actor);
    }

    /** Gives an office, leader or unit role to a post. */
    public void grantToPost(UUID postId, Role role, Actor actor) {
        grants.grantToPost(postId, role, actor);
    }

    /** Gives an administrative role to a person. Refused when the person holds another one, or any non-administrative role through a post. */
    public void grantToPerson(UUID personId, Role role, Actor actor) {
        grants.grantToPerson(personId, role, actor);
    }

    /** People who hold a post with this role in exactly this unit today. */
    public List<UUID> holders(UUID unitId, Role role) {
        return roles.holders(unitId, role);
    }

    /** The same for many units at once; units where nobody holds it are left out. */
    public Map<UUID, List<UUID>> holders(Collection<UUID> unitIds, Role role) {
        return roles.holders(unitIds, role);
    }

    /** People who hold this role in any unit today: all officers, the directors. */
    public List<UUID> holders(Role role) {
        return roles.holders(role);
    }

    /** Posts with this role, of these units. */
    public List<UUID> postsWith(Role role, Collection<UUID> unitIds) {
        return roles.posts(role, unitIds);
    }

    /** All posts with this role: the leaders that an instruction may come from. */
    public List<UUID> postsWith(Role role) {
        return roles.posts(role);
    }

    /**
     * A secret word that opens nothing counts like a wrong password from that network address. False where so many came from there
     * that it is not even answered any more.
     */
    public boolean countWrongWord(String address) {
        if (signIns.tooManyFrom(address)) {
            return false;
        }
        signIns.tokenRefused(address);
        return true;
    }
}
