package org.luoshi.ledger.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a bulletin says, as it stands for ever: figures, names, and what was counted how.
 *
 * @param asOf when the figures were taken
 * @param heads names of the indicators by their codes
 * @param definitions what is counted, by the same codes
 * @param opinions what the office says, by table; under {@code ALL} about the whole
 * @param changes against the edition before; empty in a first one
 */
public record FrozenContent(
        String title,
        LocalDate from,
        LocalDate to,
        Instant asOf,
        int edition,
        @Nullable String reason,
        List<FrozenTable> tables,
        List<FrozenScore> scores,
        Map<String, String> heads,
        Map<String, String> definitions,
        Map<String, String> opinions,
        List<FigureChange> changes) {

    /** Those that there were when it was frozen. */
    public List<Indicator> indicators() {
        return Arrays.stream(Indicator.values())
                .filter(indicator -> heads.containsKey(indicator.name()))
                .toList();
    }

    public String head(Indicator indicator) {
        return heads.getOrDefault(indicator.name(), indicator.name());
    }

    public String opinion(String section) {
        return opinions.getOrDefault(section, "");
    }

    /** @param scoreHead what a score is called */
    FrozenContent withChangesSince(FrozenContent before, String scoreHead) {
        List<FigureChange> found = new ArrayList<>();
        for (FrozenTable table : tables) {
            before.tables.stream()
                    .filter(other -> other.grouping() == table.grouping())
                    .forEach(other -> compare(table, other, found));
        }
        compareScores(before, scoreHead, found);
        return new FrozenContent(
                title, from, to, asOf, edition, reason, tables, scores, heads, definitions, opinions, found);
    }

    private void compare(FrozenTable now, FrozenTable was, List<FigureChange> found) {
        Map<String, FrozenLine> before = byKey(was);
        Map<String, FrozenLine> after = byKey(now);
        Set<String> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        for (String key : keys) {
            FrozenLine old = before.get(key);
            FrozenLine fresh = after.get(key);
            for (Indicator indicator : Indicator.values()) {
                String said = old == null ? "—" : old.of(indicator).told();
                String says = fresh == null ? "—" : fresh.of(indicator).told();
                if (!said.equals(says)) {
                    String name = fresh == null ? String.valueOf(old == null ? key : old.name()) : fresh.name();
                    found.add(new FigureChange(now.name(), name, head(indicator), said, says));
                }
            }
        }
    }

    private void compareScores(FrozenContent before, String head, List<FigureChange> found) {
        Map<String, FrozenScore> was = new LinkedHashMap<>();
        before.scores.forEach(score -> was.put(score.key(), score));
        for (FrozenScore score : scores) {
            FrozenScore old = was.remove(score.key());
            String said = old == null ? "—" : old.score();
            if (!said.equals(score.score())) {
                found.add(new FigureChange(head, score.name(), head, said, score.score()));
            }
        }
        was.values().forEach(old -> found.add(new FigureChange(head, old.name(), head, old.score(), "—")));
    }

    private static Map<String, FrozenLine> byKey(FrozenTable table) {
        Map<String, FrozenLine> lines = new LinkedHashMap<>();
        table.lines().forEach(line -> lines.put("=" + line.key(), line));
        lines.put("", table.all());
        return lines;
    }
}
