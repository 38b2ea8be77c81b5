package org.luoshi.study.web;

/** "Studied it afterwards on …", as typed. */
public record StudyMakeUpForm(String day, String line) {

    public StudyMakeUpForm {
        day = StudyTyped.text(day);
        line = StudyTyped.text(line);
    }

    static StudyMakeUpForm empty() {
        return new StudyMakeUpForm("", "");
    }
}
