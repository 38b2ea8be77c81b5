package org.luoshi.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.PostgresForTests;
import org.luoshi.history.HistoryFinding.Kind;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.luoshi.shared.Seat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest
@AutoConfigureMockMvc
@Import(PostgresForTests.class)
@TestPropertySource(properties = "luoshi.history.seal-every=1h")
class HistoryModuleTests {

    private static final UUID SCOPE = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Actor OFFICER = new Actor(
            UUID.fromString("00000000-0000-7000-8000-0000000000aa"),
            "周慎行",
            List.of(new Seat(UUID.randomUUID(), UUID.randomUUID(), "督查处", "督查员", Set.of(Role.OFFICER), null)),
            Set.of());

    @Autowired
    HistoryApi history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    private static final ExecutorService OTHERS = Executors.newCachedThreadPool();

    @BeforeEach
    void anEmptyHistory() {
        asOwner("truncate history.line restart identity; truncate history.seal");
    }

    @AfterAll
    static void stopOthers() {
        OTHERS.shutdownNow();
    }

    @Test
    void aLineSaysWhoDidWhatWhenAndWhy() {
        Instant due = Instant.parse("2026-03-06T09:00:00Z");
        record("granted", Map.of("due", due, "days", 3, "quote", "说“好”\n\"\\"), "外单位\0未到位");
        record("closed", Map.of(), null);

        List<HistoryLine> lines = history.of(SCOPE, 10);
        assertThat(lines).extracting(HistoryLine::action).containsExactly("closed", "granted");
        HistoryLine granted = lines.get(1);
        assertThat(granted.textKey()).isEqualTo("history.ledger.item.granted");
        assertThat(granted.details())
                .containsEntry("due", "2026-03-06T09:00:00Z")
                .containsEntry("days", "3")
                .containsEntry("quote", "说“好”\n\"\\");
        assertThat(granted.reason()).isEqualTo("外单位未到位");
        assertThat(granted.actorFrom()).isEqualTo("督查处");
        assertThat(history.countOf(SCOPE)).isEqualTo(2);
    }

    @Test
    void aLineIsWrittenTogetherWithTheChangeOrNotAtAll() {
        assertThatThrownBy(() -> history.record(fact("granted", Map.of(), null), OFFICER))
                .isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(status -> {
            history.record(fact("granted", Map.of(), null), OFFICER);
            status.setRollbackOnly();
        });
        assertThat(history.countOf(SCOPE)).isZero();
    }

