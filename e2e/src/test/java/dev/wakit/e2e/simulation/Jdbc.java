package dev.wakit.e2e.simulation;

import java.sql.Connection;
import java.sql.SQLException;

/** What stands between the stores and the driver. */
interface Jdbc {

    /** Nothing. */
    Jdbc PLAIN = real -> real;

    /** A connection as the stores see it. */
    Connection wrap(Connection real) throws SQLException;

    /** The stores ask for a connection. */
    default void opening() throws SQLException {}

    /** The campaigns are created and the run begins. */
    default void begin() {}
}
