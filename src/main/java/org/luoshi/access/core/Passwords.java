package org.luoshi.access.core;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.luoshi.shared.SecretWord;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password must be like and how it is kept: only as a salted hash that names its own method. */
@Component
public class Passwords {

    /** bcrypt reads no further. */
    private static final int MOST_BYTES = 72;

    private final AccessSettings settings;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String ofNobody = encoder.encode(SecretWord.next());

    Passwords(AccessSettings settings) {
        this.settings = settings;
    }

    public String generate() {
        return Secrets.password();
    }

    /** The hash to keep. Refused when it does not satisfy the policy. */
    String accept(String login, String password) {
        if (password.codePointCount(0, password.length()) < settings.passwordLength()) {
            throw AccessError.PASSWORD_SHORT.with(Map.of("length", settings.passwordLength()));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw AccessError.PASSWORD_LONG.with(Map.of("length", MOST_BYTES));
        }
        if (classes(password) < settings.passwordClasses()) {
            throw AccessError.PASSWORD_SIMPLE.with(Map.of("classes", settings.passwordClasses()));
        }
        if (password.toLowerCase().contains(login.toLowerCase())) {
            throw AccessError.PASSWORD_IS_LOGIN.plain();
        }
        return encoder.encode(password);
    }

    boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }

    /** Takes as long as a real comparison, so that the clock does not tell whether a login exists. */
    void compareWithNobody(String password) {
        encoder.matches(password, ofNobody);
    }

    private static long classes(String password) {
        return Stream.<IntPredicate>of(
                        Character::isUpperCase,
                        Character::isLowerCase,
                        Character::isDigit,
                        sign -> !Character.isUpperCase(sign)
                                && !Character.isLowerCase(sign)
                                && !Character.isDigit(sign))
                .filter(kind -> password.codePoints().anyMatch(kind))
                .count();
    }
}
