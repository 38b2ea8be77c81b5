package org.luoshi.reporting.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.PlaceQueries;
import org.luoshi.reporting.core.ReportingError;
import org.luoshi.reporting.core.Senders;
import org.luoshi.reporting.filling.UnitContact;
import org.luoshi.reporting.filling.UnitContacts;
import org.luoshi.shared.Actor;
import org.luoshi.shared.BusinessException;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Whom to call about a unit and about those directly below it. */
@Controller
@RequestMapping("/reporting/contacts/{place}")
class ContactWebController {

    private final PlaceQueries places;
    private final UnitContacts contacts;
    private final Senders senders;
    private final Templates templates;

    ContactWebController(PlaceQueries places, UnitContacts contacts, Senders senders, Templates templates) {
        this.places = places;
        this.contacts = contacts;
        this.senders = senders;
        this.templates = templates;
    }

    @GetMapping
    View show(@PathVariable long place, Page page, @CurrentActor Actor actor) {
        UnitContact known = contacts.find(place).orElse(new UnitContact("", ""));
        return Html.of(page(place, known, Map.of(), page, actor));
    }

    @PostMapping
    View change(
            @PathVariable long place,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String telephone,
            Page page,
            @CurrentActor Actor actor) {
        try {
            contacts.change(place, UnitContact.typed(name, "name", telephone), actor);
            return new RedirectView("/reporting/contacts/" + place);
        } catch (BusinessException refusal) {
            FormTyped.passOn(refusal);
            return Html.withStatus(
                    FormTyped.status(refusal),
                    page(place, new UnitContact(name, telephone), FormTyped.errors(page, refusal), page, actor));
        }
    }

    private JteModel page(long key, UnitContact typed, Map<String, String> errors, Page page, Actor actor) {
        if (!senders.mayReport(actor, key)) {
            throw ReportingError.NOT_YOURS.plain();
        }
        Place place = places.require(key);
        List<Place> below = places.children(key, page.today());
        String fullName = places.fullNames(List.of(key)).getOrDefault(key, place.name());
        return templates.reportingContacts(
                page,
                place,
                fullName,
                typed,
                errors,
                below,
                contacts.of(below.stream().map(Place::key).toList()));
    }
}
