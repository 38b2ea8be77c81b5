package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luoshi.SignedIn;
import org.luoshi.ledger.core.DraftItem;
import org.luoshi.ledger.core.ItemDetail;
import org.luoshi.ledger.core.ItemDrafting;
import org.luoshi.ledger.core.ItemQueries;
import org.luoshi.ledger.core.ItemStep;
import org.luoshi.ledger.core.ItemSteps;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.shared.Actor;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

/** Items that are handed on to units without account, and the pages on which that is done; without an actor as a guest does it. */
final class HandedOn {

    private static final Pattern WORD = Pattern.compile("/ledger/guest/([A-Za-z0-9_-]{43})");

    final MockMvcTester mvc;
    private final InventedOffice office;
    private final ItemDrafting drafting;
    private final ItemSteps steps;
    private final ItemQueries queries;

    HandedOn(WebApplicationContext context, InventedOffice office) {
        this.mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
        this.office = office;
        this.drafting = context.getBean(ItemDrafting.class);
        this.steps = context.getBean(ItemSteps.class);
        this.queries = context.getBean(ItemQueries.class);
    }

    /** An item that was sent to this unit. */
    UUID issued(String title, UUID unitId, String... points) {
        UUID id = drafting.draft(
                new DraftItem(
                        title,
                        null,
                        List.of(),
                        List.of(points),
                        null,
                        LocalDate.of(2026, 4, 10),
                        Cycle.MONTHLY,
                        5,
                        unitId,
                        List.of(),
                        List.of(),
                        null,
                        null),
                null,
                office.officer());
        issue(id);
        return id;
    }

    /** Gives a draft that came from above to this unit and sends it. */
    void issueTo(UUID id, UUID unitId) {
        ItemDetail draft = detail(id);
        drafting.revise(
                id,
                draft.item().version(),
                new DraftItem(
                        draft.item().title(),
                        draft.item().sourceId(),
                        List.of(),
                        draft.points().stream().map(ItemDetail.Point::text).toList(),
                        null,
                        draft.item().givenDue(),
                        Cycle.ONCE,
                        null,
                        unitId,
                        List.of(),
                        List.of(),
                        null,
                        null),
                office.officer());
        issue(id);
    }

    private void issue(UUID id) {
        take(id, ItemStep.SUBMIT, office.officer());
        take(id, ItemStep.APPROVE, office.director());
        take(id, ItemStep.ISSUE, office.officer());
    }

    private void take(UUID id, ItemStep step, Actor actor) {
        steps.perform(id, step, StepInput.of(detail(id).item().version()), actor);
    }

    ItemDetail detail(UUID itemId) {
        return queries.detail(itemId, Locale.SIMPLIFIED_CHINESE, office.officer());
    }

    ItemDetail.UnitPart part(UUID itemId) {
        return detail(itemId).units().get(0);
    }

    String itemPage(UUID itemId) {
        return seen("/ledger/items/" + itemId, office.officer());
    }

    /** The word of a link that an officer makes for this part, until 20 March. */
    String link(UUID assignmentId) {
        MvcTestResult made = send(
                "/ledger/assignments/" + assignmentId + "/handing-on/links",
                office.officer(),
                "signer",
                "马渡口",
                "telephone",
                "0991-2200000",
                "until",
                "2026-03-20");
        assertThat(made).hasStatusOk();
        Matcher word = WORD.matcher(text(made));
        assertThat(word.find()).isTrue();
        return word.group(1);
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

    /** Sends a form with files. */
    MvcTestResult send(String uri, @Nullable Actor actor, Map<String, String> fields, MockMultipartFile... files) {
        var request = mvc.post().uri(uri).multipart().locale(Locale.SIMPLIFIED_CHINESE);
        for (MockMultipartFile file : files) {
            request = request.file(file);
        }
        for (Map.Entry<String, String> field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.with(as(actor)).exchange();
    }

    static RequestPostProcessor as(@Nullable Actor actor) {
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
