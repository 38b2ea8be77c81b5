package org.luoshi.files.web;

import java.util.List;
import org.luoshi.platform.RailEntry;
import org.luoshi.platform.RailSource;
import org.luoshi.shared.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the guard before every handler, and the line of its figures into the rail of those who watch over it. */
@Configuration(proxyBeanMethods = false)
class GuardConfiguration implements WebMvcConfigurer {

    static final List<Role> WATCHERS = List.of(Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR);

    private final FormGuard guard;

    GuardConfiguration(FormGuard guard) {
        this.guard = guard;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard).excludePathPatterns("/assets/**");
    }

    @Bean
    static RailSource secrecyRail() {
        RailEntry entry = new RailEntry("files.refusals.rail", "/secrecy-refusals", 9, 80, 0);
        return actor -> actor.hasAny(WATCHERS) ? List.of(entry) : List.of();
    }
}
