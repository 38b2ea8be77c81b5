package org.luoshi.meetings.demonstration;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.luoshi.meetings.agenda.AgendaService;
import org.luoshi.meetings.agenda.AgendaService.NewTopic;
import org.luoshi.meetings.core.Meeting;
import org.luoshi.meetings.core.MeetingQueries;
import org.luoshi.meetings.invitation.InviteeService;
import org.luoshi.meetings.invitation.MeetingNoticeService;
import org.luoshi.meetings.invitation.NamedPerson;
import org.luoshi.meetings.invitation.NoticeWords;
import org.luoshi.meetings.invitation.RankClass;
import org.luoshi.meetings.invitation.ReceiptAnswer;
import org.luoshi.meetings.invitation.ReceiptService;
import org.luoshi.meetings.preparation.PreparationPool;
import org.luoshi.meetings.preparation.PreparationQueries;
import org.luoshi.meetings.preparation.PreparationQueries.TaskLine;
import org.luoshi.meetings.preparation.PreparationService;
import org.luoshi.meetings.venue.BookingService;
import org.luoshi.meetings.venue.Facilities;
import org.luoshi.meetings.venue.Facility;
import org.luoshi.meetings.venue.FacilityKind;
import org.luoshi.meetings.venue.SiteCalls;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Unit;
import org.luoshi.organization.UnitKind;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** A coming conference half prepared: tasks in several hands, a hall, topics, a notice, receipts of most of its units, sites to call. */
@Component
class InventedConference {

    private static final int UNITS = 12;
    private static final int ANSWERED = 9;

    private final MeetingQueries meetings;
    private final PreparationQueries tasks;
    private final PreparationService preparation;
    private final Facilities facilities;
    private final BookingService bookings;
    private final SiteCalls sites;
    private final AgendaService agenda;
    private final InviteeService invitees;
    private final MeetingNoticeService notices;
    private final ReceiptService receipts;
    private final OrganizationApi organization;
    private final ZoneId zone;

    InventedConference(
            MeetingQueries meetings,
            PreparationQueries tasks,
            PreparationService preparation,
            Facilities facilities,
            BookingService bookings,
            SiteCalls sites,
            AgendaService agenda,
            InviteeService invitees,
            MeetingNoticeService notices,
            ReceiptService receipts,
            OrganizationApi organization,
            ZoneId zone) {
        this.meetings = meetings;
        this.tasks = tasks;
        this.preparation = preparation;
        this.facilities = facilities;
        this.bookings = bookings;
        this.sites = sites;
        this.agenda = agenda;
        this.invitees = invitees;
        this.notices = notices;
        this.receipts = receipts;
        this.organization = organization;
        this.zone = zone;
    }

    void prepare(UUID meetingId, Actor officer) {
        Meeting meeting = meetings.require(meetingId, officer);
        share(meetingId, officer);
        facility("演示楼第一会议室", 40, false, officer);
        bookings.book(meetingId, facility("演示楼视频会议室", 260, true, officer), officer);
        topic(meetingId, "通报秋粮入库进展", "程督成", 20, officer);
        topic(meetingId, "三个单位交流做法", "各单位", 40, officer);
        topic(meetingId, "部署下一步工作", "甄落实", 60, officer);
        List<Unit> units = invited(meeting.day(zone));
        invitees.invite(meetingId, units.stream().map(Unit::id).toList(), 2, "其中一名负责人", officer);
        notices.send(meetingId, new NoticeWords("", "", "", "石办成", "5511", "请提前半小时进入分会场调试。", null, false), officer);
        units.stream().limit(ANSWERED).forEach(unit -> receipts.answer(meetingId, unit.id(), answer(unit), officer));
        sites.addAll(meetingId, officer);
    }

    /** So that not everything stands on one desk. */
    private void share(UUID meetingId, Actor officer) {
        PreparationQueries.MeetingTasks all = tasks.of(meetingId, officer);
        List<PreparationPool.Preparer> pool = new ArrayList<>(all.pool());
        int next = 0;
        for (TaskLine line : all.lines()) {
            if (line.task().place() % 2 == 1) {
                preparation.handTo(
                        line.task().id(), pool.get(next++ % pool.size()).personId(), officer);
            }
        }
    }

    private UUID facility(String name, int seats, boolean video, Actor officer) {
        return facilities.add(
                new Facility(
                        new UUID(0, 0),
                        0,
                        FacilityKind.ROOM,
                        name,
                        "演示楼二层",
                        "5501",
                        seats,
                        9,
                        20,
                        video,
                        30,
                        15,
                        false),
                officer);
    }

    private void topic(UUID meetingId, String title, String speaker, int minutes, Actor officer) {
        agenda.propose(meetingId, new NewTopic(title, "", speaker, minutes, false, null, List.of()), officer);
    }

    private List<Unit> invited(LocalDate day) {
        return organization.unitsOn(day).stream()
                .filter(unit -> unit.kind() == UnitKind.UNIT)
                .limit(UNITS)
                .toList();
    }

    private static ReceiptAnswer answer(Unit unit) {
        String surname = unit.shortName().substring(0, 1);
        return new ReceiptAnswer(
                1,
                true,
                "",
                List.of(
                        new NamedPerson(surname + "带队", "主要负责人", "", RankClass.HEAD, "", ""),
                        new NamedPerson(surname + "记要", "处长", "", RankClass.DIVISION_HEAD, "", "")));
    }
}
