package org.luoshi.reporting.core;

import org.jspecify.annotations.Nullable;
import org.luoshi.shared.BusinessException;

/** What became of one report of a group: a receipt, or why not. */
public record Answer(@Nullable Receipt receipt, @Nullable BusinessException refusal) {

    static Answer of(Receipt receipt) {
        return new Answer(receipt, null);
    }

    static Answer of(BusinessException refusal) {
        return new Answer(null, refusal);
    }
}
