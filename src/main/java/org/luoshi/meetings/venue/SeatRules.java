package org.luoshi.meetings.venue;

import org.luoshi.meetings.core.Attendee;

/**
 * How the house seats people.
 *
 * @param second at which hand of the first the second sits, as those at the head table see it, where an odd number sits there
 * @param even where the first sits when an even number sits at the head table
 * @param headRank who has this rank or a higher one (a lower number) sits at the head table, besides the chair and speakers; 0 for nobody else
 * @param freeBetween seats left free between two units
 */
public record SeatRules(Hand second, Even even, int headRank, int freeBetween) {

    /** Left is higher, and of an even number the second sits at the left hand of the first; only the chair and speakers in front. */
    public static final SeatRules USUAL = new SeatRules(Hand.LEFT, Even.FIRST_RIGHT_OF_CENTRE, 0, 0);

    /** Seats that can be left free between two units. */
    public static final int MOST_FREE = 5;

    /** As those at the head table see it. */
    public enum Hand {
        LEFT,
        RIGHT
    }

    /** Which of the two seats in the middle the first takes, as those at the head table see it. */
    public enum Even {
        FIRST_RIGHT_OF_CENTRE,
        FIRST_LEFT_OF_CENTRE
    }

    boolean isAtHeadTable(Attendee one) {
        return one.part() == Attendee.Part.CHAIR
                || one.part() == Attendee.Part.SPEAKER
                || headRank > 0 && one.rank() <= headRank;
    }

    /** 1 where the second of so many sits further right on paper, which is the left hand of who faces the reader. */
    private int step(int people) {
        boolean toTheLeft = people % 2 == 1 ? second == Hand.LEFT : even == Even.FIRST_RIGHT_OF_CENTRE;
        return toTheLeft ? 1 : -1;
    }

    /** For each of so many people in order of rank, the seat from the left as drawn on paper, seen from the hall; the first is 0. */
    public int[] columns(int people) {
        int[] columns = new int[people];
        int step = step(people);
        int least = 0;
        for (int i = 0; i < people; i++) {
            int away = (i + 1) / 2;
            columns[i] = i % 2 == 1 ? away * step : -away * step;
            least = Math.min(least, columns[i]);
        }
        for (int i = 0; i < people; i++) {
            columns[i] -= least;
        }
        return columns;
    }
}
