package org.luoshi.branch.core;

import static org.luoshi.branch.core.TransferSide.RECEIVER;
import static org.luoshi.branch.core.TransferSide.SENDER;
import static org.luoshi.branch.core.TransferState.OUT_PENDING;
import static org.luoshi.branch.core.TransferState.RECEIVED;
import static org.luoshi.branch.core.TransferState.REFUSED;
import static org.luoshi.branch.core.TransferState.WITHDRAWN;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The whole life of a transfer (M-02). One line is one rule; buttons, service and tests read this table. */
public enum TransferStep {
    RECEIVE(RECEIVER, Set.of(OUT_PENDING), RECEIVED, false),
    /** Nobody refuses without a reason. */
    REFUSE(RECEIVER, Set.of(OUT_PENDING), REFUSED, true),
    WITHDRAW(SENDER, Set.of(OUT_PENDING), WITHDRAWN, false);

    private final TransferSide by;
    private final Set<TransferState> from;
    private final TransferState to;
    private final boolean needsReason;

    TransferStep(TransferSide by, Set<TransferState> from, TransferState to, boolean needsReason) {
        this.by = by;
        this.from = from;
        this.to = to;
        this.needsReason = needsReason;
    }

    public TransferSide by() {
        return by;
    }

    public boolean isAllowedFrom(TransferState state) {
        return from.contains(state);
    }

    public TransferState to() {
        return to;
    }

    public boolean needsReason() {
        return needsReason;
    }

    /** What may be done with this transfer by somebody who keeps these branches. */
    static List<TransferStep> openTo(Transfer transfer, java.util.function.Predicate<java.util.UUID> keeps) {
        return Arrays.stream(values())
                .filter(step -> step.isAllowedFrom(transfer.state()))
                .filter(step -> keeps.test(transfer.acting(step.by())))
                .toList();
    }
}
