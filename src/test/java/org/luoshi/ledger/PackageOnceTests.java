package org.luoshi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.WholeHouse;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A part is handed down in one package, however often somebody presses; another one is made on purpose only and says what it replaces. */
@WholeHouse
class PackageOnceTests extends NeighbourFixture {

    @BeforeEach
    void comparedKeys() {
        county.compare(county.registered(county.unit.shortName()));
    }

    @Test
    void aSecondPressOfAnotherTabMakesNoSecondPackageAndSaysSo() {
        UUID part = issued("清理河道垃圾");
        assertThat(press(part)).hasStatus3xxRedirection();
        clock.set("2026-03-02T09:40:00+08:00");
        MvcTestResult second = press(part);
        assertThat(second).hasStatus3xxRedirection();
        assertThat(made(part)).hasSize(1);
        String back = String.valueOf(second.getResponse().getRedirectedUrl());
        assertThat(pages.seen(back.substring(0, back.indexOf('#')), officer)).contains("没有另打一个", "周慎行", "重新下发");
    }

    @Test
    void twoPressesAtOnceMakeOnePackage() throws InterruptedException, ExecutionException {
        UUID part = issued("疏浚支渠");
        ExecutorService two = Executors.newFixedThreadPool(4);
        try {
            List<Future<MvcTestResult>> presses = IntStream.range(0, 4)
                    .mapToObj(n -> two.submit(() -> press(part)))
                    .toList();
            for (Future<MvcTestResult> one : presses) {
                assertThat(one.get()).hasStatus3xxRedirection();
            }
        } finally {
            two.shutdown();
        }
        assertThat(made(part)).hasSize(1);
    }

    @Test
    void aPackageIsMadeAnewOnPurposeOnceAndSaysWhatItReplaces() {
        UUID part = issued("加固堤防");
        press(part);
        UUID first = made(part).get(0);
        clock.set("2026-03-03T09:40:00+08:00");
        for (int press = 0; press < 2; press++) {
            assertThat(press(part, "replaces", first.toString())).hasStatus3xxRedirection();
        }
        assertThat(made(part)).hasSize(2);
        String page = pages.seen("/ledger/assignments/" + part + "/handing-on", officer);
        assertThat(page).contains("已被替换", "替换 3月2日").contains("已被替换");
        assertThat(page).doesNotContain("/ledger/exchange/sent/" + first + "/package.zip");
        assertThat(pages.seen("/ledger/exchange/sent", officer))
                .doesNotContain("/ledger/exchange/sent/" + first + "/package.zip");
        assertThat(pages.send("/ledger/exchange/sent/" + first + "/sending", officer))
                .hasStatus(422);
    }

    @Test
    void aPackageThatWasReplacedIsNotHandedInAnyMore() {
        UUID part = issued("检修闸门");
        press(part);
        UUID first = made(part).get(0);
        jdbc.sql("update ledger.partner set address = 'http://127.0.0.1:9' where fingerprint = :f")
                .param("f", county.neighbour.fingerprint())
                .update();
        jdbc.sql("update ledger.package_sent set state = 'WAITING', next_try_at = made_at where id = :id")
                .param("id", first)
                .update();
        press(part, "replaces", first.toString());
        assertThat(jdbc.sql("select attempts from ledger.package_sent where id = :id and next_try_at is null")
                        .param("id", first)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private UUID issued(String title) {
        return pages.part(pages.issued(title, county.unit.id())).id();
    }

    private MvcTestResult press(UUID part, String... namesAndValues) {
        return pages.send("/ledger/assignments/" + part + "/packages", officer, namesAndValues);
    }

    private List<UUID> made(UUID part) {
        return jdbc.sql("select id from ledger.package_sent where assignment_id = :id order by made_at, id")
                .param("id", part)
                .query(UUID.class)
                .list();
    }
}
