package org.luoshi.reporting.core;

import java.sql.SQLException;
import org.luoshi.shared.BusinessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells "the database does not answer, send it again as it is" from "the database does not take this". */
public final class DatabaseAway {

    private DatabaseAway() {}

    /** Whether nothing was wrong with what should have been written. */
    public static boolean is(Throwable fault) {
        return fault instanceof TransactionException
                || fault instanceof DataAccessResourceFailureException
                || fault instanceof TransientDataAccessException
                || fault instanceof RecoverableDataAccessException
                || fault instanceof BusinessException refusal && refusal.error() == ReportingError.DATABASE_AWAY;
    }

    /** For the log: the kind of fault and the state the database names, never its message, which repeats what somebody reported. */
    static String named(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return fault.getClass().getSimpleName() + " " + sql.getSQLState();
            }
        }
        return fault.getClass().getSimpleName();
    }
}
