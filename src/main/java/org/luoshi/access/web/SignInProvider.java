package org.luoshi.access.web;

import java.util.List;
import java.util.UUID;
import org.luoshi.access.core.Member;
import org.luoshi.access.core.SignIns;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Tells Spring Security what {@link SignIns} decided. */
@Component
class SignInProvider implements AuthenticationProvider {

    private final SignIns signIns;

    SignInProvider(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String address = typed.getDetails() instanceof WebAuthenticationDetails details
                ? Addresses.plain(details.getRemoteAddress())
                : "";
        SignIns.Answer answer = signIns.attempt(typed.getName(), String.valueOf(typed.getCredentials()), address);
        UUID personId = answer.personId();
        if (personId != null) {
            return UsernamePasswordAuthenticationToken.authenticated(new Member(personId), null, List.of());
        }
        throw switch (answer.outcome()) {
            case LOCKED -> new LockedException("locked");
            case DISABLED -> new DisabledException("disabled");
            case SIGNED_IN, WRONG, TOKEN_REFUSED -> new BadCredentialsException("wrong");
        };
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
