package org.luoshi.notices.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import org.luoshi.notices.core.CalendarFeed;
import org.luoshi.notices.core.CalendarLinks;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where a person makes, replaces and withdraws the link to the own calendar. */
@Controller
@RequestMapping("/calendar-feed")
class CalendarLinkController {

    private final CalendarLinks links;
    private final CalendarFeed feed;
    private final Templates templates;

    CalendarLinkController(CalendarLinks links, CalendarFeed feed, Templates templates) {
        this.links = links;
        this.feed = feed;
        this.templates = templates;
    }

    @GetMapping
    View show(Page page, @CurrentActor Actor actor) {
        return Html.of(page(page, actor, ""));
    }

    @PostMapping("/link")
    View make(Page page, @CurrentActor Actor actor, HttpServletRequest request) {
        String word = links.make(page.locale(), actor);
        String site = feed.site(CalendarFeedController.site(request));
        return Html.of(page(page, actor, site + "/calendar/" + word + ".ics"));
    }

    @PostMapping("/withdrawal")
    View withdraw(@CurrentActor Actor actor) {
        links.withdraw(actor);
        return new RedirectView("/calendar-feed");
    }

    private JteModel page(Page page, Actor actor, String address) {
        return templates.noticesCalendar(page, links.of(actor.personId()).orElse(null), address);
    }
}
