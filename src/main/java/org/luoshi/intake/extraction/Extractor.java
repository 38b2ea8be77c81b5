package org.luoshi.intake.extraction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.luoshi.intake.reading.Paper;

/** Proposes items for a paper. The rules of the house are one; another may be added beside them. */
public interface Extractor {
    /**
     * @param dateOfPaper the date of the paper, taken where it names none itself; null when nobody knows it
     */
    Proposal propose(Paper paper, @Nullable LocalDate dateOfPaper);
}
