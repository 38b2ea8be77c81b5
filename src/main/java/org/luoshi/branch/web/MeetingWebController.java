package org.luoshi.branch.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.luoshi.branch.core.ActivityQueries;
import org.luoshi.branch.core.AppraisalService;
import org.luoshi.branch.core.Ballot;
import org.luoshi.branch.core.BallotService;
import org.luoshi.branch.core.DecisionService;
import org.luoshi.branch.core.Grade;
import org.luoshi.branch.core.Kinds;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What happens at a meeting: votes, and what becomes of what was agreed. */
@Controller
@RequestMapping("/branch-activities/{id}")
class MeetingWebController {

    private final BallotService ballots;
    private final DecisionService decisions;
    private final AppraisalService appraisals;
    private final ActivityQueries queries;
    private final Kinds kinds;
    private final Templates templates;

    MeetingWebController(
            BallotService ballots,
            DecisionService decisions,
            AppraisalService appraisals,
            ActivityQueries queries,
            Kinds kinds,
            Templates templates) {
        this.ballots = ballots;
        this.decisions = decisions;
        this.appraisals = appraisals;
        this.queries = queries;
        this.kinds = kinds;
        this.templates = templates;
    }

    private View take(UUID id, MultiValueMap<String, String> form, Page page, Actor actor, Consumer<Typed> step) {
        return Mending.take(
                form,
                page,
                typed -> {
                    step.accept(typed);
                    return "/branch-activities/" + id;
                },
                typed -> templates.branchActivity(page, queries.sheet(id, actor), kinds, typed));
    }

    /** Live: can those who are ticked decide? */
    @GetMapping("/quorum")
    View quorum(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        Typed typed = Typed.of(form);
        Ballot.Kind kind = Ballot.Kind.valueOf(typed.get("vote", Ballot.Kind.DECISION.name()));
        return Html.of(templates.branchQuorum(page, ballots.canDecide(id, kind, typed.ids("present"), actor)));
    }

    @PostMapping("/votes")
    View put(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, form, page, actor, typed -> {
            Map<UUID, String> notCounted = new HashMap<>();
            typed.values().keySet().stream()
                    .filter(name -> name.startsWith("out-") && !typed.get(name).isBlank())
                    .forEach(name -> notCounted.put(UUID.fromString(name.substring("out-".length())), typed.get(name)));
            Ballot.Kind kind = Ballot.Kind.valueOf(typed.get("vote", Ballot.Kind.DECISION.name()));
            boolean election = kind == Ballot.Kind.ELECTION;
            ballots.put(
                    id,
                    new BallotService.PutToVote(
                            kind,
                            typed.needed("question"),
                            typed.has("secret", "true"),
                            typed.ids("present"),
                            election ? notCounted : Map.of(),
                            election ? typed.number("seats") : null,
                            election ? List.copyOf(typed.ids("candidate")) : List.of()),
                    actor);
        });
    }

    @PostMapping("/votes/{vote}")
    View count(
            @PathVariable UUID id,
            @PathVariable UUID vote,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, form, page, actor, typed -> {
            if (typed.values().containsKey("votes-1")) {
                List<Integer> votes = IntStream.iterate(
                                1, number -> typed.values().containsKey("votes-" + number), number -> number + 1)
                        .mapToObj(number -> typed.number("votes-" + number))
                        .toList();
                ballots.elect(vote, votes, actor);
            } else {
                ballots.take(vote, typed.number("yes"), typed.number("no"), typed.number("abstain"), actor);
            }
        });
    }

    @PostMapping("/decisions/{decision}/done")
    View done(
            @PathVariable UUID id,
            @PathVariable UUID decision,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, form, page, actor, typed -> decisions.done(decision, typed.get("note"), actor));
    }

    @PostMapping("/decisions/{decision}/item")
    View followUp(
            @PathVariable UUID id,
            @PathVariable UUID decision,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, form, page, actor, typed -> decisions.followUp(decision, typed.get("reference"), actor));
    }

    @PostMapping("/agenda/{item}/follow-up")
    View followUpAgenda(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, form, page, actor, typed -> decisions.followUpAgenda(id, item, typed.get("reference"), actor));
    }

    @PostMapping("/grades")
    View grade(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, form, page, actor, typed -> {
            Map<UUID, Grade> grades = new HashMap<>();
            typed.values().keySet().stream()
                    .filter(name ->
                            name.startsWith("grade-") && !typed.get(name).isBlank())
                    .forEach(name -> grades.put(
                            UUID.fromString(name.substring("grade-".length())), Grade.valueOf(typed.get(name))));
            appraisals.grade(id, grades, typed.get("reason"), actor);
        });
    }
}
