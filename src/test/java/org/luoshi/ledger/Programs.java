package org.luoshi.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.luoshi.access.AccessApi;
import org.luoshi.access.core.TokenService;
import org.luoshi.shared.Actor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Gives each person of the invented office an account and a real personal token, once. */
public final class Programs {

    private static final Map<UUID, String> TOKENS = new HashMap<>();

    private final AccessApi access;
    private final TokenService tokens;
    private final MockMvcTester mvc;

    public Programs(AccessApi access, TokenService tokens, MockMvcTester mvc) {
        this.access = access;
        this.tokens = tokens;
        this.mvc = mvc;
    }

    public Program of(Actor person) {
        return new Program(mvc, tokenOf(person));
    }

    public String tokenOf(Actor person) {
        return TOKENS.computeIfAbsent(person.personId(), unused -> token(person));
    }

    public Program reading(Actor person) {
        of(person);
        return new Program(mvc, tokens.make("只读", TokenService.Scope.READ, LocalDate.of(2026, 6, 30), person));
    }

    public Program nobody() {
        return new Program(mvc, null);
    }

    private String token(Actor person) {
        String login = "p" + person.personId().toString().replace("-", "").substring(20);
        access.openAccount(person.personId(), login, access.newPassword(), false, Actor.system());
        return tokens.make("接口", TokenService.Scope.WRITE, LocalDate.of(2026, 6, 30), person);
    }
}
