package org.luoshi.intake.extraction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How well proposals agree with hand-checked answers: items by their words, units and limits of the items found. The same reckoning as the
 * shared scorer makes.
 */
final class Score {

    private static final double ALIKE = 0.5;

    private int itemsRight;
    private int itemsProposed;
    private int itemsWanted;
    private int unitsRight;
    private int unitsProposed;
    private int unitsWanted;
    private int datesRight;
    private int datesProposed;
    private int datesWanted;

    static Score of(JsonNode answers, List<ProposedItem> items) {
        Score score = new Score();
        List<JsonNode> gold = new ArrayList<>();
        answers.get("items").forEach(gold::add);
        Map<Integer, Integer> found = pairs(gold, items);
        for (int i = 0; i < gold.size(); i++) {
            if (!isOptional(gold.get(i))) {
                score.itemsWanted++;
                score.itemsRight += found.containsKey(i) ? 1 : 0;
            }
        }
        long optional =
                found.keySet().stream().filter(i -> isOptional(gold.get(i))).count();
        score.itemsProposed = items.size() - (int) optional;
        found.forEach((answer, item) -> {
            if (!isOptional(gold.get(answer))) {
                score.units(gold.get(answer), items.get(item));
                score.date(gold.get(answer), items.get(item));
            }
        });
        return score;
    }

    void add(Score other) {
        itemsRight += other.itemsRight;
        itemsProposed += other.itemsProposed;
        itemsWanted += other.itemsWanted;
        unitsRight += other.unitsRight;
        unitsProposed += other.unitsProposed;
        unitsWanted += other.unitsWanted;
        datesRight += other.datesRight;
        datesProposed += other.datesProposed;
        datesWanted += other.datesWanted;
    }

    double items() {
        return rate(itemsRight, itemsProposed, itemsWanted);
    }

    double units() {
        return rate(unitsRight, unitsProposed, unitsWanted);
    }

    double dates() {
        return rate(datesRight, datesProposed, datesWanted);
    }

    String line(String name) {
        return "%-34s %5d  %s  %s  %s".formatted(name, itemsWanted, shown(items()), shown(units()), shown(dates()));
    }

    private static String shown(double rate) {
        return Double.isNaN(rate) ? "  –  " : "%5.3f".formatted(rate);
    }

    /** F1; not a number where nothing is wanted and nothing proposed. */
    private static double rate(int right, int proposed, int wanted) {
        return proposed + wanted == 0 ? Double.NaN : 2.0 * right / (proposed + wanted);
    }

    private record Pair(double alike, int answer, int item) {}

    private static Map<Integer, Integer> pairs(List<JsonNode> gold, List<ProposedItem> items) {
        List<Map<String, Integer>> wanted = gold.stream()
                .map(answer -> bigrams(answer.get("task").asString()))
                .toList();
        List<Map<String, Integer>> proposed =
                items.stream().map(item -> bigrams(item.task())).toList();
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < wanted.size(); a++) {
            for (int b = 0; b < proposed.size(); b++) {
                double alike = f1(wanted.get(a), proposed.get(b));
                if (alike >= ALIKE) {
                    pairs.add(new Pair(alike, a, b));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::alike)
                .thenComparingInt(Pair::answer)
                .thenComparingInt(Pair::item)
                .reversed());
        Map<Integer, Integer> found = new HashMap<>();
        Set<Integer> used = new HashSet<>();
        for (Pair pair : pairs) {
            if (!found.containsKey(pair.answer()) && used.add(pair.item())) {
                found.put(pair.answer(), pair.item());
            }
        }
        return found;
    }

    private void units(JsonNode answer, ProposedItem item) {
        Set<String> lead = asPrinted(item.lead(), answer);
        Set<String> support = asPrinted(item.support(), answer);
        boolean isJoint = answer.get("mode").asString().equals("joint");
        double best = -1;
        int[] kindest = {0, 0, 0};
        for (List<Set<String>> reading : readings(answer)) {
            int[] counts = isJoint
                    ? counts(union(lead, support), union(reading.get(0), reading.get(1)))
                    : sum(counts(lead, reading.get(0)), counts(support, reading.get(1)));
            double rate = 2.0 * counts[0] / Math.max(1, counts[1] + counts[2]);
            if (rate > best || rate == best && isMore(counts, kindest)) {
                best = rate;
                kindest = counts;
            }
        }
        unitsRight += kindest[0];
        unitsProposed += kindest[1];
        unitsWanted += kindest[2];
    }

