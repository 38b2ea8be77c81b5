package org.luoshi.reporting.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.reporting.core.FormRule;
import org.luoshi.reporting.forms.DictionaryField;
import org.luoshi.reporting.forms.FormError;
import org.luoshi.reporting.forms.FormService.Choice;
import org.luoshi.reporting.forms.FormVersionView;

/**
 * A version of a form while it is written, letter by letter: {@code order.<field id>} says where a field stands, {@code required.<field id>} that
 * it must be said, {@code rule.n}, {@code message.n} and {@code strength.n} are the rules.
 */
public record FormDraftForm(Map<String, String> typed) {

    private static final int EMPTY_RULES = 2;

    static FormDraftForm of(FormVersionView version) {
        Map<String, String> typed = new HashMap<>();
        for (int n = 0; n < version.fields().size(); n++) {
            typed.put("order." + version.fields().get(n).id(), Integer.toString((n + 1) * 10));
            if (version.fields().get(n).required()) {
                typed.put("required." + version.fields().get(n).id(), "on");
            }
        }
        for (int n = 0; n < version.rules().size(); n++) {
            FormRule rule = version.rules().get(n);
            typed.put("rule." + n, rule.expression());
            typed.put("message." + n, rule.message());
            typed.put("strength." + n, rule.must() ? "MUST" : "WARN");
        }
        typed.put("note", version.note());
        typed.put("version", Integer.toString(version.version()));
        return new FormDraftForm(typed);
    }

    public String at(String name) {
        return typed.getOrDefault(name, "");
    }

    /** How many lines for rules are shown. */
    public int ruleLines() {
        int last = -1;
        while (typed.containsKey("rule." + (last + 1))) {
            last++;
        }
        return Math.max(last + 1, 0) + (at("rule." + last).isBlank() && last >= 0 ? 1 : EMPTY_RULES);
    }

    /** Those that have a number, in their order, before the rest of a long dictionary. */
    public List<DictionaryField> chosenFirst(List<DictionaryField> dictionary) {
        return dictionary.stream()
                .sorted(Comparator.comparingInt(field -> {
                    String order = at("order." + field.id()).strip();
                    return order.isEmpty()
                            ? Integer.MAX_VALUE
                            : order.matches("\\d{1,4}") ? Integer.parseInt(order) : 0;
                }))
                .toList();
    }

    List<Choice> choices() {
        Map<UUID, Integer> order = new HashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith("order.") && !value.isBlank()) {
                order.put(
                        FormTyped.id("fields", name.substring("order.".length())),
                        FormTyped.number("fields", value, 0, 9999));
            }
        });
        return order.entrySet().stream()
                .sorted(Map.Entry.<UUID, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(field -> new Choice(field.getKey(), typed.containsKey("required." + field.getKey())))
                .toList();
    }

    List<FormRule> rules() {
        List<FormRule> rules = new ArrayList<>();
        typed.keySet().stream()
                .filter(name -> name.matches("rule\\.\\d{1,3}"))
                .map(name -> Integer.parseInt(name.substring("rule.".length())))
                .sorted(Comparator.naturalOrder())
                .forEach(n -> {
                    String expression = at("rule." + n).strip();
                    if (!expression.isEmpty()) {
                        rules.add(new FormRule(
                                expression,
                                at("message." + n).strip(),
                                !at("strength." + n).equals("WARN")));
                    } else if (!at("message." + n).isBlank()) {
                        throw FormError.MISSING.with(Map.of("field", "rules"));
                    }
                });
        return rules;
    }
}
