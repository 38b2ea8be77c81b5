package org.luoshi.notices;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Something a person should know.
 *
 * @param textKey key in the bundles; may name the keys of {@code arguments}
 * @param arguments plain texts; a name that ends in {@code At} holds an ISO instant and one that ends in {@code Key} a text key: both
 *     are written out in the language of the reader, so {@code {dueAt}} shows as 3月6日 周五
 * @param href where to look
 * @param subjectId the object it is about; a repetition for the same person, key and subject on one day is dropped
 * @param ruleKey why it is sent: its text is {@code notices.rule.<ruleKey>} in the bundles
 */
public record NewNotice(
        Collection<UUID> personIds,
        String textKey,
        Map<String, String> arguments,
        String href,
        UUID subjectId,
        String ruleKey) {}
