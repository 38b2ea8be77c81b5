package org.luoshi.ledger.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.StepField;

/**
 * What the page that asks for a step shows.
 *
 * @param name the step in words
 * @param about the object it concerns
 * @param action where it is posted to
 * @param back where "not now" leads
 * @param stepName the constant's name, sent along
 * @param people who may be chosen, for {@link StepField#PERSON}
 * @param units names to choose from
 * @param refusal why the last try was refused
 */
public record StepPage(
        String name,
        String about,
        String action,
        String back,
        String stepName,
        Set<StepField> fields,
        List<PersonChoice> people,
        List<String> units,
        StepForm form,
        @Nullable String refusal) {

    /** The same with what a refusal asked for. */
    StepPage alsoAsking(Set<StepField> more) {
        Set<StepField> all = new HashSet<>(fields);
        all.addAll(more);
        return new StepPage(name, about, action, back, stepName, all, people, units, form, refusal);
    }

    public boolean asks(StepField... any) {
        return List.of(any).stream().anyMatch(fields::contains);
    }
}
