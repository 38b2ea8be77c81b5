package org.luoshi.meetings.core;

import org.jspecify.annotations.Nullable;
import org.luoshi.platform.Page;

/**
 * What a rule says about one meeting.
 *
 * @param measured what was found for the measure that decided, null where nothing is known
 */
public record RuleResult(
        MeetingRule rule,
        MeetingRule.Verdict verdict,
        @Nullable Long measured) {

    public boolean isBreached() {
        return verdict == MeetingRule.Verdict.BREACHED;
    }

    /** True where the meeting cannot be called like this. */
    public boolean refuses() {
        return isBreached() && rule.strength() == MeetingRule.Strength.MUST;
    }

    /** True where it is generally not done and somebody has to say why it is done here. */
    public boolean wantsReason() {
        return isBreached() && rule.strength() == MeetingRule.Strength.GENERALLY;
    }

    /** The light a page shows beside it. */
    public String light() {
        return switch (verdict) {
            case HOLDS -> "ok";
            case BREACHED -> rule.strength() == MeetingRule.Strength.MUST ? "late" : "soon";
            case DOES_NOT_APPLY, UNKNOWN -> "done";
        };
    }

    /** Document, article and how well it is known, in the reader's language. */
    public String passport(Page page) {
        MeetingRule.Passport passport = rule.passport();
        return page.t(
                "meetings.rule.passport",
                "document",
                page.isChinese() ? passport.documentZh() : passport.documentEn(),
                "issuer",
                passport.issuer(),
                "article",
                passport.article(),
                "id",
                rule.id(),
                "confidence",
                page.t("meetings.rule.confidence." + passport.confidence()));
    }
}
