package org.luoshi.meetings.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks every rule what it says about a meeting (domain/burden.md, B-15 to B-19) and looks at the office's own limits for its kind. */
@Component
public class MeetingRuleChecks {

    private final MeetingRules rules;
    private final List<MeasureSource> sources;

    MeetingRuleChecks(MeetingRules rules, List<MeasureSource> sources) {
        this.rules = rules;
        this.sources = List.copyOf(sources);
    }

    /** Every rule with its verdict, in the order of the file. */
    public List<RuleResult> of(Meeting meeting) {
        Map<String, Long> measures = measures(meeting);
        return rules.all().stream()
                .map(rule -> new RuleResult(rule, rule.judge(measures), measured(rule, measures)))
                .toList();
    }

    private Map<String, Long> measures(Meeting meeting) {
        Map<String, Long> measures = new HashMap<>();
        sources.forEach(source -> measures.putAll(source.of(meeting)));
        return measures;
    }

    private static @Nullable Long measured(MeetingRule rule, Map<String, Long> measures) {
        return rule.require().keySet().stream().findFirst().map(measures::get).orElse(null);
    }

    /** Refused where a rule says it must not be, or where it is generally not done and no reason is given. */
    void requirePassing(Meeting meeting) {
        List<RuleResult> results = of(meeting);
        for (RuleResult result : results) {
            if (result.refuses()) {
                throw MeetingError.RULE_MUST.with(
                        Map.of("field", "approval", "why", result.rule().textKey()));
            }
        }
        if (!meeting.reasonGiven().isEmpty()) {
            return;
        }
        for (RuleResult result : results) {
            if (result.wantsReason()) {
                throw MeetingError.REASON_WANTED.with(
                        Map.of("field", "reason", "why", result.rule().textKey()));
            }
        }
    }
}
