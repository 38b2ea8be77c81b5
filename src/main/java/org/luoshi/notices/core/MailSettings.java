package org.luoshi.notices.core;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and how mail leaves; the server itself is {@code spring.mail.*}.
 *
 * @param link where the links of a mail lead, without a slash at the end
 */
@ConfigurationProperties("luoshi.mail")
record MailSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("luoshi@localhost") String from,
        @DefaultValue(MailSettings.NO_LINK) String link) {

    static final String NO_LINK = "http://localhost:8080";

    /** Whether the office has said where the house is found. */
    boolean isLinkKnown() {
        return !link.equals(NO_LINK);
    }
}
