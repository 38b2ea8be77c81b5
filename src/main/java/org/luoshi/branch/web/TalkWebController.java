package org.luoshi.branch.web;

import gg.jte.models.runtime.JteModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.luoshi.branch.core.ActivityQueries;
import org.luoshi.branch.core.BranchRights;
import org.luoshi.branch.core.BranchRoll;
import org.luoshi.branch.core.Names;
import org.luoshi.branch.core.TalkHints;
import org.luoshi.branch.core.TalkService;
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

/** Heart-to-heart talks: two names and a day are enough. */
@Controller
@RequestMapping("/branches/{id}/talks")
class TalkWebController {

    private final TalkService service;
    private final ActivityQueries queries;
    private final BranchRights rights;
    private final Names names;
    private final TalkHints hints;
    private final Templates templates;

    TalkWebController(
            TalkService service,
            ActivityQueries queries,
            BranchRights rights,
            Names names,
            TalkHints hints,
            Templates templates) {
        this.service = service;
        this.queries = queries;
        this.rights = rights;
        this.names = names;
        this.hints = hints;
        this.templates = templates;
    }

    @GetMapping
    View talks(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(shown(id, Typed.nothing(), page, actor));
    }

    private JteModel shown(UUID id, Typed typed, Page page, Actor actor) {
        BranchRoll roll = rights.visible(id, actor);
        List<ActivityQueries.Talk> talks = queries.talks(id, page.today().getYear(), actor);
        Set<UUID> people = new HashSet<>(roll.membersOn(page.today()));
        talks.forEach(talk -> people.addAll(talk.people()));
        boolean keeper = rights.isKeeper(roll, actor);
        List<TalkHints.Hint> suggested = keeper ? hints.of(id, actor) : List.of();
        return templates.branchTalks(page, roll, talks, names.of(people), suggested, keeper, typed);
    }

    @PostMapping
    View talk(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return Mending.take(
                form,
                page,
                typed -> {
                    UUID one = typed.id("one");
                    service.talk(
                            id,
                            one == null ? actor.personId() : one,
                            typed.neededId("person"),
                            typed.neededDay("day"),
                            typed.get("words"),
                            actor);
                    return "/branches/" + id + "/talks";
                },
                typed -> shown(id, typed, page, actor));
    }
}
