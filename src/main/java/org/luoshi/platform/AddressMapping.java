package org.luoshi.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds who answers for an address. Of the hundreds of addresses with variables in them only those are looked at whose fixed beginning fits:
 * looking at all took two fifths of the time of a short request. Where this does not find exactly one, Spring looks as it always does.
 */
final class AddressMapping extends RequestMappingHandlerMapping {

    private volatile @Nullable Map<String, List<Answering>> byBeginning;

    private record Answering(RequestMappingInfo info, HandlerMethod method) {}

    @Override
    protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo info) {
        super.registerHandlerMethod(handler, method, info);
        byBeginning = null;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        Answering found = path.indexOf('%') < 0 ? onlyOne(path, request) : null;
        if (found == null) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, found.method);
        handleMatch(found.info, path, request);
        return found.method;
    }

    /** The one that fits, its conditions narrowed to this request; null for none or several. */
    private @Nullable Answering onlyOne(String path, HttpServletRequest request) {
        Answering found = null;
        for (Answering one : near(path)) {
            RequestMappingInfo fitting = getMatchingMapping(one.info, request);
            if (fitting != null && found != null) {
                return null;
            }
            found = fitting == null ? found : new Answering(fitting, one.method);
        }
        return found;
    }

    private List<Answering> near(String path) {
        Map<String, List<Answering>> all = byBeginning();
        List<Answering> near = new ArrayList<>(all.getOrDefault(path, List.of()));
        for (int end = path.indexOf('/') + 1; end > 0 && end < path.length(); end = path.indexOf('/', end) + 1) {
            near.addAll(all.getOrDefault(path.substring(0, end), List.of()));
        }
        return near;
    }

    private Map<String, List<Answering>> byBeginning() {
        Map<String, List<Answering>> known = byBeginning;
        if (known == null) {
            known = new HashMap<>();
            for (Map.Entry<RequestMappingInfo, HandlerMethod> one :
                    getHandlerMethods().entrySet()) {
                for (String pattern : one.getKey().getPatternValues()) {
                    known.computeIfAbsent(beginning(pattern), unused -> new ArrayList<>())
                            .add(new Answering(one.getKey(), one.getValue()));
                }
            }
            byBeginning = known;
        }
        return known;
    }

    /** A pattern without variables itself; else what stands before the first one, up to the last slash. */
    private static String beginning(String pattern) {
        String fixed = pattern.split("[{*?]", 2)[0];
        return fixed.length() == pattern.length() ? fixed : fixed.substring(0, fixed.lastIndexOf('/') + 1);
    }
}
