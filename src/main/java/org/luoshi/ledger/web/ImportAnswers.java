package org.luoshi.ledger.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luoshi.ledger.core.ImportChoices;
import org.luoshi.ledger.core.ImportRow;
import org.springframework.util.MultiValueMap;

/** What was decided on the page of the dry run, laid over what was decided before: rows on other pages keep their answers. */
record ImportAnswers(Map<String, String> units, Map<Integer, String> dues, Set<Integer> leftOut, boolean again) {

    private static final String DUE = "due-";

    static ImportAnswers of(MultiValueMap<String, String> form, ImportChoices before, List<ImportRow> shown) {
        Map<String, String> units = new HashMap<>(before.units());
        List<String> written = form.getOrDefault("written", List.of());
        List<String> decisions = form.getOrDefault("decision", List.of());
        for (int i = 0; i < Math.min(written.size(), decisions.size()); i++) {
            units.put(written.get(i), decisions.get(i));
        }
        Map<Integer, String> dues = new HashMap<>(before.dues());
        Set<Integer> leftOut = new HashSet<>(before.leftOut());
        for (ImportRow row : shown) {
            String due = form.getFirst(DUE + row.row());
            if (due != null && due.isBlank()) {
                dues.remove(row.row());
            } else if (due != null && !due.strip().equals(row.limit().written())) {
                dues.put(row.row(), due.strip());
            }
            boolean leave = form.getOrDefault("leave", List.of()).contains(Integer.toString(row.row()));
            if (leave) {
                leftOut.add(row.row());
            } else {
                leftOut.remove(row.row());
            }
        }
        boolean asked = form.containsKey("mayRepeat");
        return new ImportAnswers(units, dues, leftOut, asked ? form.containsKey("again") : before.again());
    }
}