    private static boolean isMore(int[] one, int[] other) {
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[i]) {
                return one[i] > other[i];
            }
        }
        return false;
    }

    private static int[] counts(Set<String> got, Set<String> wanted) {
        Set<String> both = new HashSet<>(got);
        both.retainAll(wanted);
        return new int[] {both.size(), got.size(), wanted.size()};
    }

    private static int[] sum(int[] one, int[] other) {
        return new int[] {one[0] + other[0], one[1] + other[1], one[2] + other[2]};
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    /** All ways to read an answer that count as right, lead and support of each. */
    private static List<List<Set<String>>> readings(JsonNode answer) {
        List<List<Set<String>>> readings = new ArrayList<>();
        readings.add(List.of(names(answer.get("lead")), names(answer.get("support"))));
        JsonNode other = answer.get("alt");
        if (other != null && other.isObject()) {
            readings.add(List.of(names(other.get("lead")), names(other.get("support"))));
        } else if (other != null && other.isArray()) {
            other.forEach(alt -> readings.add(List.of(names(alt.get("lead")), names(alt.get("support")))));
        }
        return readings;
    }

    private static Set<String> names(@Nullable JsonNode list) {
        List<String> names = new ArrayList<>();
        if (list != null) {
            list.forEach(name -> names.add(name.asString()));
        }
        return names(names);
    }

    private static Set<String> names(List<String> names) {
        return names.stream()
                .map(Score::norm)
                .filter(name -> !name.isEmpty())
                .map(name -> name.replaceFirst("(?:等(?:有关)?(?:部门|单位)?)$", ""))
                .collect(Collectors.toSet());
    }

    /** Names with a prefix that the answer allows to be spelled out are taken back to what is printed. */
    private static Set<String> asPrinted(List<String> names, JsonNode answer) {
        Map<String, String> printed = new HashMap<>();
        JsonNode expanded = answer.get("expanded");
        if (expanded != null) {
            expanded.properties()
                    .forEach(entry -> printed.put(norm(entry.getValue().asString()), norm(entry.getKey())));
        }
        return names(names).stream()
                .map(name -> printed.getOrDefault(name, name))
                .collect(Collectors.toSet());
    }

    private void date(JsonNode answer, ProposedItem item) {
        Set<String> dates = new HashSet<>();
        JsonNode all = answer.get("deadlines");
        if (all != null) {
            all.forEach(date -> addText(dates, date.get("iso")));
        }
        addText(dates, answer.get("deadline_iso"));
        boolean firm =
                answer.get("deadline_iso") != null && answer.get("deadline_iso").isString();
        String got = item.deadline() == null ? null : item.deadline().toString();
        boolean right = got != null && dates.contains(got);
        boolean counts = got != null && (right || firm || dates.isEmpty());
        datesRight += firm && right ? 1 : 0;
        datesProposed += (firm || !right) && counts ? 1 : 0;
        datesWanted += firm ? 1 : 0;
    }

    private static void addText(Set<String> dates, @Nullable JsonNode date) {
        if (date != null && date.isString()) {
            dates.add(date.asString());
        }
    }

    private static boolean isOptional(JsonNode answer) {
        JsonNode optional = answer.get("optional");
        return optional != null && optional.asBoolean();
    }

    private static String norm(String text) {
        return Normalizer.normalize(Objects.requireNonNullElse(text, ""), Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static Map<String, Integer> bigrams(String text) {
        int[] characters = norm(text).codePoints().toArray();
        Map<String, Integer> grams = new HashMap<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            grams.merge(new String(characters, i, 2), 1, Integer::sum);
        }
        if (grams.isEmpty()) {
            grams.put(norm(text), 1);
        }
        return grams;
    }

    private static double f1(Map<String, Integer> one, Map<String, Integer> other) {
        int both = one.entrySet().stream()
                .mapToInt(entry -> Math.min(entry.getValue(), other.getOrDefault(entry.getKey(), 0)))
                .sum();
        return 2.0 * both / Math.max(1, total(one) + total(other));
    }

    private static int total(Map<String, Integer> grams) {
        return grams.values().stream().mapToInt(Integer::intValue).sum();
    }
}
