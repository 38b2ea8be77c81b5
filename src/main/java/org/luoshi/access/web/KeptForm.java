package org.luoshi.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed before the session ended, carried through the sign-in by the browser's own form; the server keeps nothing of it.
 *
 * @param target where it was going, with its query; empty when nothing is carried
 */
public record KeptForm(String target, List<Field> fields, boolean filesLost) {

    static final KeptForm NONE = new KeptForm("", List.of(), false);

    /** Prefix of the carried fields on the sign-in form. */
    private static final String FIELD = "kept.field.";

    private static final String TARGET = "kept.target";
    private static final String FILES_LOST = "kept.files-lost";

    /** One typed value; a name may occur more than once. */
    public record Field(String name, String value) {

        /** Its name while it rides on the sign-in form. */
        public String carriedName() {
            return FIELD + name;
        }

        /** Words of a person rather than an id, a number or a choice: worth showing again. */
        public boolean isProse() {
            return value.codePoints().anyMatch(sign -> sign > 127 || Character.isWhitespace(sign));
        }
    }

    public boolean isEmpty() {
        return target.isEmpty();
    }

    /** The refused request itself. Forms of other sites are not kept: signing in must not send them on. */
    static KeptForm of(HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || !isOurs(request)) {
            return NONE;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return new KeptForm(
                request.getRequestURI() + query,
                fields(request, name -> name.equals("_csrf") || isSecret(name) ? null : name),
                hasFiles(request));
    }

    /** What a sign-in form carries. */
    static KeptForm carriedBy(HttpServletRequest request) {
        String target = request.getParameter(TARGET);
        if (!isLocal(target)) {
            return NONE;
        }
        return new KeptForm(
                target,
                fields(request, name -> name.startsWith(FIELD) ? name.substring(FIELD.length()) : null),
                Boolean.parseBoolean(request.getParameter(FILES_LOST)));
    }

    /** A path on this server and nothing else. */
    static boolean isLocal(@Nullable String target) {
        return target != null
                && target.startsWith("/")
                && !target.startsWith("//")
                && target.chars().noneMatch(sign -> sign < ' ' || sign == '\\');
    }

    private interface Renaming {
        @Nullable
        String of(String name);
    }

    private static List<Field> fields(HttpServletRequest request, Renaming renaming) {
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            String kept = renaming.of(name);
            if (kept != null && !isInQuery(request, name)) {
                Arrays.stream(values).forEach(value -> fields.add(new Field(kept, value)));
            }
        });
        return fields;
    }

    private static boolean isInQuery(HttpServletRequest request, String name) {
        return request.getQueryString() != null && ("&" + request.getQueryString()).contains("&" + name + "=");
    }

    private static boolean isSecret(String name) {
        return name.toLowerCase(Locale.ROOT).contains("password");
    }

    private static boolean hasFiles(HttpServletRequest request) {
        if (!String.valueOf(request.getContentType()).startsWith("multipart/")) {
            return false;
        }
        try {
            return request.getParts().stream()
                    .map(Part::getSubmittedFileName)
                    .anyMatch(name -> name != null && !name.isEmpty());
        } catch (IOException | ServletException e) {
            return true;
        }
    }

    private static boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin == null || isThisHost(origin, request);
    }

    private static boolean isThisHost(String origin, HttpServletRequest request) {
        try {
            return request.getServerName().equals(URI.create(origin).getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
