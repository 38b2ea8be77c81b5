package org.luoshi.meetings.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/** Reads which tasks go to whom and which are left out, as ticked: {@code hand=<task>:<person>}, {@code drop=<task>}. */
final class TaskHands {

    private TaskHands() {}

    static Map<UUID, UUID> of(MultiValueMap<String, String> form) {
        Map<UUID, UUID> hands = new LinkedHashMap<>();
        for (String ticked : form.getOrDefault("hand", List.of())) {
            int colon = ticked.indexOf(':');
            hands.put(
                    MeetingTyped.id("hand", ticked.substring(0, Math.max(0, colon))),
                    MeetingTyped.id("hand", ticked.substring(colon + 1)));
        }
        return hands;
    }

    static List<UUID> dropped(MultiValueMap<String, String> form) {
        return form.getOrDefault("drop", List.of()).stream()
                .map(task -> MeetingTyped.id("drop", task))
                .toList();
    }
}
