package org.luoshi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTests {

    private static final Instant NOON = Instant.parse("2100-03-02T12:00:00Z");

    private final TimeOrderedIds ids = new TimeOrderedIds();

    @Test
    void whatIsMadeInOneMillisecondSortsInTheOrderItWasMade() {
        List<String> made = made(NOON, 10_000);
        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made(NOON.plusMillis(1), 10).get(0)).isGreaterThan(made.get(made.size() - 1));
    }

    @Test
    void aClockSetBackIsFollowed() {
        made(NOON.plusSeconds(3_600), 3);
        String earlier = made(NOON.minusSeconds(3_600), 1).get(0);
        assertThat(earlier).isLessThan(made(NOON, 1).get(0));
        assertThat(Long.parseLong(earlier.replace("-", "").substring(0, 12), 16))
                .isEqualTo(NOON.minusSeconds(3_600).toEpochMilli());
    }

    @Test
    void twoAtOnceNeverGetTheSamePlace() {
        Clock clock = Clock.fixed(NOON.plusSeconds(7_200), ZoneOffset.UTC);
        List<String> places = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(n -> ids.following(clock).toString().substring(0, 18))
                .toList();
        assertThat(new HashSet<>(places)).hasSameSizeAs(places);
    }

    private List<String> made(Instant at, int count) {
        Clock clock = Clock.fixed(at, ZoneOffset.UTC);
        List<String> made = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            UUID id = ids.following(clock);
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            made.add(id.toString());
        }
        return made;
    }
}
