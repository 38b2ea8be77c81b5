package org.luoshi.reporting.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the bulletins of a regime, newest first.
 *
 * @param next the number to go on before; null on the last page
 */
public record BulletinPage(
        List<BulletinLine> lines, @Nullable Integer next) {}
