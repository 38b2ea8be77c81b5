package org.luoshi.files.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.luoshi.files.core.SecrecyGuard;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/** Stands before every page and every API: no field of a form, no file name and no upload reaches a room unseen. */
@Component
class FormGuard implements HandlerInterceptor {

    private static final Set<String> ASKING = Set.of("GET", "HEAD");
    /** Never kept as text, so a mark in it means nothing. */
    private static final Set<String> NOT_LOOKED_AT = Set.of("_csrf", "password");

    private final SecrecyGuard guard;

    FormGuard(SecrecyGuard guard) {
        this.guard = guard;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean asks = ASKING.contains(request.getMethod());
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            if (!NOT_LOOKED_AT.contains(field.getKey())) {
                for (String value : field.getValue()) {
                    check(value, asks);
                }
            }
        }
        // Security wraps the request, so it may not be one itself.
        MultipartHttpServletRequest upload = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (upload != null) {
            for (List<MultipartFile> files : upload.getMultiFileMap().values()) {
                for (MultipartFile file : files) {
                    check(file);
                }
            }
        }
        return true;
    }

    /** Who searches for the word 机密 writes nothing. */
    private void check(String value, boolean asks) {
        if (asks) {
            guard.requireNoMark(value);
        } else {
            guard.requireUnmarked(value);
        }
    }

    /** A file input that was left empty comes as a part without name and content. */
    private void check(MultipartFile file) throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        if (!name.isEmpty() || !file.isEmpty()) {
            guard.requireUnmarkedFile(name, file.getBytes());
        }
    }
}
