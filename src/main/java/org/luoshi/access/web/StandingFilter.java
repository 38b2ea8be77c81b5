package org.luoshi.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.luoshi.access.core.Member;
import org.luoshi.access.core.Standing;
import org.luoshi.access.core.Standings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** An account disabled meanwhile is out at the next request; one that must change its password sees nothing else. */
final class StandingFilter extends OncePerRequestFilter {

    private final Standings standings;

    StandingFilter(Standings standings) {
        this.standings = standings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Member member) {
            Standing standing = standings.of(member.personId());
            if (!standing.open()) {
                signOut(request);
            } else if (standing.mustChange() && !isOpenMeanwhile(request.getRequestURI())) {
                response.sendRedirect("/me/password");
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isOpenMeanwhile(String path) {
        return path.equals("/me/password")
                || path.equals("/sign-out")
                || path.equals("/sign-in")
                || path.equals("/health")
                || path.startsWith("/assets/");
    }

    private static void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
