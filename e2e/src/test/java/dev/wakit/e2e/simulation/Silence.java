package dev.wakit.e2e.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Turns the engine's log off while thousands of failures are made on purpose. */
final class Silence {

    private static final Logger ENGINE = (Logger) LoggerFactory.getLogger("dev.wakit");

    private Silence() {}

    static void begin() {
        ENGINE.setLevel(Level.OFF);
    }

    static void end() {
        ENGINE.setLevel(null);
    }
}
