package org.luoshi.meetings.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.luoshi.meetings.core.Audience;
import org.luoshi.meetings.core.MeetingService;
import org.luoshi.meetings.core.NewMeeting;
import org.luoshi.platform.Demonstration;
import org.luoshi.shared.Actor;
import org.luoshi.worktime.WorktimeApi;
import org.springframework.stereotype.Component;

/** What is coming up: one in preparation, one that waits for approval, one that is still a draft. */
@Component
class ComingMeetings {

    private final MeetingService service;
    private final InventedConference conference;
    private final WorktimeApi worktime;
    private final ZoneId zone;

    ComingMeetings(MeetingService service, InventedConference conference, WorktimeApi worktime, ZoneId zone) {
        this.service = service;
        this.conference = conference;
        this.worktime = worktime;
        this.zone = zone;
    }

    void make(Demonstration demonstration, Actor officer, Actor director, Actor chair) {
        LocalDate today = LocalDate.ofInstant(demonstration.now(), zone);
        Instant yesterday = demonstration.now().minus(Duration.ofDays(1));
        UUID[] id = new UUID[1];
        demonstration.at(yesterday, () -> {
            id[0] = service.propose(
                    wanted("NATIONAL_VIDEO", "秋粮入库工作全国视频会议", today, 9, 120, Audience.PROVINCE, 700, officer, chair),
                    officer);
            service.submit(id[0], officer);
        });
        demonstration.at(yesterday.plus(Duration.ofHours(2)), () -> {
            service.approve(id[0], director);
            conference.prepare(id[0], officer);
        });
        demonstration.at(demonstration.now().minus(Duration.ofHours(3)), () -> {
            UUID waiting = service.propose(
                    wanted("TOPICAL", "研究便民窗口延时服务专题会议", today, 5, 60, Audience.OFFICE, 12, officer, chair), officer);
            service.submit(waiting, officer);
            service.propose(wanted("OFFICE", "下一次办务会", today, 12, 60, Audience.OFFICE, 16, officer, chair), officer);
        });
    }

    private NewMeeting wanted(
            String kind,
            String title,
            LocalDate today,
            int workingDays,
            int minutes,
            Audience audience,
            int people,
            Actor officer,
            Actor chair) {
        Instant starts = worktime.plusWorkingDays(today, workingDays)
                .atTime(LocalTime.of(9, 0))
                .atZone(zone)
                .toInstant();
        return new NewMeeting(
                kind,
                title,
                "演示：通报情况，安排下一步工作。",
                audience,
                false,
                false,
                false,
                officer.personId(),
                chair.personId(),
                starts,
                starts.plus(Duration.ofMinutes(minutes)),
                "演示楼第一会议室",
                people,
                0,
                "",
                "");
    }
}
