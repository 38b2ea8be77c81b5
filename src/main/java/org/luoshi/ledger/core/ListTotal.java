package org.luoshi.ledger.core;

/**
 * How many lines a list has.
 *
 * @param more true where counting stopped and there are more
 */
public record ListTotal(int number, boolean more) {

    static ListTotal exactly(int number) {
        return new ListTotal(number, false);
    }

    static ListTotal upTo(int most, int seen) {
        return new ListTotal(Math.min(seen, most), seen > most);
    }

    /** 37, or 1000+ where counting stopped. */
    @Override
    public String toString() {
        return more ? number + "+" : String.valueOf(number);
    }
}
