package org.luoshi.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.SignedIn;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.branch.InventedBranch.Made;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** The pages of transfers, recruiting, dues and care, as forms send them. */
@WholeHouse
@Import(InventedBranch.class)
class PeoplePagesTests {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private InventedBranch invented;

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private TestClock clock;

    private MockMvcTester mvc;
    private Made branch;
    private Made other;
    private Actor secretary;
    private Actor member;
    private String base;

    @BeforeEach
    void twoBranchesInJune() {
        clock.set("2026-06-15T09:00:00+08:00");
        mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
        branch = invented.withMembers(8);
        other = invented.withMembers(7);
        invented.electCommittee(branch, LocalDate.of(2025, 3, 1));
        invented.electCommittee(other, LocalDate.of(2025, 3, 1));
        secretary = InventedBranch.as(branch.members().get(0));
        member = InventedBranch.as(branch.members().get(7));
        base = "/branches/" + branch.id();
    }

    @AfterEach
    void asItWas() {
        clock.set(TestClock.START);
    }

    @Test
    void aTransferIsBegunReceivedAndNotReceivedTwice() {
        String who = branch.members().get(6).toString();
        String[] form = {
            "kind",
            "BETWEEN_BRANCHES",
            "person",
            who,
            "toBranch",
            other.id().toString(),
            "cause",
            "工作<调动>",
            "letterNumber",
            "第3号",
            "letterOn",
            "2026-06-15",
            "validUntil",
            "2026-12-31"
        };
        assertThat(post(base + "/transfers", secretary, form))
                .hasStatus(422)
                .bodyText()
                .contains("90", "工作&lt;调动", "第3号");
        form[form.length - 1] = "2026-07-31";
        assertThat(post(base + "/transfers", secretary, form)).hasStatus3xxRedirection();
        assertThat(post(base + "/transfers", secretary, form)).hasStatus(409);
        assertThat(get(base + "/transfers", member)).hasStatus(403);

        Actor receiver = InventedBranch.as(other.members().get(0));
        String there = "/branches/" + other.id() + "/transfers";
        String page = body(get(there, receiver));
        String receipt = page.replaceAll("(?s).*action=\"([^\"]*/receipt)\".*", "$1");
        assertThat(post(receipt, receiver, "on", "2026-06-32")).hasStatus(422);
        assertThat(post(receipt, receiver, "on", "2026-06-15")).hasStatus3xxRedirection();
        assertThat(post(receipt, receiver, "on", "2026-06-15"))
                .hasStatus(409)
                .bodyText()
                .contains("role=\"alert\"");
        assertThat(get(base + "/transfers", secretary)).hasStatusOk();
        assertThat(get(base + "/transfers/new", secretary)).hasStatusOk();
        assertThat(get(base + "/transfers/new?kind=FROM_OUTSIDE", secretary)).hasStatusOk();
    }

    @Test
    void anApplicationIsRecordedAndAWrongDayComesBackAsTyped() {
        String name = "入党申请人" + UUID.randomUUID().toString().substring(0, 8);
        organization.addPerson(name, null, null, Actor.system());
        assertThat(post(base + "/recruits", secretary, "person", "没有这人", "on", "2026-06-01"))
                .hasStatus(422)
                .bodyText()
                .contains("没有这人", "2026-06-01");
        assertThat(post(base + "/recruits", secretary, "person", name, "on", "2026-06-01"))
                .hasStatus3xxRedirection();
        String page = body(get(base + "/recruits", secretary));
        assertThat(page).contains(name, "D-01", "D-03");
        String events = page.replaceAll("(?s).*action=\"([^\"]*/events)\".*", "$1");
        assertThat(post(events, secretary, "step", "TALK", "on", "2026-05-01", "version", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("2026-05-01");
        assertThat(post(events, secretary, "step", "TALK", "on", "2026-06-10", "version", "1"))
                .hasStatus3xxRedirection();
        assertThat(get(base + "/recruits", member)).hasStatus(403);
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(path).with(SignedIn.as(actor)).exchange();
    }

    private MvcTestResult post(String path, Actor actor, String... values) {
        var request = mvc.post().uri(path).with(SignedIn.as(actor));
        for (int i = 0; i < values.length; i += 2) {
            request.param(values[i], values[i + 1]);
        }
        return request.exchange();
    }

    private static String body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
