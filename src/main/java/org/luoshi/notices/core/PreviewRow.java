package org.luoshi.notices.core;

import java.util.List;
import org.luoshi.notices.DigestPreview;

/** A line of the preview with the names people read. */
public record PreviewRow(DigestPreview.Line line, String unitName, List<String> personNames) {}
