package org.luoshi.meetings.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules of {@code meetings/rules.yaml}. */
@Component
public class MeetingRules {

    private final List<MeetingRule> rules;

    MeetingRules() {
        Map<String, Object> file = MeetingData.read("rules.yaml");
        rules = MeetingData.list(file.get("rules")).stream()
                .map(rule -> rule(MeetingData.map(rule), file))
                .toList();
    }

    public List<MeetingRule> all() {
        return rules;
    }

    private static MeetingRule rule(Map<String, Object> rule, Map<String, Object> file) {
        Map<String, Object> document = MeetingData.map(file.get("document"));
        return new MeetingRule(
                MeetingData.text(rule, "id"),
                new MeetingRule.Passport(
                        MeetingData.text(document, "zh"),
                        MeetingData.text(document, "en"),
                        MeetingData.text(file, "issuer"),
                        MeetingData.text(rule, "article"),
                        MeetingData.text(rule, "source"),
                        MeetingData.text(rule, "confidence")),
                MeetingRule.Strength.valueOf(constant(MeetingData.text(rule, "strength"))),
                ranges(rule.get("when")),
                ranges(rule.get("require")),
                MeetingData.list(rule.get("examples")).stream()
                        .map(example -> example(MeetingData.map(example)))
                        .toList());
    }

    private static Map<String, MeetingRule.Range> ranges(@Nullable Object written) {
        Map<String, MeetingRule.Range> ranges = new LinkedHashMap<>();
        MeetingData.map(written)
                .forEach((measure, range) -> ranges.put(measure, MeetingRule.Range.read(String.valueOf(range))));
        return ranges;
    }

    private static MeetingRule.Example example(Map<String, Object> example) {
        Map<String, Long> given = new LinkedHashMap<>();
        MeetingData.map(example.get("given"))
                .forEach((measure, number) -> given.put(measure, Long.valueOf(String.valueOf(number))));
        return new MeetingRule.Example(
                given, MeetingRule.Verdict.valueOf(constant(MeetingData.text(example, "expect"))));
    }

    private static String constant(String written) {
        return written.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
