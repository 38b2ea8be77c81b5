package org.luoshi.meetings.web;

import java.time.YearMonth;
import java.util.List;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingList;
import org.luoshi.meetings.core.MeetingQueries;
import org.luoshi.meetings.core.MeetingRights;
import org.luoshi.platform.CurrentActor;
import org.luoshi.platform.Html;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.WorktimeApi;
import org.luoshiui.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Meetings as a list and as a month. */
@Controller
@RequestMapping("/meetings")
class MeetingListWebController {

    private final MeetingQueries queries;
    private final MeetingSheets sheets;
    private final WorktimeApi worktime;
    private final Templates templates;

    MeetingListWebController(MeetingQueries queries, MeetingSheets sheets, WorktimeApi worktime, Templates templates) {
        this.queries = queries;
        this.sheets = sheets;
        this.worktime = worktime;
        this.templates = templates;
    }

    @GetMapping
    View list(MeetingListForm form, Page page, @CurrentActor Actor actor) {
        MeetingList list = queries.list(form.filter(), actor);
        return Html.of(templates.meetingsList(
                page,
                form,
                list,
                queries.counts(actor),
                queries.count(form.filter(), actor),
                sheets.kinds(),
                queries.names(list.meetings()),
                MeetingRights.prepares(actor)));
    }

    @GetMapping("/calendar")
    View calendar(@RequestParam(defaultValue = "") String month, Page page, @CurrentActor Actor actor) {
        YearMonth shown = MeetingCalendar.sane(month, page.today());
        List<Meeting> meetings = queries.between(MeetingCalendar.first(shown), MeetingCalendar.last(shown), actor);
        return Html.of(templates.meetingsCalendar(
                page,
                MeetingCalendar.of(shown, meetings, page.zone(), worktime::isWorkingDay),
                sheets.kinds(),
                MeetingRights.prepares(actor)));
    }
}
