package dev.wakit.benchmarks.service;

import dev.wakit.benchmarks.measure.Settings;
import java.io.Closeable;

/** A database server of a run. */
public interface DatabaseServer extends Closeable {

    /** The process whose time, with that of those it started, is the database's. */
    long pid();

    /** Its name and version, for the report. */
    String version();

    /** Makes an empty database and says how to reach it: {@code url}, {@code user} and {@code password}. */
    Settings newDatabase();

    @Override
    void close();
}
