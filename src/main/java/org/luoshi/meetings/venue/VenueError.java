package org.luoshi.meetings.venue;

import org.luoshi.shared.ErrorCode;

/** Why rooms, seats, papers and sites say no. */
public enum VenueError implements ErrorCode {
    FACILITY_UNKNOWN("meetings.venue.facility-unknown", Kind.NOT_FOUND),
    FACILITY_THERE("meetings.venue.facility-there", Kind.CONFLICT),
    FACILITY_ENDED("meetings.venue.facility-ended", Kind.RULE_VIOLATED),
    TAKEN("meetings.venue.taken", Kind.CONFLICT),
    TAKEN_MEANWHILE("meetings.venue.taken-meanwhile", Kind.CONFLICT),
    NOT_SEATED("meetings.venue.not-seated", Kind.RULE_VIOLATED),
    SAME_PERSON("meetings.venue.same-person", Kind.RULE_VIOLATED),
    NOT_ON_THE_LIST("meetings.venue.not-on-the-list", Kind.RULE_VIOLATED),
    NOTHING_TO_PRINT("meetings.venue.nothing-to-print", Kind.RULE_VIOLATED),
    SITE_UNKNOWN("meetings.venue.site-unknown", Kind.NOT_FOUND),
    SITE_THERE("meetings.venue.site-there", Kind.CONFLICT),
    TOO_MANY_SITES("meetings.venue.too-many-sites", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    VenueError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
