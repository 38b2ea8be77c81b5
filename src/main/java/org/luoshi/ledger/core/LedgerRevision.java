package org.luoshi.ledger.core;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.data.relational.core.mapping.event.AfterSaveCallback;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Goes up whenever an item was changed on this node, once the change can be seen by others. */
@Component
class LedgerRevision implements AfterSaveCallback<Item> {

    private final AtomicLong revision = new AtomicLong();

    long current() {
        return revision.get();
    }

    @Override
    public Item onAfterSave(Item item) {
        changed();
        return item;
    }

    /** What somebody may see changed without a change of the item itself. */
    void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            revision.incrementAndGet();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                revision.incrementAndGet();
            }
        });
    }
}
