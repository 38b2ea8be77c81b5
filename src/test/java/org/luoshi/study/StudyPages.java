package org.luoshi.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.UnsupportedEncodingException;
import java.util.Locale;
import org.luoshi.SignedIn;
import org.luoshi.shared.Actor;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** The pages of study as somebody sees and sends them, in Chinese. */
final class StudyPages {

    private final MockMvcTester mvc;

    StudyPages(WebApplicationContext context) {
        mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
    }

    MvcTestResult get(String uri, Actor actor) {
        return mvc.get()
                .uri(uri)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(SignedIn.as(actor))
                .exchange();
    }

    /** The page, which must be there. */
    String seen(String uri, Actor actor) {
        MvcTestResult result = get(uri, actor);
        assertThat(result).hasStatusOk();
        return text(result);
    }

    /** Sends a form: name, value, name, value … */
    MvcTestResult send(String uri, Actor actor, String... namesAndValues) {
        var request = mvc.post().uri(uri).locale(Locale.SIMPLIFIED_CHINESE).with(SignedIn.as(actor));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request = request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return request.exchange();
    }

    /** Sends a form that must be taken. */
    void sent(String uri, Actor actor, String... namesAndValues) {
        assertThat(send(uri, actor, namesAndValues)).hasStatus3xxRedirection();
    }

    MvcTestResult upload(String uri, Actor actor, String name, byte[] content, String... namesAndValues) {
        var request = mvc.post()
                .uri(uri)
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(SignedIn.as(actor));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request = request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return request.exchange();
    }

    static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
