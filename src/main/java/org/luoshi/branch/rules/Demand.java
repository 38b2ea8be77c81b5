package org.luoshi.branch.rules;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rule asks in a form that can be computed. Every number of a rule is here and nowhere in code. */
public sealed interface Demand {

    /**
     * So many activities of one of these kinds in each period.
     *
     * @param who of a rule for persons, which of them; else null
     * @param relation for talks, between whom; else null
     * @param only of the periods of a year, the one that is meant (4: the fourth quarter); null: each
     */
    record Count(
            List<String> kinds,
            PeriodKind period,
            int atLeast,
            @Nullable Who who,
            @Nullable Relation relation,
            @Nullable Integer only)
            implements Demand {}

    /** So many class hours in each period, and so many intensive courses among them. */
    record Hours(Who who, PeriodKind period, BigDecimal atLeast, int courses) implements Demand {}

    /** When all measures named in {@code when} lie in their ranges, those in {@code require} must too. */
    record Standing(Map<Measure, Range> when, Map<Measure, Range> require) implements Demand {}

    /**
     * Time from one happening to another.
     *
     * @param to what ends it; null: it is a limit that the people look at (end of a term, of a stay)
     * @param atMost the latest; null where only a least time is asked
     * @param atLeast the earliest; null where there is none
     * @param stop for two limits, the one that cannot be passed even with a reason
     * @param warnBefore how long before the limit people are reminded
     * @param repeats from each happening of {@code to} it runs anew
     */
    record Timer(
            Happening from,
            @Nullable Happening to,
            @Nullable Period atMost,
            @Nullable Period atLeast,
            @Nullable Period stop,
            @Nullable Period warnBefore,
            boolean repeats)
            implements Demand {}

    /** Shares of a number of people: quorum, majority, surplus of candidates, the third that may be excellent. */
    record Votes(List<Share> shares) implements Demand {}

    /** Bands of a monthly base in yuan, not marginal: the rate of its band applies to the whole base. */
    record Rates(Payer payer, List<Band> bands) implements Demand {}

    /** A fact about a meeting that is true or not. */
    record Check(Fact fact) implements Demand {}

    /** Only shown: a principle, or a limit of this product. */
    record Notice() implements Demand {}

    /** Which persons. */
    enum Who {
        MEMBER,
        COMMITTEE_MEMBER,
        SECRETARY,
        LEADER,
        YOUTH,
        NEW_MEMBER,
        DIVISION_CADRE,
        SECTION_CADRE,
        GROUP_LEADER,
        /** Of the Party committee or leading group above the branch. */
        PARTY_COMMITTEE_SECRETARY
    }

    /** Between whom a talk is. */
    enum Relation {
        COMMITTEE_COMMITTEE,
        COMMITTEE_MEMBER,
        MEMBER_MEMBER
    }

    /** What can be counted about a branch, a committee, a group or a person on a day. 1 and 0 stand for yes and no. */
    enum Measure {
        FULL_MEMBERS,
        MEMBERS,
        COVERED_UNITS,
        MONTHS_PLANNED,
        HAS_COMMITTEE,
        COMMITTEE_SIZE,
        SECRETARIES,
        DEPUTIES,
        REQUIRED_POSTS_VACANT,
        ELECTION_APPROVED,
        ELECTION_MONTHS_OFF,
        TERM_MONTHS,
        SECRETARY_FULL_MONTHS,
        SECRETARY_IS_HEAD,
        GROUPS,
        GROUPS_WITHOUT_LEADER,
        MEMBERS_WITHOUT_GROUP,
        LEADERS_WITHOUT_GROUP,
        MONTHS_AWAY,
        MONTHS_WITHOUT_LIFE,
        MONTHS_WITHOUT_DUES,
        CORRECTION_MONTHS,
        COURSE_DAYS,
        COURSE_HOURS,
        MONTHS_BEFORE_LEAVING,
        LEAVE_SEVENTHS,
        PAYMENT_YUAN,
        IS_VOLUNTARY,
        /** The payment is passed on to the Centre undiminished. */
        IS_SENT_TO_CENTRE,
        /** Units of a joint branch that have three full members of their own. */
        UNITS_THAT_NEED_A_BRANCH,
        IS_TEMPORARY,
        /** 1 branch, 2 general branch, 3 committee of the organ. */
        FORM,
        IS_DIVISION_CADRE,
        /** Months away from the job for training within five years. */
        COURSE_MONTHS_FIVE_YEARS,
        COURSE_HOURS_FIVE_YEARS
    }

