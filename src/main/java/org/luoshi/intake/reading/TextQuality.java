package org.luoshi.intake.reading;

import static org.luoshi.intake.reading.ReadingError.EMPTY;
import static org.luoshi.intake.reading.ReadingError.GARBLED;
import static org.luoshi.intake.reading.ReadingError.SCANNED;

/** Tells text from what only looks like a text layer: a scan, or characters whose meaning the file does not say. */
final class TextQuality {

    /** A scan may carry a stamped page number. */
    private static final int FEWEST_ON_A_PAGE = 12;

    private static final int FEW = 30;

    private int pages;
    private int pictures;
    private int signs;
    private int unreadable;
    private int words;
    private int figures;

    void add(PageContent page) {
        pages++;
        pictures += page.hasImage() ? 1 : 0;
        for (Glyph glyph : page.glyphs()) {
            if (!glyph.isBlank()) {
                count(glyph.text().codePointAt(0));
            }
        }
    }

    private void count(int sign) {
        signs++;
        if (sign == 0xFFFD || Character.getType(sign) == Character.PRIVATE_USE || Character.isISOControl(sign)) {
            unreadable++;
        } else if (Character.isIdeographic(sign) || sign < 0x80 && Character.isLetter(sign)) {
            words++;
        } else if (Character.isDigit(sign) || sign < 0x80 || Characters.isWide(sign)) {
            figures++;
        }
    }

    void require() {
        if (signs == 0 && pictures == 0) {
            throw EMPTY.plain();
        }
        if (signs < FEWEST_ON_A_PAGE * pages && pictures * 2 >= pages && words < FEW * pages / 4) {
            throw SCANNED.plain();
        }
        int meant = signs - figures;
        if (signs > FEW && (unreadable * 5 > signs || meant > FEW && words * 3 < meant)) {
            throw GARBLED.plain();
        }
    }
}
