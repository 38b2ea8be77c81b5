package org.luoshi.ledger.burden;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.luoshi.ledger.core.BeforeIssue;
import org.luoshi.ledger.core.LedgerError;
import org.luoshi.ledger.core.StepInput;
import org.springframework.stereotype.Component;

/** Asks for a reason when an item is sent to a unit that carries more than the office's own ceiling; it stands in the item's history. */
@Component
class BurdenGuard implements BeforeIssue {

    private final BurdenQueries queries;

    BurdenGuard(BurdenQueries queries) {
        this.queries = queries;
    }

    @Override
    public void check(UUID itemId, StepInput input) {
        if (input.words() != null) {
            return;
        }
        String over = queries.overCeiling(itemId).stream()
                .map(load -> load.unit() + " " + load.open())
                .collect(Collectors.joining("、"));
        if (!over.isEmpty()) {
            throw LedgerError.LOAD_WANTS_REASON.with(Map.of("units", over));
        }
    }
}
