package org.luoshi.ledger.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.luoshi.platform.Texts;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.DueDate;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;

/**
 * A calendar was published or changed: limits that were counted in its days are counted again, and lights turn by the new days. Limits that
 * somebody gave as a day, or moved since, stay.
 */
@Component
class CalendarNews {

    private final Ledger ledger;
    private final Lights lights;
    private final Issuing issuing;
    private final WorktimeApi worktime;

    CalendarNews(Ledger ledger, Lights lights, Issuing issuing, WorktimeApi worktime) {
        this.ledger = ledger;
        this.lights = lights;
        this.issuing = issuing;
        this.worktime = worktime;
    }

    void deriveAnew() {
        for (UUID id : lights.itemsWithLimit()) {
            Item item = ledger.item(id);
            List<Assignment> units = ledger.assignmentsOf(item);
            if (isCounted(item)) {
                countAgain(item, units);
            }
            ledger.saveAll(item, units);
        }
    }

    private static boolean isCounted(Item item) {
        return item.limitClass != null
                && item.givenDue == null
                && item.issuedAt != null
                && Objects.equals(item.due, item.originalDue);
    }

    private void countAgain(Item item, List<Assignment> units) {
        DueDate due = issuing.dueOf(null, item.limitClass, Objects.requireNonNull(item.issuedAt));
        Instant before = item.due;
        if (due == null || before == null) {
            return;
        }
        item.dueProvisional = due.provisional();
        item.derivation = String.join("\n", worktime.explain(due, Texts.SIMPLIFIED));
        if (due.due().equals(before)) {
            return;
        }
        item.originalDue = due.due();
        item.due = due.due();
        for (Assignment unit : units) {
            boolean counted = before.equals(unit.due) && before.equals(unit.originalDue);
            if (counted && unit.state != AssignmentState.MOVED) {
                unit.originalDue = due.due();
                issuing.moveDue(item, unit, due.due(), "CALENDAR", null, Actor.system());
            }
        }
        ledger.activity(item, "CALENDAR");
        Map<String, Object> details =
                Map.of("before", before.toString(), "after", due.due().toString());
        ledger.note(item, "item", item.id, "derived-anew", details, null, Actor.system());
    }
}
