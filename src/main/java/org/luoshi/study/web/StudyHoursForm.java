package org.luoshi.study.web;

import org.luoshi.study.core.NewHours;

/** Study elsewhere as typed. */
public record StudyHoursForm(String title, String day, String amount, String unit, String platform, String course) {

    public StudyHoursForm {
        title = StudyTyped.text(title);
        day = StudyTyped.text(day);
        amount = StudyTyped.text(amount);
        unit = StudyTyped.text(unit);
        platform = StudyTyped.text(platform);
        course = StudyTyped.text(course);
    }

    static StudyHoursForm empty() {
        return new StudyHoursForm("", "", "", "HOUR", "", "");
    }

    NewHours toHours() {
        return new NewHours(
                title,
                StudyTyped.day("day", day),
                StudyTyped.amount("amount", amount),
                unit,
                platform,
                !course.isEmpty());
    }
}
