package org.luoshi.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.UnsupportedEncodingException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.luoshi.SignedIn;
import org.luoshi.shared.Actor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

/** The pages of filling as somebody sees and sends them, in Chinese; without an actor, as a visitor of a link does. */
final class FillingPages {

    private final MockMvcTester mvc;

    FillingPages(WebApplicationContext context) {
        mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
    }

    MvcTestResult get(String uri, @Nullable Actor actor) {
        return mvc.get()
                .uri(uri)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(as(actor))
                .exchange();
    }

    /** The page, which must be there. */
    String seen(String uri, @Nullable Actor actor) {
        MvcTestResult result = get(uri, actor);
        assertThat(result).hasStatusOk();
        return text(result);
    }

    /** Sends a form: name, value, name, value … */
    MvcTestResult send(String uri, @Nullable Actor actor, String... namesAndValues) {
        var request = mvc.post().uri(uri).locale(Locale.SIMPLIFIED_CHINESE).with(as(actor));
        for (int n = 0; n < namesAndValues.length; n += 2) {
            request = request.param(namesAndValues[n], namesAndValues[n + 1]);
        }
        return request.exchange();
    }

    /** Sends what must be taken, and returns the page that says so. */
    String sent(String uri, @Nullable Actor actor, String... namesAndValues) {
        MvcTestResult result = send(uri, actor, namesAndValues);
        assertThat(result).hasStatusOk();
        assertThat(text(result)).contains("已收下");
        return text(result);
    }

    /** Asked from another network address, so that nobody else is locked out. */
    MvcTestResult getFrom(String address, String uri) {
        return mvc.get()
                .uri(uri)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange();
    }

    /** What a page of an earlier session sends. */
    MvcTestResult sendWithoutFormToken(String uri, String name, String value) {
        return mvc.post()
                .uri(uri)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .param(name, value)
                .exchange();
    }

    private static RequestPostProcessor as(@Nullable Actor actor) {
        return actor == null ? csrf() : SignedIn.as(actor);
    }

    static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
