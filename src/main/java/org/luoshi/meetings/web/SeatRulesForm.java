package org.luoshi.meetings.web;

import org.luoshi.meetings.venue.SeatRules;

/** The rules of seating as typed. */
public record SeatRulesForm(String secondAt, String even, String headRank, String freeBetween) {

    public SeatRulesForm {
        secondAt = MeetingTyped.text(secondAt);
        even = MeetingTyped.text(even);
        headRank = MeetingTyped.text(headRank);
        freeBetween = MeetingTyped.text(freeBetween);
    }

    static SeatRulesForm of(SeatRules rules) {
        return new SeatRulesForm(
                rules.second().name(),
                rules.even().name(),
                String.valueOf(rules.headRank()),
                String.valueOf(rules.freeBetween()));
    }
}
