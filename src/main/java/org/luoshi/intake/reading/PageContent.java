package org.luoshi.intake.reading;

import java.util.List;

/**
 * What stands on one upright page.
 *
 * @param width 0 where it is not known
 */
record PageContent(double width, List<Glyph> glyphs, List<Ruling> rulings, boolean hasImage) {}
