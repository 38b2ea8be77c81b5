package org.luoshi.ledger.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.bulk.BulkTarget;

/**
 * The page that asks once before a step is taken on many items.
 *
 * @param items each as {@code id:version}
 * @param back the list from which they were chosen
 * @param blocked targets that cannot be urged yet or that have nothing to be done
 */
public record BulkPage(
        BulkForm form,
        List<String> items,
        List<BulkTarget> targets,
        long blocked,
        List<PersonChoice> officers,
        String back,
        @Nullable String refusal) {}
