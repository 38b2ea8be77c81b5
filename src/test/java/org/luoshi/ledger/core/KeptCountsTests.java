package org.luoshi.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.luoshi.TestClock;

/** The figures over the list are counted once for many, and nobody sees them without what was done here. */
class KeptCountsTests {

    private final TestClock clock = new TestClock();
    private final LedgerRevision revision = new LedgerRevision();
    private final KeptCounts kept = new KeptCounts(revision, clock);
    private final AtomicInteger counted = new AtomicInteger();

    @Test
    void whoAsksASecondLaterGetsTheSameFigure() {
        assertThat(figure("open")).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(figure("open")).isEqualTo(1);
    }

    @Test
    void whatWasChangedHereIsInTheNextFigure() {
        figure("open");
        revision.changed();
        assertThat(figure("open")).isEqualTo(2);
    }

    @Test
    void afterTwoSecondsItIsCountedAnew() {
        figure("open");
        clock.advance(KeptCounts.KEPT);
        assertThat(figure("open")).isEqualTo(2);
    }

    @Test
    void aClockThatWentBackKeepsNothing() {
        figure("open");
        clock.advance(Duration.ofHours(-1));
        assertThat(figure("open")).isEqualTo(2);
    }

    @Test
    void othersHaveTheirOwn() {
        figure("open");
        assertThat(figure("closed")).isEqualTo(2);
    }

    @Test
    void aTotalSaysWhereCountingStopped() {
        assertThat(ListTotal.upTo(1000, 37)).hasToString("37");
        assertThat(ListTotal.upTo(1000, 1000)).hasToString("1000");
        assertThat(ListTotal.upTo(1000, 1001)).hasToString("1000+");
    }

    private int figure(String key) {
        return kept.get(Integer.class, key, counted::incrementAndGet);
    }
}
