package org.luoshi.reporting.forms;

import java.util.List;
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
    public record Target(long place, @Nullable Integer level) {}

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

    long countUnits(int regime) {
        return of(regime).stream().mapToLong(this::count).sum();
    }

    private long count(Target target) {
        if (target.level() == null) {
            return 1;
        }
        return jdbc.sql("""
                        select count(*) from reporting.place
                        where level = :level and key between :place and :last and valid_to is null
                        """)
                .param("level", target.level())
                .param("place", target.place())
                .param("last", PlaceKey.last(target.place()))
                .query(Long.class)
                .single();
    }

    /** How many units both regimes ask. */
    long countCommon(int one, int other) {
        List<Target> theirs = of(other);
        return of(one).stream()
                .mapToLong(mine ->
                        theirs.stream().mapToLong(their -> common(mine, their)).sum())
                .sum();
    }

    private long common(Target mine, Target their) {
        if (mine.level() == null || their.level() == null) {
            return commonWithNamed(mine, their);
        }
        if (!mine.level().equals(their.level())) {
            return 0;
        }
        if (PlaceKey.contains(mine.place(), their.place())) {
            return count(their);
        }
        return PlaceKey.contains(their.place(), mine.place()) ? count(mine) : 0;
    }

    private static long commonWithNamed(Target mine, Target their) {
        Target named = mine.level() == null ? mine : their;
        Target other = mine.level() == null ? their : mine;
        boolean same = other.level() == null
                ? other.place() == named.place()
                : PlaceKey.level(named.place()) == other.level() && PlaceKey.contains(other.place(), named.place());
        return same ? 1 : 0;
    }
}
