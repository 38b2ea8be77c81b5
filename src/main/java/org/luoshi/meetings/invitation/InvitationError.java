package org.luoshi.meetings.invitation;

import org.luoshi.shared.ErrorCode;

/** Why invitations and receipts say no. */
public enum InvitationError implements ErrorCode {
    UNITS_UNCLEAR("meetings.invitation.units-unclear", Kind.RULE_VIOLATED),
    NOBODY_INVITED("meetings.invitation.nobody-invited", Kind.RULE_VIOLATED),
    NO_NOTICE("meetings.invitation.no-notice", Kind.RULE_VIOLATED),
    REPORT_TOO_LATE("meetings.invitation.report-too-late", Kind.RULE_VIOLATED),
    NOTICE_UNKNOWN("meetings.invitation.notice-unknown", Kind.NOT_FOUND),
    NOT_INVITED("meetings.invitation.not-invited", Kind.NOT_FOUND),
    NOT_YOUR_UNIT("meetings.invitation.not-your-unit", Kind.FORBIDDEN),
    MEETING_CANCELLED("meetings.invitation.meeting-cancelled", Kind.CONFLICT),
    MEETING_MERGED("meetings.invitation.meeting-merged", Kind.CONFLICT),
    MEETING_HELD("meetings.invitation.meeting-held", Kind.CONFLICT),
    NOTICE_NEWER("meetings.invitation.notice-newer", Kind.CONFLICT),
    NOTHING_TO_CONFIRM("meetings.invitation.nothing-to-confirm", Kind.CONFLICT),
    TOO_MANY("meetings.invitation.too-many", Kind.RULE_VIOLATED),
    NOBODY_NAMED("meetings.invitation.nobody-named", Kind.RULE_VIOLATED),
    NAMED_TWICE("meetings.invitation.named-twice", Kind.RULE_VIOLATED),
    SUBSTITUTE_OF_SUBSTITUTE("meetings.invitation.substitute-of-substitute", Kind.RULE_VIOLATED),
    SUBSTITUTE_REASON("meetings.invitation.substitute-reason", Kind.RULE_VIOLATED),
    INSTEAD_OF_ONESELF("meetings.invitation.instead-of-oneself", Kind.RULE_VIOLATED),
    REPLY_TOO_LARGE("meetings.invitation.reply-too-large", Kind.TOO_LARGE),
    REPLY_UNREADABLE("meetings.invitation.reply-unreadable", Kind.RULE_VIOLATED),
    REPLY_NO_REPLY("meetings.invitation.reply-no-reply", Kind.RULE_VIOLATED),
    REPLY_RECURRENT("meetings.invitation.reply-recurrent", Kind.RULE_VIOLATED),
    REPLY_OTHER_MEETING("meetings.invitation.reply-other-meeting", Kind.RULE_VIOLATED),
    REPLY_UNDECIDED("meetings.invitation.reply-undecided", Kind.RULE_VIOLATED),
    REPLY_FROM_UNKNOWN("meetings.invitation.reply-from-unknown", Kind.RULE_VIOLATED);

    private final String code;
    private final Kind kind;

    InvitationError(String code, Kind kind) {
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
