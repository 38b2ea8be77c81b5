package org.luoshi.intake.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.intake.core.IntakeFiling;
import org.luoshi.intake.core.PaperDraft;
import org.springframework.util.MultiValueMap;

/** What was typed about the paper and its names. */
public record FilingForm(
        String kind,
        String title,
        String number,
        String issuedOn,
        String leader,
        Map<String, String> names,
        boolean again) {

    static FilingForm of(PaperDraft draft, boolean pasted) {
        return new FilingForm(
                draft.minutes() && !pasted ? "MEETING" : "PAPER",
                draft.title(),
                Objects.toString(draft.number(), ""),
                Objects.toString(draft.date(), ""),
                "",
                draft.names(),
                draft.again());
    }

    static FilingForm of(MultiValueMap<String, String> fields) {
        List<String> written = fields.getOrDefault("written", List.of());
        List<String> decisions = fields.getOrDefault("decision", List.of());
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(written.size(), decisions.size()); i++) {
            if (!decisions.get(i).isBlank()) {
                names.put(written.get(i), decisions.get(i));
            }
        }
        return new FilingForm(
                text(fields, "kind"),
                text(fields, "title"),
                text(fields, "number"),
                text(fields, "issuedOn"),
                text(fields, "leader"),
                names,
                fields.containsKey("again"));
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        return Objects.toString(fields.getFirst(name), "").strip();
    }

    IntakeFiling.Facts facts() {
        return new IntakeFiling.Facts(
                kind, title, number.isEmpty() ? null : number, ItemForm.day(issuedOn), leaderPost());
    }

    private @Nullable UUID leaderPost() {
        try {
            return leader.isEmpty() ? null : UUID.fromString(leader);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
