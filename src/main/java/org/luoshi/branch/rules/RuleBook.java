package org.luoshi.branch.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All rules that the house knows: those shipped and those an office added. */
public final class RuleBook {

    private final Map<String, Rule> rules = new LinkedHashMap<>();

    public RuleBook(Collection<Rule> rules) {
        rules.forEach(rule -> {
            if (this.rules.put(rule.id(), rule) != null) {
                throw new IllegalArgumentException("Two rules " + rule.id());
            }
        });
    }

    /** In the order of the packs. */
    public List<Rule> all() {
        return List.copyOf(rules.values());
    }

    public List<Rule> on(LocalDate day) {
        return rules.values().stream().filter(rule -> rule.appliesOn(day)).toList();
    }

    public Optional<Rule> find(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    public RuleBook with(Collection<Rule> local) {
        return new RuleBook(
                Stream.concat(rules.values().stream(), local.stream()).toList());
    }
}
