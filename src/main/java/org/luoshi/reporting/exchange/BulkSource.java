package org.luoshi.reporting.exchange;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows that are read one after the other; memory for one. */
public interface BulkSource {

    /** The next row; null at the end. An {@link IOException} means that the rest did not arrive. */
    @Nullable
    BulkRow next() throws IOException;

    /** How the text was read: UTF-8, GB18030. */
    String encoding();
}
