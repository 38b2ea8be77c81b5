package org.luoshi.notices.core;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The reminder budget.
 *
 * @param leastGap working days between two urges of one unit about one subject
 * @param digestAt when the day's mail is made, office time, on working days
 * @param quietFrom no mail leaves from then on
 * @param quietUntil until then, the next morning
 * @param mailsADay most mails that leave for one person on one day; tries count, for a mail server may deliver and still report a failure
 */
@ConfigurationProperties("luoshi.notices")
record NoticeSettings(
        @DefaultValue("1") int leastGap,
        @DefaultValue("08:30") LocalTime digestAt,
        @DefaultValue("20:00") LocalTime quietFrom,
        @DefaultValue("08:00") LocalTime quietUntil,
        @DefaultValue("3") int mailsADay) {

    NoticeSettings {
        if (isQuiet(digestAt, quietFrom, quietUntil)) {
            throw new IllegalArgumentException("luoshi.notices.digest-at lies in the quiet hours");
        }
    }

    boolean isQuiet(LocalTime time) {
        return isQuiet(time, quietFrom, quietUntil);
    }

    private static boolean isQuiet(LocalTime time, LocalTime from, LocalTime until) {
        return from.isAfter(until)
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
    }
}
