package org.luoshi.branch.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.core.Activity;
import org.luoshi.branch.core.ActivityQueries;
import org.luoshi.branch.core.BranchError;
import org.luoshi.branch.core.PlanActivity;
import org.luoshi.branch.core.RecordActivity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Between what is typed about an activity and what the services take. */
final class ActivityForms {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int DECISIONS = 30;

    private ActivityForms() {}

    static PlanActivity plan(UUID branchId, Typed typed, ZoneId zone) {
        LocalDate day = typed.neededDay("day");
        Instant start = typed.at(day, "start", zone);
        if (start == null) {
            throw BranchError.FIELD_MISSING.with(Map.of("field", "time"));
        }
        return new PlanActivity(
                branchId,
                typed.id("group"),
                typed.all("kind"),
                typed.get("title"),
                start,
                typed.at(day, "end", zone),
                typed.get("place"),
                typed.get("theme"),
                typed.id("chair"),
                typed.text("delegation"),
                hours(typed),
                List.of(),
                List.copyOf(typed.ids("lecturer")),
                Arrays.stream(typed.get("agenda").split("\\R"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                typed.has("first", "true"));
    }

    private static @Nullable BigDecimal hours(Typed typed) {
        String text = typed.get("hours").strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,3}(\\.[05])?")) {
            throw BranchError.HOURS_UNREADABLE.with(Map.of("hours", text));
        }
        return new BigDecimal(text);
    }

    /** The form as it was typed when it was planned. */
    static Typed of(ActivityQueries.ActivitySheet sheet, ZoneId zone) {
        Activity activity = sheet.activity();
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        activity.kinds().forEach(kind -> values.add("kind", kind));
        values.set("day", sheet.day().toString());
        values.set("start", time(activity.startsAt(), zone));
        Instant end = activity.endsAt();
        values.set("end", end == null ? "" : time(end, zone));
        values.set("place", activity.place());
        values.set("theme", activity.theme());
        values.set("title", activity.title().equals(activity.theme()) ? "" : activity.title());
        values.set("group", activity.groupId() == null ? "" : activity.groupId().toString());
        values.set("chair", activity.chairId() == null ? "" : activity.chairId().toString());
        values.set("delegation", activity.delegation());
        values.set(
                "hours",
                activity.classHours().signum() == 0
                        ? ""
                        : activity.classHours().stripTrailingZeros().toPlainString());
        sheet.lecturers().forEach(person -> values.add("lecturer", person.toString()));
        List<String> agenda = new ArrayList<>();
        sheet.agenda().forEach(item -> {
            agenda.add(item.title());
            if (item.firstItem()) {
                values.set("first", "true");
            }
        });
        values.set("agenda", String.join("\n", agenda));
        return Typed.of(values);
    }

    private static String time(Instant instant, ZoneId zone) {
        return LocalTime.ofInstant(instant, zone).format(TIME);
    }

    static RecordActivity record(Typed typed, List<UUID> files) {
        Map<UUID, String> reasons = new HashMap<>();
        typed.values().keySet().stream()
                .filter(name -> name.startsWith("reason-") && !typed.get(name).isBlank())
                .forEach(name -> reasons.put(UUID.fromString(name.substring("reason-".length())), typed.get(name)));
        List<RecordActivity.NewDecision> agreed = new ArrayList<>();
        for (int i = 0; i < DECISIONS && typed.values().containsKey("decision-" + i); i++) {
            if (!typed.get("decision-" + i).isBlank()) {
                agreed.add(new RecordActivity.NewDecision(
                        typed.get("decision-" + i), typed.id("owner-" + i), typed.day("due-" + i)));
            }
        }
        return new RecordActivity(
                typed.ids("present"),
                reasons,
                typed.get("content"),
                typed.get("decided"),
                agreed,
                typed.day("makesGood"),
                files);
    }
}
