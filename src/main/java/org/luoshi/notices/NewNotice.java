package org.luoshi.notices;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Something a person should know.
 *
 * @param textKey key in the bundles; may name the keys of {@code arguments}
 * @param href where to look
 * @param subjectId the object it is about; a repetition for the same person, key and subject on one day is dropped
 * @param ruleKey why it is sent: key of the rule or setting behind it
 */
public record NewNotice(
        Collection<UUID> personIds,
        String textKey,
        Map<String, String> arguments,
        String href,
        UUID subjectId,
        String ruleKey) {}
