package org.luoshi.reporting.forms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.reporting.core.PlaceKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who a regime asks: as it is named, and counted. */
@Component
public class TargetStore {

    private final JdbcClient jdbc;

    TargetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param level null: the place itself */
    public record Target(long place, @Nullable Integer level) {

        Range range() {
            return level == null
                    ? new Range(place, place, PlaceKey.level(place))
                    : new Range(place, PlaceKey.last(place), level);
        }
    }

    /** All places of a level whose keys lie between two keys. Any two ranges of one level lie in one another or apart. */
    record Range(long from, long last, int level) {

        boolean contains(Range other) {
            return level == other.level && from <= other.from && other.last <= last;
        }

        boolean contains(long place) {
            return PlaceKey.level(place) == level && from <= place && place <= last;
        }

        Optional<Range> common(Range other) {
            return contains(other) ? Optional.of(other) : other.contains(this) ? Optional.of(this) : Optional.empty();
        }
    }

    public List<Target> of(int regime) {
        return jdbc.sql("select place, level from reporting.target where regime = :regime order by place")
                .param("regime", regime)
                .query(Target.class)
                .list();
    }

    void replace(int regime, List<Target> targets) {
        jdbc.sql("delete from reporting.target where regime = :regime")
                .param("regime", regime)
                .update();
        for (Target target : targets) {
            jdbc.sql(
                            "insert into reporting.target (regime, place, level) values (:regime, :place, :level) on conflict do nothing")
                    .param("regime", regime)
                    .param("place", target.place())
                    .param("level", target.level(), java.sql.Types.SMALLINT)
                    .update();
        }
    }

    /** Those that a regime asks, each place in one range only. */
    List<Range> ranges(int regime) {
        List<Range> all = of(regime).stream().map(Target::range).distinct().toList();
        return all.stream()
                .filter(one -> all.stream().noneMatch(other -> !other.equals(one) && other.contains(one)))
                .toList();
    }

    /** Those that both regimes ask. */
    List<Range> common(int one, int other) {
        List<Range> theirs = ranges(other);
        return ranges(one).stream()
                .flatMap(mine -> theirs.stream().flatMap(their -> mine.common(their).stream()))
                .toList();
    }

    boolean asks(int regime, long place) {
        return ranges(regime).stream().anyMatch(range -> range.contains(place));
    }

    long countUnits(int regime) {
        return count(ranges(regime).stream());
    }

    /** How many units both regimes ask. */
    long countCommon(int one, int other) {
        return count(common(one, other).stream());
    }

    private long count(Stream<Range> ranges) {
        return ranges.mapToLong(this::count).sum();
    }

    long count(Range range) {
        return jdbc.sql("""
                        select count(*) from reporting.place
                        where level = :level and key between :from and :last and valid_to is null
                        """)
                .param("level", range.level())
                .param("from", range.from())
                .param("last", range.last())
                .query(Long.class)
                .single();
    }
}
