package org.luoshi.branch.rules;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

/** Reads a rule pack. Nothing that an office can write into the file throws: every mistake is told, all at once. */
public final class RulePackReader {

    /** Characters; the longest shipped pack has a quarter of it. */
    public static final int LONGEST = 200_000;

    private static final int MOST_RULES = 500;
    private static final int DEEPEST = 12;

    /** What a rule may say about an article that nobody has seen. */
    private static final String UNKNOWN = "unknown";

    private RulePackReader() {}

    /** The pack with those of its rules that have no mistake, and all mistakes. */
    public static PackReading read(String yaml) {
        Problems problems = new Problems();
        Node root = compose(yaml, problems);
        if (root == null) {
            return new PackReading(null, problems.all());
        }
        Fields head = Fields.of(root, "", problems);
        RulePack empty = head(head);
        String source = head.text("source");
        List<Fields> entries = head.list("rules").stream()
                .map(rule -> Fields.of(rule, "", problems))
                .toList();
        head.noOthers();
        boolean hasHead = problems.count() == 0;
        if (!head.has("rules")) {
            head.missing("rules");
        }
        if (entries.size() > MOST_RULES) {
            problems.add("too-many-rules", "maximum", Integer.toString(MOST_RULES));
            return new PackReading(null, problems.all());
        }
        List<Rule> rules = rules(entries, empty, source, problems);
        RulePack pack = new RulePack(
                empty.id(),
                empty.document(),
                empty.issuer(),
                empty.level(),
                empty.issued(),
                empty.validFrom(),
                empty.validTo(),
                empty.note(),
                rules);
        return new PackReading(hasHead ? pack : null, problems.all());
    }

    /** The nodes of the file; no object is made of anything, whatever tags stand in it. Null and a problem where it is not YAML. */
    static @Nullable Node compose(String yaml, Problems problems) {
        if (yaml.length() > LONGEST) {
            problems.add("too-long", "maximum", Integer.toString(LONGEST));
            return null;
        }
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setCodePointLimit(LONGEST);
        DumperOptions unused = new DumperOptions();
        Yaml parser = new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits);
        try {
            Node root = parser.compose(new StringReader(yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml));
            if (root == null) {
                problems.add("empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add("unreadable", "line", Integer.toString(line));
            return null;
        } catch (YAMLException e) {
            problems.add("unreadable", "line", "0");
            return null;
        }
    }

    private static RulePack head(Fields head) {
        String id = head.neededText("pack");
        if (!id.isEmpty() && !id.matches("[a-z0-9][a-z0-9-]{1,39}")) {
            head.problem("bad-id", "pack", "value", id);
        }
        return new RulePack(
                id,
                head.neededLanguages("document"),
                head.text("issuer"),
                head.neededOne("level", Level.class),
                head.text("issued"),
                head.day("validFrom"),
                head.day("validTo"),
                head.languages("note"),
                List.of());
    }

    private static List<Rule> rules(List<Fields> entries, RulePack head, String source, Problems problems) {
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Fields entry : entries) {
            problems.about("");
            String id = entry.neededText("id");
            problems.about(id);
            int before = problems.count();
            if (!id.isEmpty() && !id.matches("[A-Za-z0-9][A-Za-z0-9-]{0,59}")) {
                entry.problem("bad-id", "id", "value", id);
            }
            if (!id.isEmpty() && !ids.add(id)) {
                entry.problem("doubled-id", "id", "value", id);
            }
            Rule rule = rule(id, entry, head, source);
            if (problems.count() == before && !id.isEmpty()) {
                rules.add(rule);
            }
        }
        problems.about("");
        return List.copyOf(rules);
    }

    private static Rule rule(String id, Fields entry, RulePack head, String source) {
        Strength strength = entry.neededOne("strength", Strength.class);
        Passport passport = passport(entry, head, source);
        String tightens = entry.text("tightens");
        Rule rule = new Rule(
                id,
                passport,
                entry.neededLanguages("text"),
                strength,
                entry.neededOne("subject", RuleSubject.class),
                DemandReader.read(entry, strength),
                entry.languages("exceptions"),
                entry.yes("on", passport.confidence() != Confidence.K),
                tightens.isEmpty() ? null : tightens,
                entry.each("examples").stream().map(RulePackReader::example).toList());
        if (rule.on() && passport.confidence() == Confidence.K) {
            entry.problem("unconfirmed-rule-is-on", "on");
        }
        entry.noOthers();
        return rule;
    }

    private static Passport passport(Fields entry, RulePack head, String source) {
        Map<String, String> document = entry.languages("document");
        String article = entry.neededText("article");
        String issuer = entry.text("issuer");
        LocalDate from = entry.day("validFrom");
        LocalDate to = entry.day("validTo");
        Passport passport = new Passport(
                head.id(),
                document.isEmpty() ? head.document() : document,
                article.equals(UNKNOWN) ? "" : article,
                source.isEmpty() || entry.has("source") ? entry.neededText("source") : source,
                issuer.isEmpty() ? head.issuer() : issuer,
                head.level(),
                entry.neededOne("confidence", Confidence.class),
                from == null ? head.validFrom() : from,
                to == null ? head.validTo() : to);
        if (passport.validFrom() != null
                && passport.validTo() != null
                && passport.validTo().isBefore(passport.validFrom())) {
            entry.problem("ends-before-it-begins", "validTo");
        }
        return passport;
    }

    private static Rule.Example example(Fields example) {
        Rule.Example read = new Rule.Example(example.plain("given"), example.neededText("expect"));
        example.noOthers();
        return read;
    }
}
