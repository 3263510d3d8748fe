package dev.wakit.e2e.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Counts calls of JDBC that reach the database, and lets the n-th fail: opening a connection, executing, or committing.
 *
 * <p>One that fails after it was done stands for a reply that was lost. A connection that failed is broken, as a lost one is.
 */
final class NthCall implements Jdbc {

    private static final Set<String> REACHING = Set.of(
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeBatch",
            "executeLargeUpdate",
            "executeLargeBatch",
            "commit");

    private final long failing;
    private final boolean isDoneFirst;
    private boolean hasBegun;
    private long calls;
    private boolean hasFailed;

    /**
     * @param failing which call fails, from 1; 0 for none
     * @param isDoneFirst whether it fails after it was done
     */
    NthCall(long failing, boolean isDoneFirst) {
        this.failing = failing;
        this.isDoneFirst = isDoneFirst;
    }

    /** How many calls there were. */
    long calls() {
        return calls;
    }

    @Override
    public String toString() {
        return "call " + failing + (isDoneFirst ? " fails after it was done" : " fails before it was done");
    }

    boolean hasFailed() {
        return hasFailed;
    }

    @Override
    public void begin() {
        hasBegun = true;
    }

    @Override
    public void opening() throws SQLException {
        if (isFailing()) {
            throw lost();
        }
    }

    @Override
    public Connection wrap(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, args) -> {
                    Object result = call(real, real, method, args);
                    return result instanceof Statement statement
                            ? wrap(statement, method.getReturnType(), real)
                            : result;
                });
    }

    private Object wrap(Statement statement, Class<?> type, Connection real) {
        return Proxy.newProxyInstance(
                Statement.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> call(statement, real, method, args));
    }

    private Object call(Object target, Connection real, java.lang.reflect.Method method, Object[] args)
            throws Throwable {
        boolean fails = REACHING.contains(method.getName()) && isFailing();
        if (fails && !isDoneFirst) {
            real.close();
            throw lost();
        }
        Object result;
        try {
            result = method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (fails) {
            real.close();
            throw lost();
        }
        return result;
    }

    private boolean isFailing() {
        if (!hasBegun || ++calls != failing) {
            return false;
        }
        hasFailed = true;
        return true;
    }

    private static SQLException lost() {
        return new SQLException("the connection was lost", "08006");
    }
}
