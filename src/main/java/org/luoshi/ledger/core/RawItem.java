package org.luoshi.ledger.core;

import static java.util.Objects.requireNonNull;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.luoshi.organization.Person;
import org.luoshi.organization.Unit;
import org.springframework.jdbc.core.RowMapper;

/** A line of the ledger as the database gives it, before clock and unit names make an {@link ItemRow} of it. */
record RawItem(
        UUID id,
        int version,
        @Nullable String number,
        String title,
        ItemState state,
        boolean open,
        boolean stopped,
        @Nullable Instant yellowAt,
        @Nullable String yellowWhy,
        @Nullable Instant redAt,
        @Nullable String redWhy,
        @Nullable LightColour overrideLight,
        @Nullable String overrideReason,
        @Nullable UUID sourceId,
        @Nullable String kind,
        @Nullable String kindName,
        @Nullable String sourceTitle,
        @Nullable UUID leadUnitId,
        int coCount,
        int coUnsigned,
        @Nullable Instant due,
        @Nullable Instant originalDue,
        @Nullable LocalDate givenDue,
        @Nullable String limitClass,
        Cycle cycle,
        int extensions,
        Instant lastActivityAt,
        @Nullable String lastActivity,
        UUID officerId,
        @Nullable String leaderName,
        @Nullable String label,
        List<TargetState> strip) {

    ItemRow toRow(Instant now, Map<UUID, Unit> units, Map<UUID, Person> people) {
        Unit lead = leadUnitId == null ? null : units.get(leadUnitId);
        Person officer = people.get(officerId);
        return new ItemRow(
                id,
                version,
                number,
                title,
                state,
                Light.at(now, open, stopped, yellowAt, yellowWhy, redAt, redWhy),
                overrideLight,
                overrideReason,
                sourceId,
                kind,
                kindName,
                sourceTitle,
                lead == null ? null : lead.shortName(),
                coCount,
                coUnsigned,
                due,
                originalDue,
                givenDue,
                limitClass,
                cycle,
                extensions,
                lastActivityAt,
                lastActivity,
                officer == null ? null : officer.name(),
                leaderName,
                label,
                strip);
    }

    static final class Mapper implements RowMapper<RawItem> {

        @Override
        public RawItem mapRow(ResultSet row, int n) throws SQLException {
            Array strip = row.getArray("strip");
            String override = row.getString("override_light");
            return new RawItem(
                    row.getObject("id", UUID.class),
                    row.getInt("version"),
                    row.getString("number"),
                    row.getString("title"),
                    ItemState.valueOf(row.getString("state")),
                    row.getBoolean("is_open"),
                    row.getBoolean("stopped"),
                    instant(row, "yellow_at"),
                    row.getString("yellow_why"),
                    instant(row, "red_at"),
                    row.getString("red_why"),
                    override == null ? null : LightColour.valueOf(override),
                    row.getString("override_reason"),
                    row.getObject("source_id", UUID.class),
                    row.getString("kind"),
                    row.getString("kind_name"),
                    row.getString("source_title"),
                    row.getObject("lead_unit_id", UUID.class),
                    row.getInt("co_count"),
                    row.getInt("co_unsigned"),
                    instant(row, "due"),
                    instant(row, "original_due"),
                    row.getObject("given_due", LocalDate.class),
                    row.getString("limit_class"),
                    Cycle.valueOf(row.getString("cycle")),
                    row.getInt("extensions"),
                    requireNonNull(instant(row, "last_activity_at")),
                    row.getString("last_activity"),
                    row.getObject("officer_id", UUID.class),
                    row.getString("leader_name"),
                    row.getString("label"),
                    strip == null
                            ? List.of()
                            : Arrays.stream((String[]) strip.getArray())
                                    .map(TargetState::valueOf)
                                    .toList());
        }

        private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            Timestamp at = row.getTimestamp(column);
            return at == null ? null : at.toInstant();
        }
    }
}
