package org.luoshi.meetings.web;

import org.luoshi.meetings.venue.NewSite;

/** A site as typed. */
public record SiteForm(String name, String contact, String telephone, String reserveLine) {

    public SiteForm {
        name = MeetingTyped.text(name);
        contact = MeetingTyped.text(contact);
        telephone = MeetingTyped.text(telephone);
        reserveLine = MeetingTyped.text(reserveLine);
    }

    static SiteForm empty() {
        return new SiteForm("", "", "", "");
    }

    NewSite toSite() {
        return new NewSite(null, name, contact, telephone, reserveLine);
    }
}
