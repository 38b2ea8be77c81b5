package org.luoshi.intake.extraction;

import org.luoshi.intake.reading.Paper;

/** Proposes items for a paper. The rules of the house are one; another may be added beside them. */
public interface Extractor {
    Proposal propose(Paper paper);
}
