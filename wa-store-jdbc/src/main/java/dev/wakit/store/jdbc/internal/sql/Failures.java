package dev.wakit.store.jdbc.internal.sql;

import dev.wakit.campaign.store.StoreException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Turns errors of Jdbi and of drivers into {@link StoreException}s that may be logged.
 *
 * <p>Jdbi quotes the arguments of a statement, and PostgreSQL the values of a violated key; both are personal data. So neither is
 * kept as the cause, but a copy of the first line of the driver's own message with its state, code and stack.
 */
final class Failures {

    private Failures() {}

    /** The database's own error in a chain of causes. */
    static Optional<SQLException> root(Throwable error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (at instanceof SQLException found) {
                return Optional.of(last(found));
            }
        }
        return Optional.empty();
    }

    private static SQLException last(SQLException error) {
        SQLException at = error;
        while (at.getNextException() != null) {
            at = at.getNextException();
        }
        return at;
    }

    static StoreException translate(String what, Throwable error) {
        String message = "The database could not " + what + ".";
        return root(error)
                .map(root -> new StoreException(message + " See the cause.", copy(root)))
                .orElseGet(() ->
                        new StoreException(message + " " + error.getClass().getSimpleName() + "."));
    }

    private static SQLException copy(SQLException root) {
        var copy = new SQLException(reason(root), root.getSQLState(), root.getErrorCode());
        copy.setStackTrace(root.getStackTrace());
        return copy;
    }

    private static String reason(SQLException root) {
        if (root instanceof BatchUpdateException || root.getMessage() == null) {
            return root.getClass().getSimpleName();
        }
        return root.getMessage().lines().findFirst().orElse("");
    }
}
