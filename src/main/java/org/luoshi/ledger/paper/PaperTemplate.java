package org.luoshi.ledger.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.documents.TemplateVersion;

/**
 * How the template of a sheet stands.
 *
 * @param own the office's own that holds today; null: the shipped one
 * @param versions all changes, newest first
 */
public record PaperTemplate(
        LedgerPaper paper, @Nullable TemplateVersion own, List<TemplateVersion> versions, List<PaperTag> tags) {}
