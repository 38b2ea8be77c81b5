package org.luoshi.meetings.preparation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.meetings.core.MeetingData;
import org.springframework.stereotype.Component;

/** The templates of {@code meetings/preparation.yaml}. */
@Component
class TaskTemplates {

    private final List<TaskTemplate> templates;

    TaskTemplates() {
        templates = MeetingData.list(MeetingData.read("preparation.yaml").get("tasks")).stream()
                .map(task -> template(MeetingData.map(task)))
                .toList();
    }

    private static TaskTemplate template(Map<String, Object> task) {
        Object waits = task.get("waits");
        return new TaskTemplate(
                MeetingData.text(task, "code"),
                Integer.parseInt(MeetingData.text(task, "effort")),
                Integer.parseInt(MeetingData.text(task, "lead")),
                words(task.get("after")),
                waits == null ? null : String.valueOf(waits),
                Boolean.TRUE.equals(task.get("droppable")),
                words(task.get("kinds")));
    }

    private static List<String> words(@Nullable Object list) {
        return MeetingData.list(list).stream().map(String::valueOf).toList();
    }

    List<TaskTemplate> of(String kind) {
        return templates.stream().filter(template -> template.isFor(kind)).toList();
    }
}
