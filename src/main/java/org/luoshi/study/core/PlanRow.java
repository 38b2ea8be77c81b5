package org.luoshi.study.core;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the year's plan (E-07).
 *
 * @param sourceText what is read: title of a book, a paper, a speech
 * @param kind code of the kind of activity
 * @param lecturer as {@link StudyLecturers} writes it; null: nobody yet
 * @param groupId for whom; null: the whole branch
 * @param activityId the activity it became
 */
public record PlanRow(
        UUID id,
        int version,
        UUID branchId,
        int year,
        int month,
        String theme,
        String sourceText,
        @Nullable UUID materialId,
        String kind,
        @Nullable String lecturer,
        @Nullable UUID groupId,
        @Nullable UUID activityId) {

    int quarter() {
        return (month - 1) / 3 + 1;
    }

    boolean isYouthClass() {
        return kind.equals(StudyKinds.YOUTH_CLASS);
    }
}
