package org.luoshi.ledger.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;
import org.springframework.core.io.ClassPathResource;

/** What is to happen, as the file {@code demonstration/ledger.txt} tells it. */
record Plan(List<SourcePlan> sources) {

    private static final Set<String> NO_ITEM = Set.of("none", "open", "same");

    /** One source; {@code age} in working days before the last day of the demonstration. */
    record SourcePlan(
            String kind, int leader, int age, String triage, String title, String preface, List<ItemPlan> clauses) {}

    /** One clause and the item that comes out of it. */
    record ItemPlan(
            String stage,
            Set<String> happenings,
            String text,
            String lead,
            List<String> coUnits,
            @Nullable String limitClass,
            @Nullable Integer dueInDays,
            Cycle cycle,
            @Nullable Integer cycleDay) {

        boolean has(String happening) {
            return happenings.contains(happening);
        }

        /** The same matter once more, under way. */
        ItemPlan goingOn() {
            return new ItemPlan("progress", Set.of(), text, lead, coUnits, limitClass, dueInDays, cycle, cycleDay);
        }

        boolean isItem() {
            return !NO_ITEM.contains(stage);
        }
    }

    static Plan read() {
        List<SourcePlan> sources = new ArrayList<>();
        for (String line : lines("ledger.txt")) {
            if (line.startsWith("@")) {
                sources.add(source(line.substring(1)));
            } else if (line.startsWith(">")) {
                SourcePlan open = sources.remove(sources.size() - 1);
                sources.add(new SourcePlan(
                        open.kind,
                        open.leader,
                        open.age,
                        open.triage,
                        open.title,
                        line.substring(1).strip(),
                        open.clauses));
            } else {
                sources.get(sources.size() - 1).clauses.add(item(line.substring(1)));
            }
        }
        return new Plan(List.copyOf(sources));
    }

    static List<String> lines(String name) {
        try {
            return new ClassPathResource("demonstration/" + name)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourcePlan source(String line) {
        List<String> cells = cells(line);
        String leader = cells.get(1);
        return new SourcePlan(
                cells.get(0),
                leader.equals("-") ? 0 : Integer.parseInt(leader),
                Integer.parseInt(cells.get(2)),
                cells.get(3),
                cells.get(4),
                "",
                new ArrayList<>());
    }

    private static ItemPlan item(String line) {
        List<String> cells = cells(line);
        List<String> story = List.of(cells.get(0).split(" +"));
        String text = cells.get(1);
        Set<String> happenings = Set.copyOf(story.subList(1, story.size()));
        if (NO_ITEM.contains(story.get(0))) {
            String reason = cells.size() > 2 ? cells.get(2) : "";
            return new ItemPlan(story.get(0), happenings, text, reason, List.of(), null, null, Cycle.ONCE, null);
        }
        List<String> coUnits = Arrays.stream(cells.get(3).split("、"))
                .filter(name -> !name.isBlank())
                .toList();
        String[] terms = cells.get(4).split(" +");
        boolean isDay = terms[0].startsWith("+") || terms[0].startsWith("-");
        boolean isClass = !isDay && !terms[0].equals("none");
        return new ItemPlan(
                story.get(0),
                happenings,
                text,
                cells.get(2),
                coUnits,
                isClass ? terms[0] : null,
                isDay ? Integer.valueOf(terms[0]) : null,
                terms.length > 1 ? Cycle.valueOf(terms[1]) : Cycle.ONCE,
                terms.length > 2 ? Integer.valueOf(terms[2]) : null);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }
}
