package org.luoshi.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Actor;
import org.luoshiui.StaticTemplates;
import org.luoshiui.Templates;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Clock, languages, assets, and what controllers may ask for as parameters. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PlatformConfiguration implements WebMvcConfigurer {

    private final Pages pages;

    PlatformConfiguration(@Lazy Pages pages) {
        this.pages = pages;
    }

    @Bean
    static Clock clock() {
        return new OfficeClock(Clock.systemUTC());
    }

    /** The one time zone of the office; every instant is stored in UTC. */
    @Bean
    static ZoneId officeZone(@Value("${luoshi.zone:Asia/Shanghai}") String zone) {
        return ZoneId.of(zone);
    }

    @Bean
    static WebMvcRegistrations addressMapping() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new AddressMapping();
            }
        };
    }

    @Bean
    static Templates templates() {
        return new StaticTemplates();
    }

    /** The person's choice by {@code ?lang=}, kept in a cookie; before that the browser's. */
    @Bean
    static LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("luoshi-language");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(HttpServletRequest::getLocale);
        return resolver;
    }

    /** Lets bean validation find its messages in the same bundles. */
    @Bean
    static MessageSource messageSource(Texts texts) {
        return new AbstractMessageSource() {
            @Override
            protected java.text.@Nullable MessageFormat resolveCode(String code, Locale locale) {
                String text = texts.find(locale, code);
                return text == null ? null : new java.text.MessageFormat(text.replace("'", "''"), locale);
            }

            @Override
            protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
                return texts.find(locale, code);
            }
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(
                        "classpath:/static/assets/",
                        "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/",
                        "classpath:/META-INF/resources/webjars/echarts/5.5.0/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PageAndActor());
    }

    private final class PageAndActor implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(Page.class)
                    || parameter.hasParameterAnnotation(CurrentActor.class)
                            && parameter.getParameterType().equals(Actor.class);
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest servletRequest = (HttpServletRequest) request.getNativeRequest();
            return parameter.getParameterType().equals(Page.class)
                    ? pages.of(servletRequest)
                    : pages.actorOf(servletRequest);
        }
    }
}
