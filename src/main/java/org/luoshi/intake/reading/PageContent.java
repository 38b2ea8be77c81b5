package org.luoshi.intake.reading;

import java.util.List;

/** What stands on one upright page. */
record PageContent(List<Glyph> glyphs, List<Ruling> rulings, boolean hasImage) {}
