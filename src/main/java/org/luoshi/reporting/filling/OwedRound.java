package org.luoshi.reporting.filling;

import org.luoshi.reporting.core.OpenRound;
import org.luoshi.reporting.core.Place;
import org.luoshi.reporting.core.ReportState;
import org.luoshi.reporting.core.ReviewMark;

/**
 * What one place owes in one round.
 *
 * @param last whether what stands was called final; true where nothing came yet
 */
public record OwedRound(OpenRound open, Place place, ReportState state, int revision, int review, boolean last) {

    /** Somebody has to do something: nothing came, more was promised, or it was questioned. */
    public boolean waits() {
        return state != ReportState.EXEMPT && (revision == 0 || !last || isQuestioned());
    }

    /** The text key of what to do next. */
    public String step() {
        if (!waits()) {
            return "reporting.mine.look";
        }
        return revision == 0
                ? "reporting.mine.fill"
                : isQuestioned() ? "reporting.mine.answer" : "reporting.mine.follow-up";
    }

    public boolean isQuestioned() {
        return review == ReviewMark.QUESTIONED;
    }
}
