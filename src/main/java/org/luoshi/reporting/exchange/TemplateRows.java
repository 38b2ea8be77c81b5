package org.luoshi.reporting.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceKey;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.ReportField;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Senders;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table that somebody fills in for many units: who owes stands in it, what they report never does. Read in pieces. */
@Component
public class TemplateRows {

    private static final int PIECE = 2000;

    private final JdbcClient jdbc;
    private final PlaceQueries places;
    private final Senders senders;

    TemplateRows(JdbcClient jdbc, PlaceQueries places, Senders senders) {
        this.jdbc = jdbc;
        this.places = places;
        this.senders = senders;
    }

    /** Headings that {@link BulkColumns} understands; a name that two fields have is replaced by the code. */
    public static List<String> head(OpenRound open, boolean chinese) {
        List<String> head = new ArrayList<>(chinese ? List.of("单位代码", "单位名称") : List.of("unit", "name"));
        Set<String> names = new HashSet<>();
        for (ReportField field : open.form().fields()) {
            boolean plain = names.add(field.name()) && !BulkColumns.isKnown(field.name());
            head.add(!plain ? field.code() : BulkColumns.title(field));
        }
        head.addAll(chinese ? List.of("零报告", "签报人", "更正理由", "版次") : List.of("zero", "signer", "reason", "revision"));
        return head;
    }

    /**
     * A row for each unit at or below a place that owes: those that are silent or, with {@code all}, also those that have reported, with the
     * revision that a correction must name. Refused (NOT_YOURS) for who does not report for that place.
     */
    public Stream<List<String>> rows(OpenRound open, long node, boolean all, Actor actor) {
        if (!senders.mayReport(actor, node)) {
            throw ReportingError.NOT_YOURS.plain();
        }
        Iterator<List<String>> rows = new Pieces(open, node, all);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false);
    }

    private record Owed(long place, int revision) {}

    private List<Owed> piece(OpenRound open, long node, boolean all, long after) {
        return jdbc.sql("""
                        select o.place, o.revision from reporting.obligation o
                        where o.period = :period and o.regime = :regime and o.place between :first and :last
                          and not o.exempt and (o.kind = 0 or :all)""" + inProvince(node) + " order by o.place limit :limit")
                .param("period", open.round().period())
                .param("regime", open.round().regime())
                .param("first", Math.max(node, after + 1))
                .param("last", PlaceKey.last(node))
                .param("all", all)
                .param("limit", PIECE)
                .query(Owed.class)
                .list();
    }

    private static String inProvince(long node) {
        return node == PlaceKey.ALL ? "" : " and o.province = " + PlaceKey.province(node);
    }

    private final class Pieces implements Iterator<List<String>> {

        private final OpenRound open;
        private final long node;
        private final boolean all;
        private final Deque<List<String>> rows = new ArrayDeque<>();
        private long after = -1;
        private boolean ended;

        Pieces(OpenRound open, long node, boolean all) {
            this.open = open;
            this.node = node;
            this.all = all;
        }

        @Override
        public boolean hasNext() {
            if (rows.isEmpty() && !ended) {
                read();
            }
            return !rows.isEmpty();
        }

        @Override
        public List<String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return rows.remove();
        }

        private void read() {
            List<Owed> piece = piece(open, node, all, after);
            ended = piece.size() < PIECE;
            List<Long> keys = piece.stream().map(Owed::place).toList();
            Map<Long, Place> units = places.all(keys);
            Map<Long, String> names = places.namesBelow(node, keys);
            for (Owed owed : piece) {
                after = owed.place;
                rows.add(row(owed, units, names));
            }
        }

        private List<String> row(Owed owed, Map<Long, Place> units, Map<Long, String> names) {
            List<String> row = new ArrayList<>();
            Place unit = units.get(owed.place);
            row.add(unit == null || unit.code() == null ? "place:" + owed.place : unit.code());
            row.add(names.getOrDefault(owed.place, unit == null ? "" : unit.name()));
            for (int field = 0; field < open.form().fields().size() + 3; field++) {
                row.add("");
            }
            row.add(owed.revision == 0 ? "" : Integer.toString(owed.revision));
            return row;
        }
    }
}
