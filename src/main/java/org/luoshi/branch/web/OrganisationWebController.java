package org.luoshi.branch.web;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.luoshi.branch.core.BranchKind;
import org.luoshi.branch.core.BranchPost;
import org.luoshi.branch.core.BranchRights;
import org.luoshi.branch.core.BranchRoll;
import org.luoshi.branch.core.BranchService;
import org.luoshi.branch.core.GroupService;
import org.luoshi.branch.core.Names;
import org.luoshi.branch.core.NewMember;
import org.luoshi.branch.core.Standing;
import org.luoshi.branch.core.Trait;
import org.luoshi.organization.OrganizationApi;
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
import org.springframework.web.servlet.view.RedirectView;

/** Committee, groups and members of a branch, as of today. */
@Controller
@RequestMapping("/branches/{id}/organisation")
class OrganisationWebController {

    private final BranchRights rights;
    private final BranchService service;
    private final GroupService groups;
    private final Names names;
    private final OrganizationApi organization;
    private final Templates templates;

    OrganisationWebController(
            BranchRights rights,
            BranchService service,
            GroupService groups,
            Names names,
            OrganizationApi organization,
            Templates templates) {
        this.rights = rights;
        this.service = service;
        this.groups = groups;
        this.names = names;
        this.organization = organization;
        this.templates = templates;
    }

    @GetMapping
    View organisation(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        return Html.of(shown(id, Typed.nothing(), page, actor));
    }

    private JteModel shown(UUID id, Typed typed, Page page, Actor actor) {
        BranchRoll roll = rights.visible(id, actor);
        boolean keeper = rights.isKeeper(roll, actor);
        List<GroupService.Proposed> proposal =
                keeper && roll.groupsOn(page.today()).isEmpty() ? groups.proposal(id, actor) : List.of();
        Set<UUID> people = new LinkedHashSet<>(roll.membersOn(page.today()));
        roll.memberships().forEach(membership -> people.add(membership.personId()));
        roll.posts().forEach(post -> people.add(post.personId()));
        String unit = organization
                .unit(roll.branch().unitId())
                .map(found -> found.name())
                .orElse("");
        return templates.branchOrganisation(page, roll, names.of(people), keeper, proposal, unit, typed);
    }

    private View take(UUID id, MultiValueMap<String, String> form, Page page, Actor actor, Consumer<Typed> step) {
        return Mending.take(
                form,
                page,
                typed -> {
                    step.accept(typed);
                    return "/branches/" + id + "/organisation";
                },
                typed -> shown(id, typed, page, actor));
    }

    @PostMapping("/branch")
    View change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(
                id,
                form,
                page,
                actor,
                typed -> service.change(
                        id,
                        typed.number("version"),
                        typed.needed("name"),
                        BranchKind.valueOf(typed.needed("kind")),
                        typed.get("themeDay"),
                        typed.text("exception"),
                        typed.day("endsBy"),
                        actor));
    }

    @PostMapping("/members")
    View admit(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, form, page, actor, typed -> {
            UUID person = organization.personWritten(typed.needed("person")).id();
            Set<Trait> traits = EnumSet.noneOf(Trait.class);
            typed.all("trait").forEach(trait -> traits.add(Trait.valueOf(trait)));
            service.admit(
                    id,
                    new NewMember(
                            person,
                            typed.neededDay("from"),
                            typed.neededDay("joined"),
                            typed.day("full"),
                            traits,
                            typed.text("cameFrom")),
                    actor);
        });
    }

    @PostMapping("/members/{person}/standing")
    View standing(
            @PathVariable UUID id,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(
                id,
                form,
                page,
                actor,
                typed -> service.changeStanding(
                        id,
                        person,
                        Standing.valueOf(typed.needed("standing")),
                        typed.neededDay("from"),
                        typed.needed("reason"),
                        actor));
    }

    /** What is ticked holds from today; what is not holds no more. */
    @PostMapping("/members/{person}/traits")
    View traits(
            @PathVariable UUID id,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, form, page, actor, typed -> {
            for (Trait trait : Trait.values()) {
                service.mark(id, person, trait, typed.has("trait", trait.name()), page.today(), actor);
            }
        });
    }

    @PostMapping("/elections")
    View elect(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, form, page, actor, typed -> {
            Map<BranchPost, UUID> elected = new HashMap<>();
            for (BranchPost post : BranchPost.values()) {
                UUID person = post == BranchPost.COMMITTEE_MEMBER ? null : typed.id(post.name());
                if (person != null) {
                    elected.put(post, person);
                }
            }
            service.elect(
                    id,
                    typed.neededDay("on"),
                    typed.has("committee", "true"),
                    elected,
                    List.copyOf(typed.ids(BranchPost.COMMITTEE_MEMBER.name())),
                    typed.text("approval"),
                    actor);
        });
    }

    @PostMapping("/posts")
    View fill(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(
                id,
                form,
                page,
                actor,
                typed -> service.fill(
                        id,
                        BranchPost.valueOf(typed.needed("post")),
                        typed.id("person"),
                        typed.neededDay("from"),
                        actor));
    }

    /** All groups that the divisions suggest, from the first of this month, so that this month is theirs. */
    @PostMapping("/proposal")
    View acceptProposal(@PathVariable UUID id, Page page, @CurrentActor Actor actor) {
        LocalDate from = page.today().withDayOfMonth(1);
        for (GroupService.Proposed group : groups.proposal(id, actor)) {
            groups.add(
                    id,
                    page.t("branch.group.of", "division", group.division().shortName()),
                    group.division().id(),
                    group.leaderId(),
                    group.members(),
                    from,
                    actor);
        }
        return new RedirectView("/branches/" + id + "/organisation");
    }

    @PostMapping("/groups")
    View addGroup(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(
                id,
                form,
                page,
                actor,
                typed -> groups.add(
                        id,
                        typed.needed("name"),
                        null,
                        typed.id("leader"),
                        List.copyOf(typed.ids("member")),
                        typed.neededDay("from"),
                        actor));
    }

    @PostMapping("/groups/{group}/seats")
    View place(
            @PathVariable UUID id,
            @PathVariable UUID group,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(
                id,
                form,
                page,
                actor,
                typed -> groups.place(
                        id,
                        group,
                        typed.neededId("person"),
                        typed.has("leader", "true"),
                        typed.neededDay("from"),
                        actor));
    }

    @PostMapping("/groups/{group}/closing")
    View close(
            @PathVariable UUID id,
            @PathVariable UUID group,
            @RequestParam MultiValueMap<String, String> form,
            Page page,
            @CurrentActor Actor actor) {
        return take(id, form, page, actor, typed -> groups.close(id, group, typed.neededDay("last"), actor));
    }
}
