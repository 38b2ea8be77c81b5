package org.luoshi.branch.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a YAML file, read by what is expected and not by what YAML guesses. Whoever asks for something that is missing or malformed gets
 * a harmless value, and the mistake is noted with its line.
 */
final class Fields {

    private static final Pattern SPELLED_PERIOD = Pattern.compile("(\\d{1,4}) *(day|week|month|year)s?");
    private static final Pattern RANGE = Pattern.compile("(-?\\d{1,9})?(\\.\\.)?(-?\\d{1,9})?");

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> doubled = new HashSet<>();
    private final String path;
    private final int line;
    private final Problems problems;

    private Fields(@Nullable Node node, String path, Problems problems) {
        this.path = path;
        this.problems = problems;
        this.line = node == null ? 0 : lineOf(node);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::take);
        } else if (node != null) {
            problems.add(
                    "wrong-shape",
                    "field",
                    path.isEmpty() ? "…" : path,
                    "line",
                    Integer.toString(line),
                    "allowed",
                    "key: value");
        }
    }

    static Fields of(@Nullable Node node, String path, Problems problems) {
        return new Fields(node, path, problems);
    }

    private void take(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (nodes.put(key, tuple.getValueNode()) != null) {
            doubled.add(key);
        }
    }

    boolean has(String key) {
        return node(key) != null;
    }

    Set<String> keys() {
        asked.addAll(nodes.keySet());
        return nodes.keySet();
    }

    /** To be called last: what nobody asked for, and what stands there twice, is a mistake. */
    void noOthers() {
        doubled.forEach(key -> problem("doubled-key", key));
        nodes.keySet().stream().filter(key -> !asked.contains(key)).forEach(key -> problem("unknown-key", key));
    }

    String text(String key) {
        Node node = node(key);
        if (node == null) {
            return "";
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        problem("wrong-shape", key, "allowed", "text");
        return "";
    }

    String neededText(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            missing(key);
        }
        return text;
    }

    /** A text by language. A single text is taken as Chinese; where there is anything, Chinese must be there. */
    Map<String, String> languages(String key) {
        Node node = node(key);
        if (node == null) {
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        if (node instanceof ScalarNode) {
            texts.put("zh", text(key));
        } else {
            Fields inner = inner(key);
            for (String language : List.of("zh", "en")) {
                if (inner.has(language)) {
                    texts.put(language, inner.text(language));
                }
            }
            inner.noOthers();
        }
        if (texts.getOrDefault("zh", "").isEmpty()) {
            missing(key + ".zh");
        }
        return Map.copyOf(texts);
    }

    Map<String, String> neededLanguages(String key) {
        if (!has(key)) {
            missing(key + ".zh");
        }
        return languages(key);
    }

    @Nullable
    Integer number(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("-?\\d{1,9}")) {
            return Integer.valueOf(text);
        }
        problem("not-a-whole-number", key, "value", shortened(text));
        return null;
    }

    int neededNumber(String key, int atLeast, int atMost) {
        int before = problems.count();
        Integer number = number(key);
        if (number == null) {
            if (before == problems.count()) {
                missing(key);
            }
            return atLeast;
        }
        if (number < atLeast || number > atMost) {
            problem("out-of-range", key, "value", number.toString(), "allowed", atLeast + ".." + atMost);
        }
        return number;
    }

    @Nullable
    BigDecimal decimal(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("\\d{1,12}(\\.\\d{1,4})?")) {
            return new BigDecimal(text);
        }
        problem("not-a-number", key, "value", shortened(text));
        return null;
    }

    BigDecimal neededDecimal(String key) {
        int before = problems.count();
        BigDecimal decimal = decimal(key);
        if (decimal == null && before == problems.count()) {
            missing(key);
        }
        return decimal == null ? BigDecimal.ZERO : decimal;
    }

    boolean yes(String key, boolean otherwise) {
        String text = text(key);
        if (text.isEmpty() || text.equals("true") || text.equals("false")) {
            return text.isEmpty() ? otherwise : text.equals("true");
        }
        problem("unknown-value", key, "value", shortened(text), "allowed", "true, false");
        return otherwise;
    }

    @Nullable
    LocalDate day(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            problem("not-a-day", key, "value", shortened(text));
            return null;
        }
    }

    /** {@code 6 months}, {@code 3 years}, {@code 30 days}. */
    @Nullable
    Period period(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            return null;
        }
        Matcher spelled = SPELLED_PERIOD.matcher(text);
        if (!spelled.matches()) {
            problem("not-a-length-of-time", key, "value", shortened(text));
            return null;
        }
        int count = Integer.parseInt(spelled.group(1));
        return switch (spelled.group(2)) {
            case "day" -> Period.ofDays(count);
            case "week" -> Period.ofWeeks(count);
            case "month" -> Period.ofMonths(count);
            default -> Period.ofYears(count);
        };
    }

    /** {@code 3..5}, {@code 3..}, {@code ..50}, {@code 1}. */
    Demand.Range range(String key) {
        String text = text(key);
        Matcher found = RANGE.matcher(text);
        if (!found.matches() || text.isEmpty() || text.equals("..")) {
            problem("not-a-range", key, "value", shortened(text));
            return new Demand.Range(null, null);
        }
        Integer first = found.group(1) == null ? null : Integer.valueOf(found.group(1));
        Integer last = found.group(3) == null ? null : Integer.valueOf(found.group(3));
        if (found.group(2) == null) {
            return new Demand.Range(first, first);
        }
        if (first != null && last != null && first > last) {
            problem("not-a-range", key, "value", shortened(text));
        }
        return new Demand.Range(first, last);
    }

    <E extends Enum<E>> @Nullable E one(String key, Class<E> type) {
        String text = text(key);
        return text.isEmpty() ? null : oneOf(key, text, type);
    }

    <E extends Enum<E>> E neededOne(String key, Class<E> type) {
        E one = null;
        if (neededText(key).isEmpty() || (one = one(key, type)) == null) {
            return type.getEnumConstants()[0];
        }
        return one;
    }

    /** The constant with this name, in any case and with - or _ in it; else null, noted under {@code key}. */
    <E extends Enum<E>> @Nullable E oneOf(String key, String name, Class<E> type) {
        String constant = constant(name);
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(constant)) {
                return one;
            }
        }
        String allowed = Arrays.stream(type.getEnumConstants())
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
        problem("unknown-value", key, "value", shortened(name), "allowed", allowed);
        return null;
    }

    static String constant(String name) {
        return name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The texts of a list; a single text is a list of one. */
    List<String> texts(String key) {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof ScalarNode) {
            return List.of(text(key));
        }
        List<String> texts = new ArrayList<>();
        for (Node each : list(key)) {
            if (each instanceof ScalarNode scalar) {
                texts.add(scalar.getValue().strip());
            } else {
                problem("wrong-shape", key, "allowed", "text");
            }
        }
        return texts;
    }

    List<Node> list(String key) {
        Node node = node(key);
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (node != null) {
            problem("wrong-shape", key, "allowed", "- …");
        }
        return List.of();
    }

    List<Fields> each(String key) {
        List<Fields> all = new ArrayList<>();
        for (Node node : list(key)) {
            all.add(of(node, at(key), problems));
        }
        return all;
    }

    Fields inner(String key) {
        return of(node(key), at(key), problems);
    }

    /** As plain values: texts, lists and maps of them. */
    Map<String, Object> plain(String key) {
        Node node = node(key);
        if (node instanceof MappingNode) {
            return plainMap(node);
        }
        if (node != null) {
            problem("wrong-shape", key, "allowed", "key: value");
        }
        return Map.of();
    }

    private static Object plain(Node node) {
        if (node instanceof MappingNode) {
            return plainMap(node);
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(Fields::plain).toList();
        }
        return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }

    private static Map<String, Object> plainMap(Node node) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue()
                    .forEach(tuple -> map.put(plain(tuple.getKeyNode()).toString(), plain(tuple.getValueNode())));
        }
        return map;
    }

    void missing(String key) {
        problem("missing", key);
    }

    void problem(String code, String key, String... more) {
        Node node = nodes.get(key);
        String[] details = new String[more.length + 4];
        details[0] = "field";
        details[1] = at(key);
        details[2] = "line";
        details[3] = Integer.toString(node == null ? line : lineOf(node));
        System.arraycopy(more, 0, details, 4, more.length);
        problems.add(code, details);
    }

    private @Nullable Node node(String key) {
        asked.add(key);
        Node node = nodes.get(key);
        boolean isEmpty = node instanceof ScalarNode scalar && scalar.getValue().isBlank();
        return isEmpty ? null : node;
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String shortened(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }
}
