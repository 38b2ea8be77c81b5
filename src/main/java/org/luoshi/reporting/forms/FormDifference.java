package org.luoshi.reporting.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.luoshi.reporting.core.FormRule;

/** One thing that a version of a form does otherwise than the one before: the key of a text, and what it is about. */
public record FormDifference(String textKey, String name) {

    /** What changed from one version to the next, in the order in which it is read. */
    public static List<FormDifference> between(FormVersionView before, FormVersionView after) {
        List<FormDifference> all = new ArrayList<>();
        for (FormVersionView.ChosenField field : after.fields()) {
            before.field(field.id())
                    .ifPresentOrElse(old -> addIfOtherwise(all, old, field), () -> add(all, "added", field.name()));
        }
        before.fields().stream()
                .filter(field -> after.field(field.id()).isEmpty())
                .forEach(field -> add(all, "removed", field.name()));
        if (!order(before, after).equals(order(after, before))) {
            add(all, "order", "");
        }
        after.rules().stream()
                .filter(rule -> !before.rules().contains(rule))
                .forEach(rule -> add(all, rule.must() ? "rule-must" : "rule-warn", said(rule)));
        before.rules().stream()
                .filter(rule -> !after.rules().contains(rule))
                .forEach(rule -> add(all, "rule-removed", said(rule)));
        return all;
    }

    private static void addIfOtherwise(
            List<FormDifference> all, FormVersionView.ChosenField old, FormVersionView.ChosenField field) {
        if (old.required() != field.required()) {
            add(all, field.required() ? "required" : "optional", field.name());
        }
    }

    /** The order of those fields of one version that the other has too. */
    private static List<UUID> order(FormVersionView one, FormVersionView other) {
        return one.fields().stream()
                .map(FormVersionView.ChosenField::id)
                .filter(id -> other.field(id).isPresent())
                .toList();
    }

    private static String said(FormRule rule) {
        return rule.message() + "（" + rule.expression() + "）";
    }

    private static void add(List<FormDifference> all, String what, String name) {
        all.add(new FormDifference("reporting.form.difference." + what, name));
    }
}