    /** Both ends included; null is open. */
    record Range(@Nullable Integer atLeast, @Nullable Integer atMost) {

        public boolean contains(int value) {
            return (atLeast == null || value >= atLeast) && (atMost == null || value <= atMost);
        }
    }

    /** What a timer runs from and to. */
    enum Happening {
        ELECTION,
        TERM_END,
        LEFT_FOR_ELSEWHERE,
        LETTER_WRITTEN,
        LETTER_RECEIVED,
        LAST_CONTACT,
        CONTACT,
        SUSPENDED,
        LAST_LIFE,
        LIFE,
        APPLIED,
        FIRST_TALK,
        BECAME_ACTIVIST,
        REVIEW,
        BECAME_CANDIDATE,
        ADMITTED,
        COMMITTEE_DECIDED,
        REPORTED_FOR_APPROVAL,
        BECAME_FULL,
        BECAME_SECRETARY,
        PROMOTED,
        VACANCY,
        POST_FILLED,
        COURSE,
        CORRECTION_BEGAN,
        CORRECTION_ENDED,
        HARDSHIP_GRANTED,
        RECEIPTS_ANNOUNCED
    }

    /** What a share is of. */
    enum Base {
        VOTING_ROLL,
        ENTITLED,
        PRESENT,
        COMMITTEE,
        SEATS,
        MEMBERS
    }

    /** What is compared with the share. */
    enum Counted {
        PRESENT,
        YES,
        CANDIDATES,
        EXCELLENT
    }

    /** {@code counted} compared with {@code numerator / denominator} of {@code base}. */
    record Share(Counted counted, Base base, int numerator, int denominator, Comparison comparison) {

        public boolean holds(int count, int of) {
            int difference = Integer.compare(count * denominator, of * numerator);
            return switch (comparison) {
                case AT_LEAST -> difference >= 0;
                case MORE_THAN -> difference > 0;
                case AT_MOST -> difference <= 0;
            };
        }

        /** The least count that is enough, or the most that is allowed. */
        public int limit(int of) {
            int product = of * numerator;
            return switch (comparison) {
                case AT_LEAST -> (product + denominator - 1) / denominator;
                case MORE_THAN -> product / denominator + 1;
                case AT_MOST -> product / denominator;
            };
        }
    }

    /** Who pays. */
    enum Payer {
        SALARIED,
        RETIRED
    }

    /**
     * A band of the base.
     *
     * @param upTo the highest base in it, in yuan; null: no end
     * @param percent of the whole base
     */
    record Band(@Nullable BigDecimal upTo, BigDecimal percent) {}

    /** What is true or not about a meeting, a transfer or a recruit. */
    enum Fact {
        HAS_THEME_BEFORE_START,
        CHAIR_IS_ALLOWED_OR_DELEGATED,
        COMMITTEE_SAW_IT_FIRST,
        FIRST_ITEM_IS_STUDY,
        PROBLEMS_BECAME_ITEMS,
        STEPS_IN_ORDER,
        BALLOT_IS_SECRET,
        REFUSAL_HAS_REASON,
        OLD_BRANCH_MANAGES_UNTIL_RECEIVED,
        PAID_BY_MEMBER,
        APPROVED_BY_SUPERIOR,
        ADMITTED_BY_MEETING
    }
}
