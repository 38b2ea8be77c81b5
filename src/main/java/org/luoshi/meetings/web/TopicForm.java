package org.luoshi.meetings.web;

/** A topic as typed. */
public record TopicForm(String title, String reason, String speaker, String minutes, String principal, String unit) {

    static final TopicForm EMPTY = new TopicForm("", "", "", "15", "", "");

    public TopicForm {
        title = MeetingTyped.text(title);
        reason = MeetingTyped.text(reason);
        speaker = MeetingTyped.text(speaker);
        minutes = MeetingTyped.text(minutes);
        principal = MeetingTyped.text(principal);
        unit = MeetingTyped.text(unit);
    }
}
