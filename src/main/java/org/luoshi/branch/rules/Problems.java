package org.luoshi.branch.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects mistakes; the rule being looked at is named once. */
final class Problems {

    private final List<PackProblem> found = new ArrayList<>();
    private String ruleId = "";

    void about(String ruleId) {
        this.ruleId = ruleId;
    }

    /** @param details key, value, key, value … */
    void add(String code, String... details) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < details.length; i += 2) {
            named.put(details[i], details[i + 1]);
        }
        found.add(new PackProblem(ruleId, code, Map.copyOf(named)));
    }

    int count() {
        return found.size();
    }

    List<PackProblem> all() {
        return List.copyOf(found);
    }
}
