package org.luoshi.intake;

/** Turns indexes of Java strings into counts of characters: one beyond the basic plane is two of the former and one of the latter. */
public final class CodePoints {

    private final int[] before;

    public CodePoints(String text) {
        before = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            boolean isSecondHalf =
                    Character.isLowSurrogate(text.charAt(i)) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            before[i + 1] = before[i] + (isSecondHalf ? 0 : 1);
        }
    }

    /** Code points before an index; in the middle of one, those up to it. */
    public int before(int index) {
        return before[index];
    }
}
