package org.luoshi.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of style sheets and scripts that change when their content does, so that browsers may keep them for a year. */
@Component
class Assets {

    private final ResourceUrlProvider urls;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Assets(ResourceUrlProvider urls) {
        this.urls = urls;
    }

    String address(String name) {
        return known.computeIfAbsent(name, this::lookUp);
    }

    private String lookUp(String name) {
        @Nullable String url = urls.getForLookupPath("/assets/" + name);
        if (url == null) {
            throw new IllegalArgumentException("No such asset: " + name);
        }
        return url;
    }
}
