package org.luoshi.notices.core;

import org.springframework.stereotype.Component;

/** Where addresses lead that leave the house. */
@Component
public class HouseAddress {

    private final MailSettings mail;

    HouseAddress(MailSettings mail) {
        this.mail = mail;
    }

    /** As the office has said for its mail, else where it was reached; without a slash at the end. */
    public String from(String reachedAt) {
        return mail.isLinkKnown() ? mail.link() : reachedAt;
    }
}
