package org.luoshi.intake.extraction;

import java.util.List;

/**
 * What an extractor found in a paper.
 *
 * @param items in the order of the paper
 * @param uncovered sentences with an obligation (要, 应当, 务必) that no item covers
 */
public record Proposal(DocumentFacts document, List<ProposedItem> items, List<Span> uncovered) {}
