package org.luoshi.administration.core;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.platform.Texts;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What the console says last: where to go, and before the set-up with which one-time link. Not a log line: logs are kept and sent on. */
@Component
class SetUpLink {

    private static final String RULE = "=".repeat(72);
    private static final List<Locale> LANGUAGES = List.of(Texts.SIMPLIFIED, Texts.ENGLISH);

    private final AccessApi access;
    private final SetUpToken token;
    private final Texts texts;
    private final Environment environment;

    SetUpLink(AccessApi access, SetUpToken token, Texts texts, Environment environment) {
        this.access = access;
        this.token = token;
        this.texts = texts;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            System.out.println(message(address(port)));
        }
    }

    String message(String address) {
        boolean isDone = access.hasAccounts();
        String key = isDone ? "administration.console.ready" : "administration.console.set-up";
        String link = isDone ? address : address + "/set-up?token=" + token.renew();
        StringBuilder message = new StringBuilder("\n").append(RULE).append("\n\n");
        LANGUAGES.forEach(language ->
                message.append("  ").append(texts.get(language, key)).append('\n'));
        return message.append("\n  ").append(link).append("\n\n").append(RULE).toString();
    }

    private String address(String port) {
        boolean isSecure = Stream.of("server.ssl.bundle", "server.ssl.key-store", "server.ssl.certificate")
                .anyMatch(environment::containsProperty);
        @Nullable String path = environment.getProperty("server.servlet.context-path", "");
        return (isSecure ? "https" : "http") + "://localhost:" + port + path;
    }
}
