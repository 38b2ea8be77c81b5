package org.luoshi.study.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.study.core.PlanRow;
import org.luoshi.study.core.PlanRowInput;

/** A line of the plan as typed. */
public record StudyRowForm(
        String month,
        String theme,
        String sourceText,
        String material,
        String kind,
        String lecturer,
        String group,
        String version) {

    public StudyRowForm {
        month = StudyTyped.text(month);
        theme = StudyTyped.text(theme);
        sourceText = StudyTyped.text(sourceText);
        material = StudyTyped.text(material);
        kind = StudyTyped.text(kind);
        lecturer = StudyTyped.text(lecturer);
        group = StudyTyped.text(group);
        version = StudyTyped.text(version);
    }

    static StudyRowForm empty(int month) {
        return new StudyRowForm(String.valueOf(month), "", "", "", "LECTURE", "", "", "");
    }

    static StudyRowForm of(PlanRow row) {
        return new StudyRowForm(
                String.valueOf(row.month()),
                row.theme(),
                row.sourceText(),
                written(row.materialId()),
                row.kind(),
                row.lecturer() == null ? "" : row.lecturer(),
                written(row.groupId()),
                String.valueOf(row.version()));
    }

    private static String written(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    PlanRowInput toInput() {
        return new PlanRowInput(
                StudyTyped.number("month", month, 1, 12),
                theme,
                sourceText,
                StudyTyped.idOrNull("material", material),
                kind,
                lecturer.isBlank() ? null : lecturer,
                StudyTyped.idOrNull("group", group));
    }
}
