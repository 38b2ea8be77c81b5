package org.luoshi.meetings.after;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.ItemStanding;
import org.luoshi.meetings.core.Meeting;

/**
 * The minutes of a meeting with what became of its decisions.
 *
 * @param minutes null while nobody has written any
 * @param presentProposed who comes according to the receipts, to begin with
 * @param items where the matters stand that the viewer may see, by item
 * @param changed what is new since the viewer answered, where asked again
 * @param texts as they were saved, newest first; only for who prepares the meeting
 * @param unitNames short names of units that are named
 */
public record MinutesView(
        Meeting meeting,
        @Nullable Minutes minutes,
        List<MeetingDecision> decisions,
        List<Circulated> circulated,
        String presentProposed,
        Map<UUID, ItemStanding> items,
        Map<UUID, String> unitNames,
        Map<UUID, String> personNames,
        boolean keeper,
        boolean maySign,
        boolean asked,
        List<String> changed,
        List<MinutesText> texts) {

    public String person(@Nullable UUID id) {
        return id == null ? "—" : personNames.getOrDefault(id, "—");
    }

    public String unit(@Nullable UUID id) {
        return id == null ? "" : unitNames.getOrDefault(id, "—");
    }

    public String units(List<UUID> ids) {
        return String.join("、", ids.stream().map(this::unit).toList());
    }

    public boolean isSigned() {
        return minutes != null && minutes.signedAt() != null;
    }

    /** True where nobody was asked, and where everybody who was agrees to the text as it is. */
    public boolean allAgree() {
        return circulated.stream().allMatch(one -> Boolean.TRUE.equals(one.agreed()));
    }

    public boolean isDone(UUID itemId) {
        ItemStanding item = items.get(itemId);
        return item != null && item.done();
    }

    public long handed() {
        return decisions.stream().filter(MeetingDecision::handed).count();
    }

    public long done() {
        return items.values().stream().filter(ItemStanding::done).count();
    }
}
