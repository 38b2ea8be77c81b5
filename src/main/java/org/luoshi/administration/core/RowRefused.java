package org.luoshi.administration.core;

import org.luoshi.shared.BusinessException;

/** The rules said no to one row of the form; nothing of the form was kept. */
public final class RowRefused extends RuntimeException {

    private final int row;
    private final BusinessException refusal;

    RowRefused(int row, BusinessException refusal) {
        super(refusal);
        this.row = row;
        this.refusal = refusal;
    }

    public int row() {
        return row;
    }

    public BusinessException refusal() {
        return refusal;
    }
}
