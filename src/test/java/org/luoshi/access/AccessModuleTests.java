package org.luoshi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.access.core.TokenService;
import org.luoshi.history.HistoryApi;
import org.luoshi.organization.Holding;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Post;
import org.luoshi.organization.PostHandedOver;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshi.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockPart;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationModuleTest
@AutoConfigureMockMvc
@Import(PostgresForTests.class)
class AccessModuleTests {

    private static final String PASSWORD = "Spring-2026-rain";

    @Autowired
    private AccessApi access;

    @Autowired
    private TokenService tokens;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @MockitoBean
    private HistoryApi history;

    @MockitoBean
    private OrganizationApi organization;

    private UUID person;
    private UUID post;
    private String login;

    @BeforeEach
    void aPersonOnAPost() {
        person = UUID.randomUUID();
        post = UUID.randomUUID();
        login = "lin" + person.toString().substring(0, 8);
        LocalDate start = LocalDate.of(2026, 1, 1);
        when(organization.person(any()))
                .thenAnswer(call -> Optional.of(new Person(call.getArgument(0), "林一", null, null)));
        when(organization.post(post))
                .thenReturn(Optional.of(new Post(post, UUID.randomUUID(), "督查员", 1, null, start, null)));
        when(organization.postsHeldBy(any(), any()))
                .thenAnswer(call -> call.getArgument(0).equals(person)
                        ? List.of(organization.post(post).orElseThrow())
                        : List.of());
        when(organization.holdersOf(anyCollection(), any()))
                .thenReturn(List.of(new Holding(post, person, start, null)));
        when(organization.units(anyCollection())).thenReturn(Map.of());
        access.openAccount(person, login, PASSWORD, false, Actor.system());
    }

    @Test
    void aRightPasswordOpensASessionWithANewId() {
        MvcTestResult in = signIn(login, PASSWORD, "10.0.0.1");
        assertThat(in).hasStatus3xxRedirection().hasRedirectedUrl("/desk");
        Cookie session = sessionOf(in);
        assertThat(mvc.get().uri("/me").cookie(session))
                .hasStatusOk()
                .bodyText()
                .contains("林一");
    }

    @Test
    void thatSomebodyIsThereIsWrittenOnceAMinute() {
        Cookie session = sessionOf(signIn(login, PASSWORD, "10.0.0.11"));
        long twoMinutesAgo = System.currentTimeMillis() - 120_000;
        jdbc.sql("update spring_session set last_access_time = ? where principal_name = ?")
                .params(twoMinutesAgo, person.toString())
                .update();
        assertThat(mvc.get().uri("/me").cookie(session)).hasStatusOk();
        long written = lastAccess();
        assertThat(written).isGreaterThan(twoMinutesAgo);
        assertThat(mvc.get().uri("/me").cookie(session)).hasStatusOk();
        assertThat(lastAccess()).isEqualTo(written);
    }

