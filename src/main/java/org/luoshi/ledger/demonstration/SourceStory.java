package org.luoshi.ledger.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.core.NewSource;
import org.luoshi.ledger.core.SourceStep;
import org.luoshi.ledger.core.StepInput;
import org.luoshi.shared.Actor;

/** One source: registered, looked at, cut into clauses, and its items drafted. */
final class SourceStory {

    private final Scene scene;
    private final Plan.SourcePlan plan;
    private final Actor officer;
    private final int number;
    private final List<ItemStory> items = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private final List<int[]> spans = new ArrayList<>();
    private @Nullable UUID id;
    private int version;

    SourceStory(Scene scene, Plan.SourcePlan plan, int number) {
        this.scene = scene;
        this.plan = plan;
        this.number = number;
        List<Actor> officers = scene.cast().officers();
        this.officer = officers.get(number % officers.size());
        writeBody();
    }

    /** The clauses stand in the text as 一是……；二是……。 and their places are kept for the marks. */
    private void writeBody() {
        List<String> counting = scene.words().all("counting");
        body.append(plan.preface()).append(plan.clauses().isEmpty() ? "。" : "：");
        for (int i = 0; i < plan.clauses().size(); i++) {
            body.append(counting.get(i));
            int start = body.length();
            body.append(plan.clauses().get(i).text());
            spans.add(new int[] {start, body.length()});
            body.append(i == plan.clauses().size() - 1 ? "。" : "；");
        }
        body.append(scene.words().of("ending"));
    }

    void schedule() {
        Agenda agenda = scene.agenda();
        var registered = agenda.morning(-plan.age());
        Agenda.Course course = agenda.course().then(0, this::register);
        switch (plan.triage()) {
            case "supervised" -> course.then(0, this::supervise).then(0, this::cut);
            case "read" -> course.then(0, this::proposeReadOnly).then(1, this::confirmReadOnly);
            case "read-asked" -> course.then(0, this::proposeReadOnly);
            case "open" -> {}
            default -> throw new IllegalStateException(plan.triage());
        }
        course.from(registered);
    }

    private void register() {
        LocalDate day = scene.agenda().today();
        String reference = scene.words()
                .of("number." + plan.kind())
                .replace("{year}", String.valueOf(day.getYear()))
                .replace("{n}", String.valueOf(number + 1));
        UUID leaderPost = plan.leader() == 0 ? null : scene.cast().leaderPost(plan.leader());
        id = scene.sources()
                .register(
                        new NewSource(
                                plan.kind(), plan.title(), reference, day, leaderPost, body.toString(), List.of()),
                        officer);
        version = scene.jdbc()
                .sql("select version from ledger.source where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private void supervise() {
        perform(SourceStep.SUPERVISE, StepInput.of(version), officer);
    }

    private void proposeReadOnly() {
        perform(
                SourceStep.PROPOSE_READ_ONLY,
                StepInput.of(version, scene.words().of("read-only")),
                officer);
    }

    private void confirmReadOnly() {
        StepInput input = StepInput.of(version, scene.words().of("read-only.confirm"));
        perform(SourceStep.CONFIRM_READ_ONLY, input, scene.cast().director());
    }

    private void perform(SourceStep step, StepInput input, Actor actor) {
        scene.sources().perform(sourceId(), step, input, actor);
        version++;
    }

    private UUID sourceId() {
        return Objects.requireNonNull(id);
    }

    private void cut() {
        for (int i = 0; i < spans.size(); i++) {
            int[] span = spans.get(i);
            UUID clause = scene.sources().addClause(sourceId(), span[0], span[1], officer);
            Plan.ItemPlan item = plan.clauses().get(i);
            if (item.isItem()) {
                ItemStory first = items.isEmpty() ? null : items.get(0);
                ItemStory story = new ItemStory(scene, plan, item, sourceId(), clause, officer, first);
                items.add(story);
                story.begin();
            } else if (item.stage().equals("none")) {
                scene.sources().needsNone(clause, item.lead(), officer);
            } else if (item.stage().equals("same")) {
                ItemStory before = items.get(items.size() - 1);
                scene.agenda()
                        .course()
                        .whenReady(0, before::isDrafted, () -> cover(clause, before))
                        .from(scene.agenda().now());
            }
        }
    }

    private void cover(UUID clause, ItemStory by) {
        scene.sources().coverBy(clause, by.itemId(), by.title(), officer);
    }
}
