package org.luoshi.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.luoshi.PostgresForTests;
import org.luoshi.access.AccessApi;
import org.luoshi.administration.core.SetUpToken;
import org.luoshi.jobs.Job;
import org.luoshi.jobs.JobsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The first day of a house: the last test sets it up, so the order matters. */
@ApplicationModuleTest(extraIncludes = {"access", "organization", "history", "files", "spreadsheets"})
@AutoConfigureMockMvc
@Import(PostgresForTests.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetUpTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SetUpToken token;

    @Autowired
    private AccessApi access;

    @Autowired
    private OrganizationApi organization;

    @MockitoBean
    private JobsApi jobs;

    @MockitoBean
    private DemonstrationOffice demonstration;

    private String word;

    @BeforeEach
    void aLinkOnTheConsole() {
        word = token.renew();
    }

    @Test
    @Order(1)
    void withoutTheLinkNobodyGetsIn() {
        for (String address : List.of("/set-up", "/set-up?token=0123456789abcdef", "/set-up/office?token=")) {
            assertThat(mvc.get().uri(address).locale(Locale.SIMPLIFIED_CHINESE))
                    .hasStatus(403)
                    .bodyText()
                    .contains("链接无效或已使用");
        }
        String old = word;
        token.renew();
        assertThat(mvc.get().uri("/set-up?token=" + old)).hasStatus(403);
        assertThat(mvc.post().uri("/set-up/office").param("token", old).with(csrf()))
                .hasStatus(403);
        assertThat(access.hasAccounts()).isFalse();
    }

    @Test
    @Order(2)
    void theLinkOffersBothOffices() {
        assertThat(mvc.get().uri("/set-up?token=" + word).locale(Locale.SIMPLIFIED_CHINESE))
                .hasStatusOk()
                .bodyText()
                .contains("我们自己的单位", "演示单位");
        assertThat(mvc.get().uri("/sign-in").locale(Locale.SIMPLIFIED_CHINESE))
                .bodyText()
                .contains("尚未完成初始设置");
    }

    @Test
    @Order(3)
    void anEmptyFormComesBackWithANotePerField() {
        assertThat(mvc.post()
                        .uri("/set-up/office")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .param("token", word)
                        .param("divisions", "综合处")
                        .param("people[0].role", "OFFICER")
                        .param("people[0].name", "周一")
                        .param("people[0].division", "督察处")
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"officeName-error\"", "id=\"people[0].login-error\"", "没有填写“督察处”")
                .contains("三类管理员", "各须填写一人", "综合处", "周一");
    }

    @Test
    @Order(4)
    void oneRefusedPasswordLeavesNothingBehind() {
        assertThat(form().param("people[3].password", "short").exchange())
                .hasStatus(422)
                .bodyText()
                .contains("id=\"people[3]-error\"", "密码至少 10 位", "虚构市政府办公室");
        assertThat(access.hasAccounts()).isFalse();
        assertThat(organization.office()).isEmpty();
    }

    @Test
    @Order(5)
    void theDemonstrationOfficeIsMadeOnceAndItsAccountsAreShownOnce() {
        UUID job = UUID.randomUUID();
        when(jobs.start(any(), any(), any(), any())).thenAnswer(call -> {
            JobsApi.Work work = call.getArgument(3);
            work.run(new JobsApi.Progress() {
                @Override
                public void at(long done, long total) {}

                @Override
                public void checkCancelled() {}
            });
            return job;
        });
        when(demonstration.make(any(), any()))
                .thenReturn(List.of(new FirstAccount(Role.OFFICER, "吴二", "督查处 督查员", "wuer", "Kp7m-Rt4w")));
        when(jobs.find(any(), any())).thenReturn(Optional.of(job(job, Job.State.RUNNING)));
        for (int pressed = 0; pressed < 2; pressed++) {
            assertThat(mvc.post()
                            .uri("/set-up/demonstration")
                            .param("token", word)
                            .with(csrf()))
                    .hasStatus3xxRedirection();
        }
        assertThat(mvc.get().uri("/set-up/demonstration?token=" + word).locale(Locale.SIMPLIFIED_CHINESE))
                .hasStatusOk()
                .bodyText()
                .contains("已完成 40 / 200", "http-equiv=\"refresh\"");

        when(jobs.find(any(), any())).thenReturn(Optional.of(job(job, Job.State.DONE)));
        assertThat(mvc.get().uri("/set-up/demonstration?token=" + word))
                .hasStatusOk()
                .bodyText()
                .contains("wuer", "Kp7m-Rt4w");
        assertThat(mvc.get().uri("/set-up/demonstration?token=" + word))
                .hasStatus(403)
                .bodyText()
                .doesNotContain("Kp7m-Rt4w");
        verify(jobs, times(1)).start(any(), any(), any(), any());
    }

    @Test
    @Order(6)
    void theOwnOfficeIsMadeAtOnceAndTheLinkIsUsedUp() {
        MvcTestResult made = form().exchange();
        assertThat(made).hasStatusOk().bodyText().contains("郑系统", "设置完成");
        Matcher generated = Pattern.compile("sysadmin</code></td>.*?([A-Z]\\w{3}-\\w{4}-\\w{4}-\\w{4})", Pattern.DOTALL)
                .matcher(text(made));
        assertThat(generated.find()).isTrue();

        Unit office = organization.office().orElseThrow();
        assertThat(office.shortName()).isEqualTo("市府办");
        assertThat(access.holders(Role.OFFICER)).hasSize(1);
        assertThat(mvc.post()
                        .uri("/sign-in")
                        .param("login", "sysadmin")
                        .param("password", generated.group(1))
                        .with(csrf()))
                .hasRedirectedUrl("/desk");

        assertThat(form().exchange()).hasStatus(403);
        assertThat(mvc.get().uri("/set-up").locale(Locale.SIMPLIFIED_CHINESE))
                .hasStatusOk()
                .bodyText()
                .contains("初始设置已经完成", "/sign-in");
        String later = token.renew();
        assertThat(mvc.get().uri("/set-up?token=" + later).locale(Locale.SIMPLIFIED_CHINESE))
                .bodyText()
                .contains("初始设置已经完成");
    }

    @Test
    @Order(7)
    void healthIsOpenToWatchers() {
        assertThat(mvc.get().uri("/health"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.database")
                .isEqualTo("ok");
    }

    private MockMvcRequestBuilder form() {
        MockMvcRequestBuilder form = mvc.post()
                .uri("/set-up/office")
                .locale(Locale.SIMPLIFIED_CHINESE)
                .param("token", word)
                .param("officeName", "虚构市政府办公室")
                .param("shortName", "市府办")
                .param("divisions", "综合处\r\n督查处\r\n")
                .with(csrf());
        person(form, 0, "SYSTEM_ADMINISTRATOR", "郑系统", "sysadmin", "", "");
        person(form, 1, "SECURITY_ADMINISTRATOR", "王安全", "security", "", "");
        person(form, 2, "AUDITOR", "冯审计", "auditor", "", "");
        return person(form, 3, "OFFICER", "陈督查", "officer", "督查员", "督查处");
    }

    private static MockMvcRequestBuilder person(
            MockMvcRequestBuilder form,
            int row,
            String role,
            String name,
            String login,
            String title,
            String division) {
        Map.of("role", role, "name", name, "login", login, "title", title, "division", division)
                .forEach((field, value) -> form.param("people[" + row + "]." + field, value));
        return form;
    }

    private static Job job(UUID id, Job.State state) {
        return new Job(
                id, "administration.demonstration", Map.of(), state, 40, 200, null, null, id, Instant.EPOCH, null);
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
