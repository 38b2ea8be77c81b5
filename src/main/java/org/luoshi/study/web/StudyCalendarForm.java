package org.luoshi.study.web;

/** When and where a line of the plan is to be held, as typed. */
public record StudyCalendarForm(String day, String from, String to, String place, String version) {

    public StudyCalendarForm {
        day = StudyTyped.text(day);
        from = StudyTyped.text(from);
        to = StudyTyped.text(to);
        place = StudyTyped.text(place);
        version = StudyTyped.text(version);
    }
}
