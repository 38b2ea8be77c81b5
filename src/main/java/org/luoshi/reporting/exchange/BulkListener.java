package org.luoshi.reporting.exchange;

import java.io.IOException;
import org.luoshi.shared.BusinessException;

/** Is told how an upload goes, by one thread at a time. */
public interface BulkListener {

    void refused(long row, String unit, BusinessException refusal) throws IOException;

    /** After each group that is on the disk. */
    void progress(BulkCounts counts) throws IOException;
}
