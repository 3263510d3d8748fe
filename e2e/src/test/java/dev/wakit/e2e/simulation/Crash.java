package dev.wakit.e2e.simulation;

/** The process is gone: unwinds what was on its stack. Whatever the engine catches, no call of it has an effect any more. */
final class Crash extends Error {

    private static final long serialVersionUID = 1L;

    Crash() {
        super("crashed", null, false, false);
    }
}
