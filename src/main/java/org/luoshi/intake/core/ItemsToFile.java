package org.luoshi.intake.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.intake.extraction.Recurrence;
import org.luoshi.ledger.Cycle;
import org.luoshi.ledger.PaperToFile;
import org.luoshi.platform.Texts;
import org.springframework.stereotype.Component;

/** What the ledger gets of a corrected item. Nothing of the paper is lost: names that stand for many and limits that name no day are kept in words. */
@Component
class ItemsToFile {

    private final Texts texts;

    ItemsToFile(Texts texts) {
        this.texts = texts;
    }

    PaperToFile.Item of(IntakeItem item, Map<String, UUID> units) {
        UUID lead = item.lead().stream()
                .map(units::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Recurrence recurring = item.recurring();
        Cycle cycle = recurring == null ? Cycle.ONCE : cycle(recurring);
        return new PaperToFile.Item(
                item.title(),
                requirements(item, units),
                item.due(),
                cycle,
                day(cycle, item.due()),
                lead,
                coUnits(item, lead, units),
                label(item.section()));
    }

    private static Cycle cycle(Recurrence recurring) {
        return switch (recurring) {
            case WEEKLY -> Cycle.WEEKLY;
            case MONTHLY -> Cycle.MONTHLY;
            case QUARTERLY -> Cycle.QUARTERLY;
            case HALF_YEARLY, YEARLY, ONGOING -> Cycle.ONCE;
        };
    }

    /** The ledger wants a day for a cycle: the last one that papers mean when they say 每月. */
    private static @Nullable Integer day(Cycle cycle, @Nullable LocalDate due) {
        return switch (cycle) {
            case ONCE -> null;
            case WEEKLY -> 5;
            case HALF_MONTHLY, MONTHLY, QUARTERLY -> due == null ? 25 : due.getDayOfMonth();
        };
    }

    private List<String> requirements(IntakeItem item, Map<String, UUID> units) {
        List<String> points = new ArrayList<>(cut(item.task()));
        List<String> unlisted = Stream.of(item.lead(), item.support(), item.guide())
                .flatMap(List::stream)
                .filter(name -> !units.containsKey(name))
                .distinct()
                .toList();
        List<String> notes = new ArrayList<>();
        if (!unlisted.isEmpty()) {
            notes.add(say("intake.also-named", "names", String.join("、", unlisted)));
        }
        if (item.dueText() != null && (item.due() == null || item.recurring() != null)) {
            notes.add(say("intake.limit-as-written", "words", item.dueText()));
        }
        if (!notes.isEmpty()) {
            int last = points.size() - 1;
            points.set(last, points.get(last) + "（" + String.join("；", notes) + "）");
        }
        return points;
    }

    /** Papers speak Chinese, and so does what is added to their words. */
    private String say(String key, String name, String value) {
        return texts.get(Texts.SIMPLIFIED, key, name, value);
    }

    /** One point, or several where the words are longer than a point may be. */
    private static List<String> cut(String task) {
        int longest = PaperToFile.Item.LONGEST_REQUIREMENT - 600;
        List<String> points = new ArrayList<>();
        String rest = task;
        while (rest.length() > longest) {
            int stop = rest.lastIndexOf('。', longest);
            int at = stop < longest / 2 ? longest : stop + 1;
            points.add(rest.substring(0, at));
            rest = rest.substring(at);
        }
        points.add(rest);
        return points;
    }

    private List<PaperToFile.CoUnit> coUnits(IntakeItem item, @Nullable UUID lead, Map<String, UUID> units) {
        Map<UUID, PaperToFile.CoUnit> all = new LinkedHashMap<>();
        item.lead().forEach(name -> add(all, units.get(name), lead, say("intake.duty.joint")));
        item.support().forEach(name -> add(all, units.get(name), lead, null));
        item.guide().forEach(name -> add(all, units.get(name), lead, say("intake.duty.guide")));
        return new ArrayList<>(all.values());
    }

    private String say(String key) {
        return texts.get(Texts.SIMPLIFIED, key);
    }

    private static void add(
            Map<UUID, PaperToFile.CoUnit> all, @Nullable UUID unit, @Nullable UUID lead, @Nullable String duty) {
        if (unit != null && !unit.equals(lead)) {
            all.putIfAbsent(unit, new PaperToFile.CoUnit(unit, duty, null));
        }
    }

    private static @Nullable String label(String section) {
        if (section.isBlank()) {
            return null;
        }
        String last = section.substring(section.lastIndexOf('／') + 1).strip();
        int longest = PaperToFile.Item.LONGEST_LABEL;
        return last.codePointCount(0, last.length()) <= longest
                ? last
                : last.substring(0, last.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
