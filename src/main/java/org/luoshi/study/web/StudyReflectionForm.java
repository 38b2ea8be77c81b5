package org.luoshi.study.web;

import org.luoshi.study.core.StudyReflection;

/** A reflection as typed. */
public record StudyReflectionForm(String title, String body, String version) {

    public StudyReflectionForm {
        title = StudyTyped.text(title);
        body = StudyTyped.text(body);
        version = StudyTyped.text(version);
    }

    static StudyReflectionForm empty() {
        return new StudyReflectionForm("", "", "");
    }

    static StudyReflectionForm of(StudyReflection one) {
        return new StudyReflectionForm(one.title(), one.body(), String.valueOf(one.version()));
    }
}
