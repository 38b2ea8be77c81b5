package org.luoshi.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.luoshi.access.core.Member;
import org.luoshi.access.core.SignIns;
import org.luoshi.access.core.TokenService;
import org.luoshi.access.core.TokenUses;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** A personal token stands in for a session, for this one request. */
final class TokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final TokenUses tokens;
    private final SignIns signIns;
    private final ApiRefusals refusals;

    TokenFilter(TokenUses tokens, SignIns signIns, ApiRefusals refusals) {
        this.tokens = tokens;
        this.signIns = signIns;
        this.refusals = refusals;
    }

    static boolean hasToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !hasToken(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String word = request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(BEARER.length())
                .strip();
        Optional<TokenService.Holder> holder;
        try {
            holder = tokens.of(word);
        } catch (CannotCreateTransactionException | DataAccessResourceFailureException away) {
            refusals.tell(HttpStatus.SERVICE_UNAVAILABLE, "platform.api.unavailable", request, response);
            return;
        }
        if (holder.isEmpty()) {
            refuse(request, response);
        } else if (holder.get().scope() == TokenService.Scope.READ && !READING.contains(request.getMethod())) {
            refusals.tell(HttpStatus.FORBIDDEN, "access.token-scope", request, response);
        } else {
            signIn(holder.get());
            chain.doFilter(request, response);
        }
    }

    /** A good token still works from an address that sent many bad ones; only guessing is slowed down. */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = Addresses.plain(request.getRemoteAddr());
        if (signIns.tooManyFrom(address)) {
            refusals.tell(HttpStatus.TOO_MANY_REQUESTS, "access.too-many", request, response);
            return;
        }
        signIns.tokenRefused(address);
        refusals.tell(HttpStatus.UNAUTHORIZED, "access.token-refused", request, response);
    }

    private static void signIn(TokenService.Holder holder) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(new Member(holder.personId()), null, List.of()));
        SecurityContextHolder.setContext(context);
    }
}
