package org.luoshi.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.UnsupportedEncodingException;
import java.util.Locale;
import org.luoshi.SignedIn;
import org.luoshi.shared.Actor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** The pages of meetings as somebody sees and sends them, in Chinese. */
public final class MeetingPages {

    private final MockMvcTester mvc;

    public MeetingPages(WebApplicationContext context) {
        mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
    }

    public MvcTestResult get(String uri, Actor actor) {
        return mvc.get()
                .uri(uri)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(SignedIn.as(actor))
                .exchange();
    }

    /** The page, which must be there. */
    public String seen(String uri, Actor actor) {
        MvcTestResult result = get(uri, actor);
        assertThat(result).hasStatusOk();
        return text(result);
    }

    /** Sends a form: name, value, name, value … */
    public MvcTestResult send(String uri, Actor actor, String... namesAndValues) {
        var request = mvc.post().uri(uri).locale(Locale.SIMPLIFIED_CHINESE).with(SignedIn.as(actor));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request = request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return request.exchange();
    }

    /** Sends a form that must be taken; where it leads. */
    public String sent(String uri, Actor actor, String... namesAndValues) {
        MvcTestResult result = send(uri, actor, namesAndValues);
        assertThat(result).hasStatus3xxRedirection();
        return String.valueOf(result.getResponse().getRedirectedUrl());
    }

    public static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
