package org.luoshi.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.PostgresForTests;
import org.luoshi.SignedIn;
import org.luoshi.files.FilesApi;
import org.luoshi.history.HistoryApi;
import org.luoshi.jobs.core.JobError;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest
@AutoConfigureMockMvc
@Import(PostgresForTests.class)
class JobsModuleTests {

    private static final JobOutcome NOTHING = new JobOutcome("jobs.title", Map.of(), null, null);

    private Actor starter;

    @Autowired
    private JobsApi jobs;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @MockitoBean
    private FilesApi files;

    @MockitoBean
    private HistoryApi history;

    @BeforeEach
    void somebodyWithoutWork() {
        starter = actor();
    }

    @Test
    void workTellsItsProgressAndItsOutcome() throws InterruptedException {
        CountDownLatch half = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        UUID id = jobs.start("test", Map.of("file", "台账.xlsx"), starter, progress -> {
            progress.at(50, 100);
            half.countDown();
            goOn.await(10, TimeUnit.SECONDS);
            return new JobOutcome("jobs.title.sub", Map.of(), "/ledger", null);
        });
        assertThat(half.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(jobs.find(id, starter).orElseThrow())
                .extracting(Job::state, Job::done, Job::total)
                .containsExactly(Job.State.RUNNING, 50L, 100L);
        assertThat(mvc.get().uri("/jobs/{id}", id).with(SignedIn.as(starter)))
                .hasStatusOk()
                .bodyText()
                .contains("50", "100", "50%", "every 1s", "http-equiv=\"refresh\"", "/jobs/" + id + "/cancel");

        goOn.countDown();
        ended(id);
        assertThat(mvc.get().uri("/jobs/{id}", id).header("HX-Request", "true").with(SignedIn.as(starter)))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/ledger\"")
                .doesNotContain("<html", "every 1s", "/cancel");
        assertThat(jobs.recentOf(starter)).extracting(Job::id).containsExactly(id);
    }

    @Test
    void onlyTheStarterSeesIt() {
        UUID id = jobs.start("test", Map.of(), starter, progress -> NOTHING);
        Actor other = actor();

        assertThat(jobs.find(id, other)).isEmpty();
        assertThat(jobs.recentOf(other)).isEmpty();
        assertThat(mvc.get().uri("/jobs/{id}", id).with(SignedIn.as(other))).hasStatus(404);
        assertThat(mvc.post().uri("/jobs/{id}/cancel", id).with(SignedIn.as(other)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/api/v1/jobs/{id}", id).with(SignedIn.as(other)))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("jobs.unknown");
        ended(id);
    }

    @Test
    void cancellingStopsTheWorkAtItsNextStep() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        UUID id = jobs.start("test", Map.of(), starter, progress -> {
            started.countDown();
            while (true) {
                progress.checkCancelled();
                Thread.onSpinWait();
            }
        });
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(mvc.post().uri("/jobs/{id}/cancel", id).with(SignedIn.as(starter)))
                .hasStatus3xxRedirection();
        assertThat(ended(id).state()).isEqualTo(Job.State.CANCELLED);
    }

    @Test
    void aRefusalIsToldInTheReadersLanguageAndAFaultByAReference() {
        UUID refused = jobs.start("test", Map.of(), starter, progress -> {
            throw JobError.WITHOUT_FILE.plain();
        });
        UUID broken = jobs.start("test", Map.of(), starter, progress -> {
            throw new IllegalStateException("secret detail");
        });
        assertThat(ended(refused).state()).isEqualTo(Job.State.FAILED);
        assertThat(ended(broken).failure()).isNotNull().doesNotContain("secret");
        assertThat(mvc.get().uri("/jobs/{id}?lang=en", refused).with(SignedIn.as(starter)))
                .bodyText()
                .contains("This work has made no file.");
        assertThat(mvc.get().uri("/jobs/{id}?lang=zh-Hans", refused).with(SignedIn.as(starter)))
                .bodyText()
                .contains("没有生成文件");
    }

    @Test
    void workOfADeadProcessIsShownAsLost() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        UUID id = jobs.start("test", Map.of(), starter, progress -> {
            goOn.await(10, TimeUnit.SECONDS);
            return NOTHING;
        });
        jdbc.sql("update jobs.job set heartbeat_at = now() - interval '31 seconds' where id = ?")
                .params(id)
                .update();
        assertThat(mvc.get().uri("/jobs/{id}", id).with(SignedIn.as(starter)))
                .bodyText()
                .contains("class=\"light late\"")
                .doesNotContain("every 1s");
        goOn.countDown();
        ended(id);
    }

    @Test
    void workStartsAfterTheTransactionThatWantsItAndNotWithoutIt() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(unused -> {
                    jobs.start("test", Map.of(), starter, progress -> NOTHING);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(jobs.recentOf(starter)).isEmpty();

        UUID id = transaction.execute(unused -> {
            UUID started = jobs.start("test", Map.of(), starter, progress -> NOTHING);
            assertThat(jobs.find(started, starter).orElseThrow().state()).isEqualTo(Job.State.RUNNING);
            return started;
        });
        assertThat(ended(id).state()).isEqualTo(Job.State.DONE);
    }

    @Test
    void aFileIsFetchedOnlyWhereThereIsOne() {
        UUID id = jobs.start("test", Map.of(), starter, progress -> NOTHING);
        ended(id);
        assertThat(mvc.get().uri("/jobs/{id}/file", id).with(SignedIn.as(starter)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/jobs").with(SignedIn.as(starter))).hasStatusOk();
    }

    private Job ended(UUID id) {
        return Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> jobs.find(id, starter).orElseThrow(), job -> job.endedAt() != null);
    }

    private static Actor actor() {
        return new Actor(UUID.randomUUID(), "测试员", List.of(), Set.of());
    }
}