    @Test
    void nobodyChangesOrRemovesALine() {
        record("granted", Map.of(), null);
        history.seal();
        for (String sql : List.of(
                "update history.line set actor_name = 'x'",
                "delete from history.line",
                "truncate history.line",
                "update history.seal set line_count = 0",
                "delete from history.seal",
                "truncate history.seal")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void whatWasWrittenIsSealedAndHolds() {
        for (int batch = 0; batch < 3; batch++) {
            for (int i = 0; i < 5; i++) {
                record("step" + i, Map.of("batch", batch), i % 2 == 0 ? null : "理由 " + i);
            }
            history.seal();
            history.seal();
        }
        record("young", Map.of(), null);
        HistoryVerification found = history.verify();
        assertThat(found.findings()).isEmpty();
        assertThat(found.lines()).isEqualTo(16);
        assertThat(found.seals()).isEqualTo(3);
        assertThat(found.unsealed()).isEqualTo(1);
        assertThat(found.lastSeal()).hasSize(64);
    }

    @Test
    void aSlowTransactionNeitherHoldsUpOthersNorEscapesTheSeal() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        record("before", Map.of(), null);
        Future<?> slow = OTHERS.submit(() -> transaction.executeWithoutResult(status -> {
            history.record(fact("slow", Map.of(), null), OFFICER);
            written.countDown();
            await(mayCommit);
        }));
        await(written);
        record("meanwhile", Map.of(), null);
        history.seal();
        HistoryVerification first = history.verify();
        assertThat(first.isIntact()).isTrue();
        assertThat(first.lines()).isEqualTo(2);
        assertThat(first.unsealed()).isEqualTo(1);

        mayCommit.countDown();
        slow.get(10, TimeUnit.SECONDS);
        history.seal();
        HistoryVerification second = history.verify();
        assertThat(second.findings()).isEmpty();
        assertThat(second.lines()).isEqualTo(3);
        assertThat(second.unsealed()).isZero();
        assertThat(jdbc.sql("select lines::text from history.seal order by number")
                        .query(String.class)
                        .list())
                .containsExactly("{[1,2)}", "{[2,4)}");
    }

    @Test
    void manyWritersAndSealersAtOnceLeaveNoLineOutAndNoneTwice() throws Exception {
        List<Future<?>> all = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            all.add(OTHERS.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    int step = i;
                    transaction.executeWithoutResult(status -> {
                        history.record(fact("step", Map.of("i", step), null), OFFICER);
                        if (step % 7 == 0) {
                            status.setRollbackOnly();
                        }
                    });
                }
            }));
        }
        for (int sealer = 0; sealer < 2; sealer++) {
            all.add(OTHERS.submit(() -> {
                for (int i = 0; i < 40; i++) {
                    history.seal();
                }
            }));
        }
        for (Future<?> one : all) {
            one.get(60, TimeUnit.SECONDS);
        }
        history.seal();
        HistoryVerification found = history.verify();
        assertThat(found.findings()).isEmpty();
        assertThat(found.unsealed()).isZero();
        assertThat(found.lines()).isEqualTo(4 * 51);
        assertThat(jdbc.sql("select sum(line_count) from history.seal")
                        .query(Long.class)
                        .single())
                .isEqualTo(4 * 51);
    }

    @Test
    void aChangedByteIsFoundAndNamed() {
        fiveSealedLines();
        asOwner("update history.line set reason = 'b' where number = 3");
        assertThat(history.verify().findings()).containsExactly(new HistoryFinding(Kind.LINE_CHANGED, 3));
    }

    @Test
    void aChangedLineWithAForgedLeafStillBreaksTheRoot() {
        fiveSealedLines();
        asOwner("update history.line set reason = 'b' where number = 3;"
                + "update history.seal set leaves = overlay(leaves placing decode(repeat('00', 32), 'hex') from 65)");
        assertThat(history.verify().findings()).contains(new HistoryFinding(Kind.LINE_CHANGED, 3));
    }

    @Test
    void aRemovedLineIsFound() {
        fiveSealedLines();
        asOwner("delete from history.line where number = 4");
        assertThat(history.verify().findings()).containsExactly(new HistoryFinding(Kind.LINE_MISSING, 4));
    }

    @Test
    void aLineSlippedIntoAHoleLaterIsFoundBeforeAndAfterItIsSealed() {
        record("a", Map.of(), null);
        transaction.executeWithoutResult(status -> {
            history.record(fact("rolled back", Map.of(), null), OFFICER);
            status.setRollbackOnly();
        });
        record("c", Map.of(), null);
        history.seal();
        String slip = """
                insert into history.line (number, scope_id, subject_kind, subject_id, action, details, actor_id,
                                          actor_name, actor_from, happened_at)
                overriding system value
                select 2, scope_id, subject_kind, subject_id, 'slipped', details, actor_id, actor_name, actor_from,
                       happened_at
                from history.line where number = 1
                """;
        jdbc.sql(slip).update();
        assertThat(history.verify().findings()).containsExactly(new HistoryFinding(Kind.LINE_ADDED, 2));
        history.seal();
        assertThat(history.verify().findings()).containsExactly(new HistoryFinding(Kind.LINE_ADDED, 2));
    }

    @Test
    void aLineThatPretendsToBeOldIsFound() {
        fiveSealedLines();
        record("young", Map.of(), null);
        asOwner("update history.line set written_by = '3' where number = 6");
        assertThat(history.verify().findings()).containsExactly(new HistoryFinding(Kind.LINE_ADDED, 6));
    }

    @Test
    void aRemovedOrChangedSealBreaksTheChain() {
        fiveSealedLines();
        record("six", Map.of(), null);
        history.seal();
        record("seven", Map.of(), null);
        history.seal();
        asOwner("update history.seal set sealed_at = sealed_at + interval '1 day' where number = 1");
        assertThat(history.verify().findings()).containsExactly(new HistoryFinding(Kind.SEAL_CHANGED, 1));
        asOwner("delete from history.seal where number = 2");
        assertThat(history.verify().findings())
                .contains(new HistoryFinding(Kind.CHAIN_BROKEN, 3), new HistoryFinding(Kind.LINE_ADDED, 6));
    }

    @Test
    void afterARestoreIntoAnotherClusterSealingGoesOn() {
        fiveSealedLines();
        record("before the restore", Map.of(), null);
        asOwner("update history.line set written_by = '999999999999' where number = 6;"
                + "update history.seal set cluster = 42, horizon = '999999999990', seen = '999999999999'");
        record("after the restore", Map.of(), null);
        history.seal();
        record("later", Map.of(), null);
        history.seal();
        HistoryVerification found = history.verify();
        assertThat(found.findings()).isEmpty();
        assertThat(found.unsealed()).isZero();
    }

    private void fiveSealedLines() {
        for (int i = 0; i < 5; i++) {
            record("step" + i, Map.of(), "a");
        }
        history.seal();
    }

    private void record(String action, Map<String, Object> details, @org.jspecify.annotations.Nullable String reason) {
        transaction.executeWithoutResult(status -> history.record(fact(action, details, reason), OFFICER));
    }

    private static HistoryFact fact(
            String action, Map<String, Object> details, @org.jspecify.annotations.Nullable String reason) {
        return new HistoryFact(SCOPE, "ledger.item", SCOPE, action, details, reason);
    }

    /** What somebody with the keys of the database can do. */
    private void asOwner(String statements) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table history.line disable trigger all; alter table history.seal disable trigger all")
                    .update();
            jdbc.sql(statements).update();
            jdbc.sql("alter table history.line enable trigger all; alter table history.seal enable trigger all")
                    .update();
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
