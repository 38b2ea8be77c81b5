package org.luoshi.meetings.web;

/** A line of the yearly plan as typed. */
public record MeetingPlanForm(String month, String kind, String title, String audience, String people, String minutes) {

    public MeetingPlanForm {
        month = MeetingTyped.text(month);
        kind = MeetingTyped.text(kind);
        title = MeetingTyped.text(title);
        audience = MeetingTyped.text(audience);
        people = MeetingTyped.text(people);
        minutes = MeetingTyped.text(minutes);
    }

    static MeetingPlanForm empty() {
        return new MeetingPlanForm("", "", "", "", "", "120");
    }
}
