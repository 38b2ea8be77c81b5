package org.luoshi.intake.extraction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who does a task, as one bracket, run of labels or row of a table says it. Names as they are written.
 *
 * @param bare units without any word on their part
 * @param times what is said about the limit, in plain spelling
 * @param open "and other departments" stands behind a name
 * @param cued a word or label said what the units do; false for a plain list of names
 */
record Assignment(
        List<String> lead,
        List<String> responsible,
        List<String> bare,
        List<String> support,
        List<String> guide,
        List<String> times,
        boolean open,
        boolean cued) {

    static final Assignment NONE =
            new Assignment(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false, false);

    boolean hasUnits() {
        return hasOwners() || !support.isEmpty() || !guide.isEmpty();
    }

    /** True when somebody is to do it, not only to help. */
    boolean hasOwners() {
        return !lead.isEmpty() || !responsible.isEmpty() || !bare.isEmpty();
    }

    boolean isEmpty() {
        return !hasUnits() && times.isEmpty();
    }

    /** Both together: two brackets side by side, a line for the lead and one for the limit. */
    Assignment and(Assignment next) {
        return new Assignment(
                joined(lead, next.lead),
                joined(responsible, next.responsible),
                joined(bare, next.bare),
                joined(support, next.support),
                joined(guide, next.guide),
                joined(times, next.times),
                open || next.open,
                cued || next.cued);
    }

    /** Who leads and who supports, and how that was said. */
    Parts parts(boolean firstLeads) {
        List<String> owners = joined(responsible, bare);
        if (!lead.isEmpty()) {
            return new Parts(
                    lead, without(joined(owners, support), lead), Mode.LEAD_SUPPORT.orSole(lead, owners, support));
        }
        boolean ordered = firstLeads && owners.size() > 1 && !owners.stream().allMatch(Units::isCollective);
        if (ordered) {
            List<String> others = joined(owners.subList(1, owners.size()), support);
            return new Parts(List.of(owners.get(0)), without(others, owners.subList(0, 1)), Mode.ORDERED);
        }
        if (!support.isEmpty()) {
            return new Parts(owners, without(support, owners), Mode.LEAD_SUPPORT);
        }
        return new Parts(owners, List.of(), owners.size() > 1 ? Mode.JOINT : Mode.SOLE);
    }

    /** The two lists a ledger needs. */
    record Parts(List<String> lead, List<String> support, Mode mode) {}

    private static List<String> joined(List<String> one, List<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return new ArrayList<>(all);
    }

    private static List<String> without(List<String> names, List<String> taken) {
        return names.stream()
                .filter(name -> taken.stream().noneMatch(other -> isSame(name, other)))
                .toList();
    }

    /** 盟委宣传部 and 盟委宣传部（网信办） are one in one bracket. */
    private static boolean isSame(String one, String other) {
        String note = "[（(].*[）)]$";
        return one.equals(other)
                || one.replaceFirst(note, "").equals(other)
                || one.equals(other.replaceFirst(note, ""));
    }
}
