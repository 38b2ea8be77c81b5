package org.luoshi.access.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.platform.Pages;
import org.luoshiui.Templates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestWrapper;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** What the security chain shows to people: the sign-in form, again or for the first time, without losing what they typed. */
@Component
class SignInAnswers {

    private final Templates templates;
    private final ObjectProvider<Pages> pages;
    private final LocaleResolver locales;

    SignInAnswers(Templates templates, ObjectProvider<Pages> pages, LocaleResolver locales) {
        this.templates = templates;
        this.pages = pages;
        this.locales = locales;
    }

    /** Nobody is signed in. */
    void signInFirst(HttpServletRequest request, HttpServletResponse response, AuthenticationException unused)
            throws IOException, ServletException {
        KeptForm kept = KeptForm.of(request);
        if (!kept.isEmpty()) {
            keep(kept, request, response);
        } else if (isScript(request)) {
            note(HttpStatus.UNAUTHORIZED, "access.session.note", request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/sign-in" + back(request));
        }
    }

    /** The form token is missing or of an earlier session; or the rules of the chain say no. */
    void refused(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        KeptForm kept = denied instanceof CsrfException ? KeptForm.of(request) : KeptForm.NONE;
        if (request.getRequestURI().equals("/sign-in")) {
            show(
                    HttpStatus.FORBIDDEN,
                    form(page(request), "access.session.again", request, KeptForm.carriedBy(request)),
                    request,
                    response);
        } else if (request.getRequestURI().equals("/sign-out")) {
            response.sendRedirect("/desk");
        } else if (!kept.isEmpty()) {
            keep(kept, request, response);
        } else if (isScript(request)) {
            note(HttpStatus.FORBIDDEN, "platform.error.forbidden", request, response);
        } else {
            Page page = page(request);
            show(
                    HttpStatus.FORBIDDEN,
                    templates.layoutError(page, 403, page.t("platform.error.forbidden")),
                    request,
                    response);
        }
    }

    void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication unused)
            throws IOException, ServletException {
        KeptForm kept = KeptForm.carriedBy(request);
        if (!kept.isEmpty()) {
            show(HttpStatus.OK, templates.accessResume(page(request), kept), request, response);
            return;
        }
        String back = request.getParameter("back");
        response.sendRedirect(KeptForm.isLocal(back) ? back : "/desk");
    }

    void wrong(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        String key = failure instanceof LockedException
                ? "access.sign-in.locked"
                : failure instanceof DisabledException ? "access.sign-in.disabled" : "access.sign-in.wrong";
        show(
                HttpStatus.UNAUTHORIZED,
                form(page(request), key, request, KeptForm.carriedBy(request)),
                request,
                response);
    }

    /** Signed in meanwhile (another tab): only to be sent again. Otherwise sign in first. htmx puts the page in place of this one. */
    private void keep(KeptForm kept, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (isScript(request)) {
            response.setHeader("HX-Retarget", "body");
            response.setHeader("HX-Reswap", "innerHTML");
            response.setHeader("HX-Push-Url", "false");
        }
        Page page = page(request);
        boolean mayGoOn = page.isSignedIn() || isForGuests(request.getRequestURI());
        JteModel answer =
                mayGoOn ? templates.accessResume(page, kept) : form(page, "access.session.kept", request, kept);
        show(HttpStatus.FORBIDDEN, answer, request, response);
    }

    private static boolean isForGuests(String path) {
        return path.startsWith("/set-up") || path.startsWith("/report/") || path.startsWith("/ledger/guest/");
    }

    private JteModel form(Page page, String messageKey, HttpServletRequest request, KeptForm kept) {
        return templates.accessSignIn(
                page, value(request, "login"), safeBack(request.getParameter("back")), page.t(messageKey), kept);
    }

    private static String value(HttpServletRequest request, String name) {
        String value = request.getRequestURI().equals("/sign-in") ? request.getParameter(name) : null;
        return value == null ? "" : value;
    }

    static String safeBack(@Nullable String back) {
        return back != null && KeptForm.isLocal(back) ? back : "";
    }

    private void note(HttpStatus status, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader("HX-Retarget", "#note");
        response.setHeader("HX-Reswap", "innerHTML");
        show(status, templates.accessNote(page(request), page(request).t(key)), request, response);
    }

    private static String back(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String address = request.getRequestURI() + query;
        return address.equals("/")
                ? ""
                : UriComponentsBuilder.newInstance()
                        .queryParam("back", "{back}")
                        .encode()
                        .buildAndExpand(address)
                        .toUriString();
    }

    private static boolean isScript(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** This early the request knows neither the reader's language nor the person yet. */
    private Page page(HttpServletRequest request) {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        return pages.getObject().of(new SecurityContextHolderAwareRequestWrapper(request, ""));
    }

    private static void show(
            HttpStatus status, JteModel content, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        try {
            Html.withStatus(status, content).render(Map.of(), request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
