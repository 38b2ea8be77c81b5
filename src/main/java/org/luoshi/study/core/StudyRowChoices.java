package org.luoshi.study.core;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What can be chosen for a line of the plan. */
public record StudyRowChoices(
        Map<String, String> kinds,
        List<StudyLecturer> lecturers,
        Map<UUID, String> groups,
        Map<UUID, String> materials) {}
