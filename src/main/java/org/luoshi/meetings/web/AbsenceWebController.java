package org.luoshi.meetings.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.meetings.preparation.Absence;
import org.luoshi.meetings.preparation.Absences;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Who is away: the reason is shown to the person and to who entered it, to all others only that they are away. */
@Controller
@RequestMapping("/meetings/absences")
class AbsenceWebController {

    private final Absences absences;
    private final OrganizationApi organization;
    private final Templates templates;

    AbsenceWebController(Absences absences, OrganizationApi organization, Templates templates) {
        this.absences = absences;
        this.organization = organization;
        this.templates = templates;
    }

    @GetMapping
    View absences(Page page, @CurrentActor Actor actor) {
        return Html.of(view(page, actor, new AbsenceForm("", "", "", "", ""), Map.of()));
    }

    private JteModel view(Page page, Actor actor, AbsenceForm form, Map<String, String> errors) {
        boolean keeper = MeetingRights.prepares(actor);
        List<Absence> shown = absences.from(page.today()).stream()
                .filter(one -> MeetingRights.seesAll(actor) || one.personId().equals(actor.personId()))
                .toList();
        Map<UUID, Person> people =
                organization.people(shown.stream().map(Absence::personId).toList());
        List<AbsenceLine> lines = shown.stream()
                .map(one -> {
                    Person person = people.get(one.personId());
                    boolean own = one.personId().equals(actor.personId());
                    return new AbsenceLine(
                            one,
                            person == null ? "—" : person.name(),
                            own || one.enteredBy().equals(actor.personId()),
                            own || keeper);
                })
                .toList();
        return templates.meetingsAbsences(page, lines, keeper, form, errors);
    }

    @PostMapping
    View enter(AbsenceForm form, Page page, @CurrentActor Actor actor) {
        try {
            absences.enter(
                    person(form, actor),
                    MeetingTyped.day("from", form.from()),
                    MeetingTyped.day("to", form.to()),
                    MeetingTyped.choice("kind", Absence.Kind.class, form.kind()),
                    actor);
            return new RedirectView(form.backTo());
        } catch (BusinessException refusal) {
            MeetingTyped.passOn(refusal);
            return Html.withStatus(
                    MeetingTyped.status(refusal), view(page, actor, form, MeetingTyped.errors(page, refusal)));
        }
    }

    private UUID person(AbsenceForm form, Actor actor) {
        if (form.person().isEmpty()) {
            return actor.personId();
        }
        try {
            return organization.personWritten(form.person()).id();
        } catch (BusinessException unclear) {
            throw MeetingTyped.atField("person", unclear);
        }
    }

    @PostMapping("/{absence}/end")
    View end(@PathVariable UUID absence, @CurrentActor Actor actor) {
        absences.end(absence, actor);
        return new RedirectView("/meetings/absences");
    }
}
