package org.luoshi.branch.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.documents.DocumentsApi;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** The minutes of an activity as Word, out of what was recorded: nothing is typed twice. */
@Component
public class MinutesWriter {

    private final ActivityQueries queries;
    private final Kinds kinds;
    private final DocumentsApi documents;

    MinutesWriter(ActivityQueries queries, Kinds kinds, DocumentsApi documents) {
        this.queries = queries;
        this.kinds = kinds;
        this.documents = documents;
    }

    /** The minutes in the language of the page. */
    public byte[] write(UUID activityId, Page page, Actor viewer) {
        ActivityQueries.ActivitySheet sheet = queries.sheet(activityId, viewer);
        Activity activity = sheet.activity();
        Map<String, Object> values = new HashMap<>();
        values.put("title", sheet.roll().branch().name() + "　" + activity.title());
        labelled(values, "kind", kinds.names(page.locale(), activity.kinds()), page);
        labelled(
                values,
                "time",
                page.date(sheet.day()) + " "
                        + page.dateTime(activity.startsAt()).replaceFirst("^.* ", ""),
                page);
        labelled(values, "place", activity.place(), page);
        labelled(values, "chair", sheet.names().of(activity.chairId()), page);
        labelled(values, "recorder", sheet.names().of(activity.recordedBy()), page);
        labelled(values, "present", people(sheet, sheet.with(Presence.PRESENT), page), page);
        labelled(values, "absent", absent(sheet, page), page);
        label(values, "agenda", page);
        values.put("agenda", agenda(sheet));
        label(values, "votes", page);
        values.put("votes", votes(sheet, page));
        label(values, "decisions", page);
        values.put("decisions", decisions(sheet, page));
        values.put("note", note(activity));
        return documents.fill("minutes", values);
    }

    private static void labelled(Map<String, Object> values, String name, String text, Page page) {
        label(values, name, page);
        values.put(name, text);
    }

    private static void label(Map<String, Object> values, String name, Page page) {
        values.put(name + "Label", page.t("branch.minutes." + name));
    }

    private static String people(ActivityQueries.ActivitySheet sheet, Collection<UUID> people, Page page) {
        return people.isEmpty()
                ? ""
                : page.t("branch.minutes.people", "names", sheet.names().of(people), "count", people.size());
    }

    private static String absent(ActivityQueries.ActivitySheet sheet, Page page) {
        List<String> lines = new ArrayList<>();
        for (Participant one : sheet.participants()) {
            if (one.presence() == Presence.LEAVE || one.presence() == Presence.ABSENT) {
                String reason = one.reason();
                lines.add(sheet.names().of(one.personId())
                        + (reason == null ? "" : page.t("branch.minutes.reason", "reason", reason)));
            }
        }
        return String.join("、", lines);
    }

    private static List<Map<String, String>> agenda(ActivityQueries.ActivitySheet sheet) {
        return sheet.agenda().stream()
                .map(item -> Map.of("number", String.valueOf(item.number()), "title", item.title(), "text", ""))
                .toList();
    }

    private static List<Map<String, String>> votes(ActivityQueries.ActivitySheet sheet, Page page) {
        List<Map<String, String>> votes = new ArrayList<>();
        for (ActivityQueries.Voted voted : sheet.votes()) {
            Ballot ballot = voted.whole().ballot();
            List<String> said = new ArrayList<>();
            if (ballot.yes() != null) {
                said.add(page.t(
                        "branch.vote.sums",
                        "yes",
                        ballot.yes(),
                        "no",
                        nought(ballot.no()),
                        "abstain",
                        nought(ballot.abstain())));
            }
            voted.lines().forEach(line -> said.add(line.words(page)));
            voted.whole().candidates().stream()
                    .filter(candidate -> candidate.yes() != null)
                    .forEach(candidate -> said.add(sheet.names().of(candidate.personId()) + " " + candidate.yes()
                            + (Boolean.TRUE.equals(candidate.elected()) ? " " + page.t("branch.vote.elected") : "")));
            votes.add(Map.of("question", ballot.question(), "arithmetic", String.join("；", said)));
        }
        return votes;
    }

    private static int nought(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private static List<Map<String, String>> decisions(ActivityQueries.ActivitySheet sheet, Page page) {
        return sheet.decisions().stream()
                .map(decision -> Map.of(
                        "number",
                        String.valueOf(decision.number()),
                        "text",
                        decision.text(),
                        "owner",
                        decision.ownerId() == null
                                ? ""
                                : page.t(
                                        "branch.minutes.owner",
                                        "name",
                                        sheet.names().of(decision.ownerId())),
                        "due",
                        decision.due() == null ? "" : page.t("branch.minutes.due", "date", page.date(decision.due()))))
                .toList();
    }

    private static String note(Activity activity) {
        String decided = activity.decided() == null ? "" : activity.decided();
        return activity.content().isEmpty() ? decided : activity.content() + "\n" + decided;
    }
}
