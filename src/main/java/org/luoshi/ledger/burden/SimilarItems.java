package org.luoshi.ledger.burden;

import java.sql.Array;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.ItemState;
import org.luoshi.ledger.core.LedgerScope;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Fold;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds items that ask nearly the same, among those that are open or were issued within a year, as far as the viewer may see them. */
@Component
class SimilarItems {

    /** Titles that have this share of their pairs in common are shown. Ours: none of the sources gives a measure. */
    private static final int ALIKE_PERCENT = 45;

    private static final Duration LOOK_BACK = Duration.ofDays(366);
    private static final int CANDIDATES = 300;
    private static final int SHOWN = 8;

    private final JdbcClient jdbc;
    private final OrganizationApi organization;
    private final Clock clock;

    SimilarItems(JdbcClient jdbc, OrganizationApi organization, Clock clock) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.clock = clock;
    }

    private record Candidate(
            UUID id,
            @Nullable String number,
            String title,
            ItemState state,
            boolean open,
            @Nullable Instant issuedAt,
            Set<UUID> units,
            int reports) {}

    /** Most alike first. The item itself, its children and its parent are no repetition of it. */
    List<SimilarItem> to(UUID itemId, String title, Set<UUID> unitIds, Actor viewer) {
        Set<String> pairs = Fold.bigrams(Fold.text(title));
        if (pairs.isEmpty()) {
            return List.of();
        }
        List<Candidate> candidates = candidates(itemId, pairs, viewer);
        Set<UUID> named = new HashSet<>();
        candidates.forEach(candidate -> named.addAll(candidate.units()));
        named.retainAll(unitIds);
        Map<UUID, Unit> units = organization.units(named);
        return candidates.stream()
                .map(candidate -> similar(candidate, title, units))
                .filter(similar -> similar.percent() >= ALIKE_PERCENT)
                .sorted(Comparator.comparing(SimilarItem::percent)
                        .reversed()
                        .thenComparing(SimilarItem::id, Comparator.reverseOrder()))
                .limit(SHOWN)
                .toList();
    }

    private SimilarItem similar(Candidate candidate, String title, Map<UUID, Unit> units) {
        return new SimilarItem(
                candidate.id(),
                candidate.number(),
                candidate.title(),
                candidate.state(),
                candidate.open(),
                candidate.issuedAt(),
                (int) Math.round(100 * Fold.likeness(title, candidate.title())),
                units.values().stream()
                        .filter(unit -> candidate.units().contains(unit.id()))
                        .map(Unit::shortName)
                        .sorted()
                        .toList(),
                candidate.reports());
    }

    /** Those with the most pairs in common; at least a third, so that the words that stand in every title do not fetch the whole ledger. */
    private List<Candidate> candidates(UUID itemId, Set<String> pairs, Actor viewer) {
        LedgerScope scope = LedgerScope.of(viewer, organization);
        return scope.bind(jdbc.sql("""
                select i.id, i.number, i.title, i.state, i.is_open, i.issued_at,
                       array(select a.unit_id from ledger.assignment a where a.item_id = i.id and a.state <> 'MOVED') as units,
                       (select count(*) from ledger.feedback_target t where t.item_id = i.id and t.state = 'ACCEPTED') as reports
                from (
                    select i.id, (select count(*) from unnest(i.pairs) pair where pair = any(cast(:pairs as text[]))) as common
                    from ledger.item i
                    where i.pairs && cast(:pairs as text[]) and i.id <> :id
                      and (i.is_open or i.issued_at > :since) and i.state not in ('NOT_FILED', 'MERGED', 'CANCELLED')
                      and i.parent_id is distinct from :id
                      and i.id is distinct from (select parent_id from ledger.item where id = :id)
                      and %s
                    order by common desc limit :most) found
                join ledger.item i on i.id = found.id
                where found.common * 3 >= :pairCount
                """.formatted(scope.condition()))
                        .param("pairs", Sql.texts(pairs))
                        .param("pairCount", pairs.size())
                        .param("id", itemId)
                        .param("since", Sql.at(clock.instant().minus(LOOK_BACK)))
                        .param("most", CANDIDATES))
                .query((row, n) -> {
                    Timestamp issued = row.getTimestamp("issued_at");
                    Array units = row.getArray("units");
                    return new Candidate(
                            row.getObject("id", UUID.class),
                            row.getString("number"),
                            row.getString("title"),
                            ItemState.valueOf(row.getString("state")),
                            row.getBoolean("is_open"),
                            issued == null ? null : issued.toInstant(),
                            Set.copyOf(Arrays.asList((UUID[]) units.getArray())),
                            row.getInt("reports"));
                })
                .list();
    }
}
