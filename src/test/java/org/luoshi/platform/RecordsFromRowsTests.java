package org.luoshi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.luoshi.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse
class RecordsFromRowsTests {

    @Autowired
    private JdbcClient jdbc;

    enum Light {
        RED,
        GREEN
    }

    record Row(
            UUID id,
            Light light,
            @Nullable Instant dueAt,
            LocalDate day,
            boolean isOpen,
            int count,
            long most,
            String name,
            @Nullable Integer missing) {}

    private static final String ROWS = """
            select count, id, light, due_at, day, is_open, most, name, missing from (values
                ('00000000-0000-0000-0000-000000000007'::uuid, 'RED', timestamptz '2026-03-05 23:59:59.123456+08', date '2026-03-05', true, 3, 4::bigint, '甲', null::int),
                ('00000000-0000-0000-0000-000000000008'::uuid, 'GREEN', null, date '0001-01-01', false, 0, -1, '', 9))
                as t (id, light, due_at, day, is_open, count, most, name, missing)
            """;

    @Test
    void aColumnGoesToTheComponentOfItsNameWhateverTheOrder() {
        List<Row> rows = jdbc.sql(ROWS).query(Row.class).list();
        Row first = rows.get(0);
        assertThat(first.id()).isEqualTo(new UUID(0, 7));
        assertThat(first.light()).isEqualTo(Light.RED);
        assertThat(first.dueAt()).isEqualTo(Instant.parse("2026-03-05T15:59:59.123456Z"));
        assertThat(first.day()).isEqualTo("2026-03-05");
        assertThat(first.isOpen()).isTrue();
        assertThat(first.count()).isEqualTo(3);
        assertThat(first.most()).isEqualTo(4);
        assertThat(first.name()).isEqualTo("甲");
        assertThat(first.missing()).isNull();
        assertThat(rows.get(1).dueAt()).isNull();
        assertThat(rows.get(1).missing()).isEqualTo(9);
    }

    @Test
    void aComponentWithoutColumnIsAnErrorAndNotEmpty() {
        assertThatThrownBy(() -> jdbc.sql("select 1 as count, gen_random_uuid() as id")
                        .query(Row.class)
                        .list())
                .isInstanceOf(BadSqlGrammarException.class)
                .rootCause()
                .hasMessageContaining("light");
    }

    @Test
    void anEmptyAnswerHasNoRows() {
        assertThat(jdbc.sql(ROWS + " where false").query(Row.class).list()).isEmpty();
        assertThat(jdbc.sql(ROWS + " limit 1").query(Row.class).optional()).isPresent();
    }
}
