package org.luoshi.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import org.luoshi.shared.Role;
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

    @Test
    void duesAreSaidConfirmedAndAnnounced() {
        String[] form = {"payer", "SALARIED", "band", "SALARIED-1", "from", "2026-06", "months", "1", "amount", "99"};
        assertThat(post("/my/dues", member, form)).hasStatus(422).bodyText().contains("value=\"99\"", "50.00");
        form[9] = "31.50";
        assertThat(post("/my/dues", member, form)).hasStatus3xxRedirection();
        assertThat(post("/my/dues", member, form)).hasStatus(409);
        assertThat(post("/my/dues", InventedBranch.as(UUID.randomUUID()), form)).hasStatus(404);
        assertThat(get("/my/dues", InventedBranch.as(UUID.randomUUID()))).hasStatusOk();

        String receipt = body(get(base + "/dues", secretary)).replaceAll("(?s).*action=\"([^\"]*/receipt)\".*", "$1");
        assertThat(post(receipt, member, "reference", "0009", "on", "2026-06-15"))
                .hasStatus(403);
        assertThat(post(receipt, secretary, "reference", "0009", "on", "2026-07-15"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"0009\"");
        assertThat(post(receipt, secretary, "reference", "0009", "on", "2026-06-15"))
                .hasStatus3xxRedirection();
        assertThat(body(get(base + "/dues", secretary))).contains("0009", "31.50");
        assertThat(get(base + "/dues", member)).hasStatus(403);
        assertThat(body(get(base + "/dues/announcement", member)))
                .contains("31.50")
                .doesNotContain("0009");

        String who = branch.members().get(7).toString();
        assertThat(post(base + "/dues/reliefs", secretary, "person", who, "on", "2026-06-15", "from", "x", "to", "x"))
                .hasStatus(422);
        assertThat(post(
                        base + "/dues/reliefs",
                        secretary,
                        "person",
                        who,
                        "on",
                        "2026-06-15",
                        "from",
                        "2026-07",
                        "to",
                        "2026-12"))
                .hasStatus3xxRedirection();
        Actor above = new Actor(UUID.randomUUID(), "机关党务", List.of(), Set.of(Role.PARTY_AFFAIRS));
        String page = body(get(base + "/dues", above));
        assertThat(page).doesNotContain("31.50");
        String decision = page.replaceAll("(?s).*action=\"([^\"]*/decision)\".*", "$1");
        assertThat(post(decision, above, "decision", "approved")).hasStatus(422);
        assertThat(post(decision, above, "decision", "approved", "reference", "批3号"))
                .hasStatus3xxRedirection();

        assertThat(post(base + "/dues/voluntary", secretary, "person", who, "on", "2026-06-15", "amount", "1500"))
                .hasStatus3xxRedirection();
        String passing =
                body(get(base + "/dues", secretary)).replaceAll("(?s).*action=\"([^\"]*/passing-on)\".*", "$1");
        assertThat(post(passing, secretary, "reference", "中管1号", "on", "2026-06-15"))
                .hasStatus3xxRedirection();
    }

    @Test
    void careIsOpenedNotedAndEndedAndOthersFindNothing() {
        String who = branch.members().get(7).toString();
        assertThat(get(base + "/care", member)).hasStatus(404);
        assertThat(post(base + "/care", secretary)).hasStatus(422);
        assertThat(post(base + "/care", secretary, "person", who)).hasStatus3xxRedirection();
        String entries = body(get(base + "/care", secretary)).replaceAll("(?s).*action=\"([^\"]*/entries)\".*", "$1");
        assertThat(post(entries, secretary, "kind", "VISIT", "on", "2026-06-16", "words", "上门<看望>"))
                .hasStatus(422)
                .bodyText()
                .contains("上门&lt;看望&gt;");
        assertThat(post(entries, secretary, "kind", "VISIT", "on", "2026-06-15", "words", "上门看望"))
                .hasStatus3xxRedirection();
        assertThat(body(get(base + "/care", secretary))).contains("上门看望");
        String one = entries.replace("/entries", "");
        assertThat(post(
                        one + "/readers",
                        secretary,
                        "person",
                        branch.members().get(6).toString()))
                .hasStatus3xxRedirection();
        assertThat(body(get(base + "/care", InventedBranch.as(branch.members().get(6)))))
                .contains("上门看望");
        assertThat(post(one + "/hold", secretary, "version", "1", "reason", "复议"))
                .hasStatus3xxRedirection();
        assertThat(post(one + "/end", secretary, "version", "1", "on", "2026-06-15"))
                .hasStatus(409);
        assertThat(post(one + "/end", secretary, "version", "2", "on", "2026-06-15"))
                .hasStatus3xxRedirection();
        assertThat(post(
                        base + "/talk-hints/dismissals",
                        secretary,
                        "person",
                        who,
                        "reason",
                        "NEW_MEMBER",
                        "since",
                        "2026-06-01"))
                .hasStatus3xxRedirection();
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
