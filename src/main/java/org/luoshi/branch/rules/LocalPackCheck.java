package org.luoshi.branch.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What an office may not put into a pack of its own: something looser than the national text, something nobody stands for or that never ends, and
 * yardsticks that 减负规定 and 政务App办法 forbid.
 */
public final class LocalPackCheck {

    private LocalPackCheck() {}

    /**
     * The reasons to refuse this pack; none: it may be added.
     *
     * @param book what is there; a former edition of the same pack in it does not matter
     */
    public static List<PackProblem> check(RuleBook book, RulePack pack) {
        Problems problems = new Problems();
        if (pack.level() == Level.NATIONAL) {
            problems.add("level-not-local", "field", "level");
        }
        if (book.all().stream().anyMatch(rule -> isNational(rule) && isFrom(pack, rule))) {
            problems.add("pack-taken", "value", pack.id());
        }
        yardstick(String.join("\n", pack.document().values()), problems);
        yardstick(String.join("\n", pack.note().values()), problems);
        for (Rule rule : pack.rules()) {
            problems.about(rule.id());
            id(book, pack, rule, problems);
            responsibility(rule, problems);
            strictness(book, rule, problems);
            yardstick(words(rule), problems);
            examples(rule, problems);
        }
        return problems.all();
    }

    private static boolean isNational(Rule rule) {
        return rule.passport().level() == Level.NATIONAL;
    }

    private static boolean isFrom(RulePack pack, Rule rule) {
        return rule.passport().pack().equals(pack.id());
    }

    private static void id(RuleBook book, RulePack pack, Rule rule, Problems problems) {
        if (!rule.id().startsWith(pack.id() + "-")) {
            problems.add("id-not-in-pack", "value", rule.id(), "allowed", pack.id() + "-…");
        }
        if (book.find(rule.id()).filter(known -> !isFrom(pack, known)).isPresent()) {
            problems.add("id-taken", "value", rule.id());
        }
    }

    private static void responsibility(Rule rule, Problems problems) {
        if (rule.strength() == Strength.INFORM && rule.tightens() == null) {
            return;
        }
        if (rule.passport().issuer().isBlank()) {
            problems.add("issuer-missing", "field", "issuer");
        }
        if (rule.passport().validTo() == null) {
            problems.add("end-missing", "field", "validTo");
        }
    }

    private static void strictness(RuleBook book, Rule rule, Problems problems) {
        if (rule.demand() instanceof Demand.Rates) {
            problems.add("rates-are-national", "field", "rates");
        }
        String tightens = rule.tightens();
        if (tightens == null) {
            book.all().stream()
                    .filter(national -> isNational(national) && national.on() && national.strength() == Strength.MUST)
                    .filter(national -> Strictness.undercuts(rule, national))
                    .forEach(national -> problems.add("looser-than-national", "value", national.id()));
            return;
        }
        Optional<Rule> above = book.find(tightens)
                .filter(known ->
                        known.passport().level().compareTo(rule.passport().level()) < 0);
        if (above.isEmpty()) {
            problems.add("tightens-unknown", "value", tightens);
            return;
        }
        switch (Strictness.of(rule, above.get())) {
            case LOOSER -> problems.add("looser-than-national", "value", tightens);
            case NOT_COMPARABLE -> problems.add("not-comparable", "value", tightens);
            case AT_LEAST_AS_STRICT -> {
                // what a local rule is for
            }
        }
    }

    private static void yardstick(String words, Problems problems) {
        ForbiddenYardsticks.in(words).ifPresent(word -> problems.add("forbidden-yardstick", "value", word));
    }

    private static String words(Rule rule) {
        return Stream.of(
                        Stream.of(rule.id().replace('-', ' ')),
                        rule.text().values().stream(),
                        rule.exceptions().values().stream(),
                        rule.passport().document().values().stream())
                .flatMap(texts -> texts)
                .reduce("", (all, text) -> all + "\n" + text);
    }

    private static void examples(Rule rule, Problems problems) {
        for (Rule.Example example : rule.examples()) {
            String found = WorkedExample.difference(rule, example);
            if (found != null) {
                problems.add("example-fails", "value", example.expect(), "found", found);
            }
        }
    }

    /**
     * The reasons to refuse a scorecard. It comes as YAML or JSON, {@code lines: [{id, text, issuer, validTo, weight}]}, or as plain lines of text,
     * issuer and end date with {@code |} between them.
     */
    public static List<PackProblem> checkScorecard(String scorecard) {
        Problems problems = new Problems();
        Problems unreadable = new Problems();
        Node root = RulePackReader.compose(scorecard, unreadable);
        List<Line> lines = root instanceof MappingNode || root instanceof SequenceNode
                ? structured(root, problems)
                : plain(scorecard, problems);
        if (lines.isEmpty() && problems.count() == 0) {
            problems.add("empty");
        }
        lines.forEach(line -> line(line, problems));
        return problems.all();
    }

    private static List<Line> structured(Node root, Problems problems) {
        List<Node> nodes = new ArrayList<>();
        if (root instanceof SequenceNode sequence) {
            nodes.addAll(sequence.getValue());
        } else {
            Fields head = Fields.of(root, "", problems);
            head.text("scorecard");
            nodes.addAll(head.list("lines"));
            head.noOthers();
        }
        List<Line> lines = new ArrayList<>();
        for (Node node : nodes) {
            Fields fields = Fields.of(node, "", problems);
            String id = fields.text("id");
            problems.about(id.isEmpty() ? Integer.toString(lines.size() + 1) : id);
            Map<String, String> text = fields.neededLanguages("text");
            fields.text("weight");
            LocalDate end = fields.day("validTo");
            lines.add(new Line(
                    id.isEmpty() ? Integer.toString(lines.size() + 1) : id,
                    String.join("\n", text.values()),
                    fields.text("issuer"),
                    end != null || fields.has("validTo")));
            fields.noOthers();
            problems.about("");
        }
        return lines;
    }

    private static List<Line> plain(String text, Problems problems) {
        List<Line> lines = new ArrayList<>();
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            String[] parts = line.split("[|｜\t]", -1);
            String number = Integer.toString(lines.size() + 1);
            String end = parts.length > 2 ? parts[2].strip() : "";
            if (!end.isEmpty() && !end.matches("\\d{4}-\\d{2}-\\d{2}")) {
                problems.about(number);
                problems.add("not-a-day", "field", "validTo", "line", number, "value", end);
            }
            lines.add(new Line(number, parts[0], parts.length > 1 ? parts[1].strip() : "", !end.isEmpty()));
        }
        return lines;
    }

    private static void line(Line line, Problems problems) {
        problems.about(line.id());
        if (line.issuer().isBlank()) {
            problems.add("issuer-missing", "field", "issuer");
        }
        if (!line.hasEnd()) {
            problems.add("end-missing", "field", "validTo");
        }
        yardstick(line.text(), problems);
    }

    /** A line of a scorecard. */
    private record Line(String id, String text, String issuer, boolean hasEnd) {}
}