    private long lastAccess() {
        return jdbc.sql("select last_access_time from spring_session where principal_name = ?")
                .param(person.toString())
                .query(Long.class)
                .single();
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginGetTheSameAnswer() {
        String wrong = text(signIn(login, "Wrong-2026-rain", "10.0.0.2"));
        String unknown = text(signIn("nobody" + login, "Wrong-2026-rain", "10.0.0.2"));
        assertThat(wrong).contains("登录名或密码不正确");
        assertThat(withoutWhatDiffers(unknown.replace("nobody" + login, login))).isEqualTo(withoutWhatDiffers(wrong));
    }

    @Test
    void fiveWrongPasswordsLockALoginWhetherItExistsOrNot() {
        for (String typed : List.of(login, "nobody" + login)) {
            for (int i = 0; i < 4; i++) {
                assertThat(text(signIn(typed, "Wrong-2026-rain", "10.0.0.3"))).contains("登录名或密码不正确");
            }
            assertThat(text(signIn(typed, "Wrong-2026-rain", "10.0.0.3"))).contains("尝试次数过多");
        }
        assertThat(text(signIn(login, PASSWORD, "10.0.0.4"))).contains("尝试次数过多");
    }

    @Test
    void oneAddressCannotTryManyLogins() {
        for (int i = 0; i < 60; i++) {
            signIn("guess" + i + login, "Wrong-2026-rain", "10.9.9.9");
        }
        assertThat(text(signIn(login, PASSWORD, "10.9.9.9"))).contains("尝试次数过多");
        assertThat(signIn(login, PASSWORD, "10.9.9.8")).hasStatus3xxRedirection();
    }

    @Test
    void aGuestIsSentToTheFormAndBackAgain() {
        assertThat(mvc.get().uri("/ledger?year=2026&q=桥"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .startsWith("/sign-in?back=%2Fledger%3Fyear%3D2026");
        assertThat(mvc.post()
                        .uri("/sign-in")
                        .param("login", login)
                        .param("password", PASSWORD)
                        .param("back", "/ledger?year=2026")
                        .with(csrf()))
                .hasRedirectedUrl("/ledger?year=2026");
        assertThat(mvc.post()
                        .uri("/sign-in")
                        .param("login", login)
                        .param("password", PASSWORD)
                        .param("back", "//elsewhere.example/")
                        .with(csrf()))
                .hasRedirectedUrl("/desk");
    }

    @Test
    void whatWasTypedSurvivesTheEndOfTheSession() {
        MvcTestResult gone = mvc.post()
                .uri("/ledger/7/entries?tab=2")
                .locale(Locale.SIMPLIFIED_CHINESE)
                .param("note", "第一行\n<b>第二行</b>")
                .param("password", "never")
                .param("_csrf", "stale")
                .exchange();
        assertThat(gone)
                .hasStatus(403)
                .bodyText()
                .contains("填写的内容已保留", "name=\"kept.target\" value=\"/ledger/7/entries?tab=2\"", "kept.field.note")
                .contains("第一行\n&lt;b&gt;第二行&lt;/b&gt;")
                .doesNotContain("never", "stale");

        MvcTestResult wrong = keptSignIn("Wrong-2026-rain");
        assertThat(wrong).hasStatus(401).bodyText().contains("登录名或密码不正确", "kept.field.note", "第一行");
        MvcTestResult right = keptSignIn(PASSWORD);
        assertThat(right)
                .hasStatusOk()
                .bodyText()
                .contains("林一", "action=\"/ledger/7/entries?tab=2\"", "name=\"note\"", "第一行");
    }

    @Test
    void aFileCannotBeKeptAndThePageSaysSo() {
        assertThat(mvc.perform(multipart("/files")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .file(new MockMultipartFile("file", "a.txt", "text/plain", new byte[] {1}))
                        .part(new MockPart("file", "a.txt", new byte[] {1}))
                        .param("title", "方案")))
                .hasStatus(403)
                .bodyText()
                .contains("已选的附件不能保留", "方案");
    }

    @Test
    void theFormOfAnotherSiteIsNotKept() {
        assertThat(mvc.post()
                        .uri("/ledger/7/entries")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .header("Sec-Fetch-Site", "cross-site")
                        .param("note", "planted"))
                .hasStatus(403)
                .bodyText()
                .doesNotContain("planted");
        assertThat(mvc.post()
                        .uri("/ledger/7/entries")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .header("Origin", "https://elsewhere.example")
                        .param("note", "planted"))
                .hasStatus(403)
                .bodyText()
                .doesNotContain("planted");
    }

    @Test
    void aStaleFormTokenWithALiveSessionOnlyAsksToSendAgain() {
        Cookie session = sessionOf(signIn(login, PASSWORD, "10.0.0.5"));
        assertThat(mvc.post()
                        .uri("/ledger/7/entries")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .cookie(session)
                        .param("note", "写了半天")
                        .param("_csrf", "stale"))
                .hasStatus(403)
                .bodyText()
                .contains("写了半天", "action=\"/ledger/7/entries\"")
                .doesNotContain("type=\"password\"");
    }

    @Test
    void anHtmxFormIsReplacedByThePageThatKeepsIt() {
        assertThat(mvc.post()
                        .uri("/ledger/7/entries")
                        .header("HX-Request", "true")
                        .header("Sec-Fetch-Site", "same-origin")
                        .param("note", "写了半天"))
                .hasStatus(403)
                .hasHeader("HX-Retarget", "body")
                .bodyText()
                .contains("写了半天", "kept.field.note");
    }

    @Test
    void htmxIsToldThatTheSessionIsGone() {
        assertThat(mvc.get().uri("/ledger").header("HX-Request", "true"))
                .hasStatus(401)
                .hasHeader("HX-Retarget", "#note")
                .bodyText()
                .contains("/sign-in")
                .doesNotContain("<html");
    }

    @Test
    void everyAnswerCarriesTheStrictHeaders() {
        assertThat(mvc.get().uri("/sign-in"))
                .hasStatusOk()
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Referrer-Policy", "same-origin")
                .hasHeader("X-Frame-Options", "DENY")
                .satisfies(answer -> assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                        .contains("default-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
    }

    @Test
    void nobodyHoldsTwoAdministrativeRoles() {
        UUID administrator = UUID.randomUUID();
        access.grantToPerson(administrator, Role.AUDITOR, Actor.system());
        assertThatThrownBy(() -> access.grantToPerson(administrator, Role.SYSTEM_ADMINISTRATOR, Actor.system()))
                .isInstanceOf(BusinessException.class)
                .hasMessageContaining("access.administrator-twice");
        assertThatThrownBy(() -> jdbc.sql("insert into access.person_role values (:person, 'SYSTEM_ADMINISTRATOR')")
                        .param("person", administrator)
                        .update())
                .hasMessageContaining("person_role_pkey");
    }

    @Test
    void anAdministrativeRoleAndAWorkingRoleExcludeEachOther() {
        access.grantToPost(post, Role.OFFICER, Actor.system());
        assertThat(access.actor(person).has(Role.OFFICER)).isTrue();
        assertThatThrownBy(() -> access.grantToPerson(person, Role.AUDITOR, Actor.system()))
                .hasMessageContaining("access.administrator-on-post");

        UUID administrator = UUID.randomUUID();
        access.grantToPerson(administrator, Role.AUDITOR, Actor.system());
        assertThatThrownBy(() -> events.publishEvent(new PostHandedOver(post, person, administrator)))
                .hasMessageContaining("access.administrator-on-post");
    }

    @Test
    void onlyTheSecurityAdministratorGrantsAndOnlyTheSystemAdministratorOpensAccounts() {
        Actor officer = new Actor(person, "林一", List.of(), Set.of(Role.SYSTEM_ADMINISTRATOR));
        assertThatThrownBy(() -> access.grantToPost(post, Role.OFFICER, officer))
                .hasMessageContaining("access.not-yours");
        Actor security = new Actor(person, "林一", List.of(), Set.of(Role.SECURITY_ADMINISTRATOR));
        assertThatThrownBy(() -> access.openAccount(UUID.randomUUID(), "x1" + login, PASSWORD, true, security))
                .hasMessageContaining("access.not-yours");
    }

    @Test
    void aWeakPasswordIsRefusedWithItsReason() {
        for (var weak : Map.of(
                        "Ab1",
                        "access.password-short",
                        "onlysmallletters",
                        "access.password-simple",
                        "A1-" + "长".repeat(30),
                        "access.password-long",
                        login + "-A1",
                        "access.password-is-login")
                .entrySet()) {
            assertThatThrownBy(() -> access.openAccount(UUID.randomUUID(), login, weak.getKey(), true, Actor.system()))
                    .hasMessageContaining(weak.getValue());
        }
    }

    @Test
    void aLoginIsTakenInWhateverCase() {
        assertThatThrownBy(() ->
                        access.openAccount(UUID.randomUUID(), login.toUpperCase(), PASSWORD, true, Actor.system()))
                .hasMessageContaining("access.login-taken");
    }

    @Test
    void whoMustChangeThePasswordSeesNothingElse() {
        jdbc.sql("update access.account set must_change = true where person_id = :person")
                .param("person", person)
                .update();
        Cookie session = sessionOf(signIn(login, PASSWORD, "10.0.0.6"));
        assertThat(mvc.get().uri("/me").cookie(session)).hasRedirectedUrl("/me/password");
        assertThat(mvc.post()
                        .uri("/me/password")
                        .cookie(session)
                        .param("current", PASSWORD)
                        .param("wanted", "Autumn-2026-wind")
                        .param("repeated", "Autumn-2026-wind")
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/me").cookie(session)).hasStatusOk();
    }

    @Test
    void aTokenOpensTheApiWithinItsScope() {
        String reading =
                tokens.make("报表", TokenService.Scope.READ, LocalDate.now().plusDays(30), access.actor(person));
        assertThat(mvc.get().uri("/api/v1/me").header("Authorization", "Bearer " + reading))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.name")
                .isEqualTo("林一");
        assertThat(mvc.post().uri("/api/v1/me").header("Authorization", "Bearer " + reading))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("access.token-scope");
        assertThat(jdbc.sql("select count(*) from access.token where encode(hash, 'escape') like '%luoshi_%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anUnknownARevokedAndAnEndedTokenAreRefusedAlike() {
        String revoked =
                tokens.make("旧", TokenService.Scope.WRITE, LocalDate.now().plusDays(1), access.actor(person));
        tokens.revoke(tokens.of(person).get(0).id(), access.actor(person));
        String ended =
                tokens.make("到期", TokenService.Scope.WRITE, LocalDate.now().plusDays(1), access.actor(person));
        jdbc.sql(
                        "update access.token set made_at = made_at - interval '9 days', ends_at = now() where revoked_at is null and person_id = :person")
                .param("person", person)
                .update();
        for (String word : List.of("luoshi_unknown", revoked, ended)) {
            assertThat(mvc.get().uri("/api/v1/me").header("Authorization", "Bearer " + word))
                    .hasStatus(401)
                    .hasContentTypeCompatibleWith("application/problem+json")
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("access.token-refused");
        }
        assertThatThrownBy(() -> tokens.make(
                        "长", TokenService.Scope.READ, LocalDate.now().plusYears(2), access.actor(person)))
                .hasMessageContaining("access.token-end");
    }

    @Test
    void aTokenStopsTheMomentItIsRevoked() {
        String word =
                tokens.make("同步", TokenService.Scope.WRITE, LocalDate.now().plusDays(1), access.actor(person));
        assertThat(mvc.get().uri("/api/v1/me").header("Authorization", "Bearer " + word))
                .hasStatusOk();

        tokens.revoke(tokens.of(person).get(0).id(), access.actor(person));

        assertThat(mvc.get().uri("/api/v1/me").header("Authorization", "Bearer " + word))
                .hasStatus(401);
    }

    @Test
    void theApiWithoutSignInIsAProblemAndNotARedirect() {
        assertThat(mvc.get().uri("/api/v1/me"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("access.api-sign-in");
        Cookie session = sessionOf(signIn(login, PASSWORD, "10.0.0.8"));
        assertThat(mvc.get().uri("/api/v1/me").cookie(session)).hasStatusOk();
        assertThat(mvc.post().uri("/api/v1/me").cookie(session))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("access.api-form-token");
    }

    @Test
    void aDisabledAccountIsOutAtTheNextRequest() {
        Cookie session = sessionOf(signIn(login, PASSWORD, "10.0.0.7"));
        Actor administrator = new Actor(UUID.randomUUID(), "管理员", List.of(), Set.of(Role.SYSTEM_ADMINISTRATOR));
        assertThat(mvc.post()
                        .uri("/accounts/{id}/disabling", person)
                        .param("version", "1")
                        .with(SignedIn.as(administrator)))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/me").cookie(session))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .startsWith("/sign-in");
        assertThat(text(signIn(login, PASSWORD, "10.0.0.7"))).contains("该账户已停用");
    }

    @Test
    void anAccountDisabledByAnotherNodeIsOutAsWell() {
        Cookie session = sessionOf(signIn(login, PASSWORD, "10.0.0.10"));
        jdbc.sql("update access.account set disabled = true where person_id = :person")
                .param("person", person)
                .update();
        access.openAccount(UUID.randomUUID(), "other" + login, PASSWORD, false, Actor.system());
        assertThat(mvc.get().uri("/me").cookie(session))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .startsWith("/sign-in");
    }

    @Test
    void whoHasLeftOrWhoseAccountIsDisabledIsNotOpen() {
        assertThat(access.isOpen(person)).isTrue();
        assertThat(access.isOpen(UUID.randomUUID())).isFalse();
        when(organization.hasLeft(eq(person), any())).thenReturn(true);
        assertThat(access.isOpen(person)).isFalse();
        when(organization.hasLeft(eq(person), any())).thenReturn(false);
        jdbc.sql("update access.account set disabled = true where person_id = :person")
                .param("person", person)
                .update();
        access.openAccount(UUID.randomUUID(), "third" + login, PASSWORD, false, Actor.system());
        assertThat(access.isOpen(person)).isFalse();
        when(organization.person(person)).thenReturn(Optional.empty());
        assertThat(access.isOpen(person)).isFalse();
    }

    /** This room has no calendar: what gets through finds nothing, everything else is asked to sign in. */
    @Test
    void onlyTheAddressOfACalendarNeedsNoSignIn() {
        assertThat(mvc.get().uri("/calendar/abc.ics")).hasStatus(404);
        assertThat(mvc.head().uri("/calendar/abc.ics")).hasStatus(404);
        for (String other :
                List.of("/calendar/abc", "/calendar/a/b.ics", "/calendar", "/calendar-feed", "/x/abc.ics")) {
            assertThat(mvc.get().uri(other))
                    .hasStatus3xxRedirection()
                    .redirectedUrl()
                    .startsWith("/sign-in");
        }
        assertThat(mvc.post().uri("/calendar/abc.ics").with(csrf()))
                .hasStatus(403)
                .bodyText()
                .contains("action=\"/sign-in\"");
    }

    @Test
    void administratorsSeeAccountsAndOthersDoNot() {
        Actor auditor = new Actor(UUID.randomUUID(), "审计员", List.of(), Set.of(Role.AUDITOR));
        assertThat(mvc.get().uri("/accounts").with(SignedIn.as(auditor)))
                .hasStatusOk()
                .bodyText()
                .contains(login);
        assertThat(mvc.get().uri("/accounts/{id}", person).with(SignedIn.as(auditor)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/password\"", "/disabling");
        assertThat(mvc.post()
                        .uri("/accounts/{id}/password", person)
                        .param("version", "1")
                        .with(SignedIn.as(auditor)))
                .hasStatus(403);
        assertThat(mvc.get().uri("/accounts").with(SignedIn.as(new Actor(person, "林一", List.of(), Set.of()))))
                .hasStatus(403);
    }

    @Test
    void aResetPasswordIsShownOnceAndASecondResetOfTheSameVersionIsAConflict() {
        Actor administrator = new Actor(UUID.randomUUID(), "管理员", List.of(), Set.of(Role.SYSTEM_ADMINISTRATOR));
        MvcTestResult reset = mvc.post()
                .uri("/accounts/{id}/password", person)
                .param("version", "1")
                .with(SignedIn.as(administrator))
                .exchange();
        var word = Pattern.compile("\\w{4}-\\w{4}-\\w{4}-\\w{4}").matcher(text(reset));
        assertThat(word.find()).isTrue();
        assertThat(signIn(login, word.group(), "10.0.0.9")).hasStatus3xxRedirection();
        assertThat(mvc.post()
                        .uri("/accounts/{id}/password", person)
                        .param("version", "1")
                        .with(SignedIn.as(administrator)))
                .hasStatus(409);
    }

    @Test
    void theLastAdministratorWhoCanSignInStays() {
        Actor administrator = new Actor(UUID.randomUUID(), "管理员", List.of(), Set.of(Role.SYSTEM_ADMINISTRATOR));
        access.grantToPerson(person, Role.SYSTEM_ADMINISTRATOR, Actor.system());
        assertThat(mvc.post()
                        .uri("/accounts/{id}/disabling", person)
                        .param("version", "1")
                        .with(SignedIn.as(administrator)))
                .hasStatus(422);
    }

    private MvcTestResult keptSignIn(String password) {
        return mvc.post()
                .uri("/sign-in")
                .locale(Locale.SIMPLIFIED_CHINESE)
                .param("login", login)
                .param("password", password)
                .param("kept.target", "/ledger/7/entries?tab=2")
                .param("kept.field.note", "第一行\n<b>第二行</b>")
                .with(csrf())
                .exchange();
    }

    private MvcTestResult signIn(String login, String password, String address) {
        return mvc.post()
                .uri("/sign-in")
                .locale(Locale.SIMPLIFIED_CHINESE)
                .param("login", login)
                .param("password", password)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange();
    }

    private static Cookie sessionOf(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getCookie("LUOSHI"));
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withoutWhatDiffers(String html) {
        return html.replaceAll("(_csrf\" value=|X-CSRF-TOKEN\": )\"[^\"]*\"", "");
    }
}
