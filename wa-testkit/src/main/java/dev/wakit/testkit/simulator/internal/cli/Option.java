package dev.wakit.testkit.simulator.internal.cli;

import java.util.Locale;

/** A flag of a standalone simulator; implemented by an enum with one constant for each. */
public interface Option {

    /** Returns the name of the constant. */
    String name();

    /** Returns what names of environment variables begin with. */
    String prefix();

    /** Returns the default; empty when the simulator has one of its own, and {@code off} for a flag that takes no value. */
    String usual();

    /** Returns one line that says what the flag does. */
    String summary();

    /** Returns the flag as it is typed, such as {@code --webhook-url}. */
    default String option() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the name of the environment variable, such as {@code WAKIT_SIMULATOR_WEBHOOK_URL}. */
    default String variable() {
        return prefix() + name();
    }

    default boolean takesNoValue() {
        return usual().equals("off");
    }
}
