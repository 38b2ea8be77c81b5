package org.luoshi.study.core;

import java.time.LocalTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is filled in when a line of the plan goes into the calendar, out of {@code study/plan.yaml}. */
@Component
public class StudyLesson {

    private final LocalTime from;
    private final LocalTime to;
    private final int day;

    StudyLesson() {
        Map<String, Object> data = StudyData.read("plan.yaml");
        from = LocalTime.parse(String.valueOf(data.get("from")));
        to = LocalTime.parse(String.valueOf(data.get("to")));
        day = Integer.parseInt(String.valueOf(data.get("day")));
    }

    public LocalTime from() {
        return from;
    }

    public LocalTime to() {
        return to;
    }

    /** The day of the month near which a working day is proposed. */
    int day() {
        return day;
    }
}
