package org.luoshi.meetings.venue;

import java.util.UUID;

/**
 * A card with the name of somebody, to stand in front of them; printed on both sides.
 *
 * @param seat as kept, so that whoever puts it down knows where
 */
public record NameCard(UUID attendeeId, String name, String title, String seat) {

    private static final char FIELD = '\u001f';

    /** In millimetres: what a name may take of the width of the card. */
    private static final double WIDTH = 168;

    private static final double LARGEST = 42;

    private static final double LARGEST_TITLE = 8;

    /** What is printed on it; the seat is not, so that a card stays good when its owner sits elsewhere. */
    public String words() {
        return name + FIELD + title;
    }

    static NameCard printed(UUID attendeeId, String words, String seat) {
        int cut = words.indexOf(FIELD);
        return new NameCard(attendeeId, words.substring(0, cut), words.substring(cut + 1), seat);
    }

    /** The name as it is set: two characters with a space of one between them, so that 李雷 is as wide as 韩梅梅. */
    public String setName() {
        int[] characters = name.codePoints().toArray();
        boolean twoWide = characters.length == 2 && Ems.isWide(characters[0]) && Ems.isWide(characters[1]);
        return twoWide ? Character.toString(characters[0]) + '\u3000' + Character.toString(characters[1]) : name;
    }

    /** The size of the type in millimetres. */
    public String typeSize() {
        return Ems.number(Math.min(LARGEST, WIDTH / Math.max(1, Ems.of(setName()))));
    }

    public String titleSize() {
        return Ems.number(Math.min(LARGEST_TITLE, WIDTH / Math.max(1, Ems.of(title))));
    }
}
