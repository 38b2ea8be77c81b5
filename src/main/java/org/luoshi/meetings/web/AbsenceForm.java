package org.luoshi.meetings.web;

/**
 * Days on which somebody is away, as typed.
 *
 * @param back where the form was; only addresses of this room lead back
 */
public record AbsenceForm(String person, String from, String to, String kind, String back) {

    public AbsenceForm {
        person = MeetingTyped.text(person);
        from = MeetingTyped.text(from);
        to = MeetingTyped.text(to);
        kind = MeetingTyped.text(kind);
        back = MeetingTyped.text(back);
    }

    String backTo() {
        return back.matches("/meetings/[0-9a-f-]{36}/move(\\?[\\x21-\\x7e]*)?") ? back : "/meetings/absences";
    }
}
