package org.luoshi.notices.core;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.luoshi.notices.CalendarEntry;
import org.springframework.stereotype.Component;

/** Single appointments as files that a person takes into a calendar. */
@Component
public class CalendarInvitations {

    private final MailSettings mail;
    private final HouseAddress house;
    private final ZoneId zone;

    CalendarInvitations(MailSettings mail, HouseAddress house, ZoneId zone) {
        this.mail = mail;
        this.house = house;
        this.zone = zone;
    }

    /** The file; the answers of calendar programs go to the office's mail address. */
    public String write(CalendarEntry entry, @Nullable String attendee, String reachedAt) {
        return ICalendar.invitation(entry, mail.from(), attendee, house.from(reachedAt), zone);
    }
}
