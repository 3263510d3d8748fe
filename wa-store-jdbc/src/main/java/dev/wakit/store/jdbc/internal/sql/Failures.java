package dev.wakit.store.jdbc.internal.sql;

import dev.wakit.campaign.store.StoreException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns errors of Jdbi and of drivers into {@link StoreException}s that may be logged.
 *
 * <p>Jdbi quotes the arguments of a statement, and PostgreSQL and MariaDB the values of a violated key; these are personal data. So
 * none of them is kept as the cause, but a copy of the first line of the driver's own message, without what stands in single quotes,
 * with its state, code and stack.
 */
final class Failures {

    private static final Pattern QUOTED = Pattern.compile("([^']*)'.*'([^']*)");
    private static final Pattern OF_A_KEY = Pattern.compile("([^']*)'.*'( for key '[A-Za-z_]{1,64}')");

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
        return withoutValues(root.getMessage().lines().findFirst().orElse(""));
    }

    // A value may hold quotes itself, so everything between the first and the last one goes; the name of a key may
    // stay.
    private static String withoutValues(String message) {
        return Stream.of(OF_A_KEY, QUOTED)
                .map(pattern -> pattern.matcher(message))
                .filter(Matcher::matches)
                .findFirst()
                .map(values -> values.group(1) + "'…'" + values.group(2))
                .orElse(message);
    }
}
