package org.luoshi.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.access.core.TokenService;
import org.luoshi.branch.InventedBranch.Made;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Branch life as a program lives it. */
@WholeHouse
@Import(InventedBranch.class)
class BranchApiStoryTests {

    @Autowired
    private InventedBranch invented;

    @Autowired
    private AccessApi access;

    @Autowired
    private TokenService tokens;

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private TestClock clock;

    private MockMvcTester mvc;

    @BeforeEach
    void aDayInJune() {
        clock.set("2026-06-15T09:00:00+08:00");
        mvc = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build());
    }

    @AfterEach
    void asItWas() {
        clock.set(TestClock.START);
    }

    @Test
    void anActivityIsPlannedAndRecordedAndAnswersItsRules() {
        Made branch = invented.withMembers(7);
        invented.electCommittee(branch, LocalDate.of(2025, 3, 1));
        String token = tokenOf(branch.members().get(0));
        assertThat(mvc.get().uri("/api/v1/branches/mine").header("Authorization", token))
                .bodyJson()
                .extractingPath("$.id")
                .isEqualTo(branch.id().toString());

        var planned = mvc.post()
                .uri("/api/v1/branches/{id}/activities", branch.id())
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"kinds": ["THEME_DAY", "MEMBERS_MEETING"], "startsAt": "2026-06-12T01:00:00Z", "place": "会议室", "firstItem": false}
                        """)
                .exchange();
        assertThat(planned).hasStatus(201);
        String body = text(planned);
        UUID id = UUID.fromString(body.replaceAll(".*\"id\":\"([0-9a-f-]+)\".*", "$1"));

        assertThat(mvc.post()
                        .uri("/api/v1/branches/activities/{id}/record", id)
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\": 1, \"present\": [\""
                                + branch.members().get(0) + "\"], \"decided\": \"没有议定事项\"}"))
                .hasStatusOk()
                .bodyText()
                .contains("P-20", "P-25");
        assertThat(mvc.get().uri("/api/v1/branches/{id}/duties", branch.id()).header("Authorization", token))
                .hasStatusOk()
                .bodyText()
                .contains("\"MET\"", "\"OVERDUE\"");
    }

    @Test
    void toAStrangerABranchDoesNotExist() {
        Made branch = invented.withMembers(3);
        String token = tokenOf(invented.withMembers(1).members().get(0));

        assertThat(mvc.get().uri("/api/v1/branches/{id}/duties", branch.id()).header("Authorization", token))
                .hasStatus(404);
        assertThat(mvc.get().uri("/api/v1/branches").header("Authorization", token))
                .hasStatus(403);
    }

    /** Of somebody with an account, as a program sends it. */
    private String tokenOf(UUID person) {
        access.openAccount(person, "p" + person.toString().substring(24), access.newPassword(), false, Actor.system());
        return "Bearer " + tokens.make("接口", TokenService.Scope.WRITE, LocalDate.of(2026, 6, 30), access.actor(person));
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
