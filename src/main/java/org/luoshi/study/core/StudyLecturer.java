package org.luoshi.study.core;

import org.jspecify.annotations.Nullable;

/**
 * A lecturer to choose or show.
 *
 * @param key as stored
 * @param post the post by which they lecture, as {@code study.post.<post>}; else null
 * @param group name of the group they lead and lecture as leader of; else null
 */
public record StudyLecturer(
        String key, @Nullable String post, @Nullable String group, String name) {}
