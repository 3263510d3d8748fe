package dev.wakit.testkit.dialog360.internal;

import dev.wakit.testkit.simulator.internal.cli.Option;

/** A flag that only the standalone simulator of 360dialog has. Immutable. */
public enum Dialog360Flag implements Option {
    API_KEY("", "key clients must bring"),
    PLATFORM_SECRET("", "secret that signs webhooks, as those of partner accounts are");

    private final String usual;
    private final String summary;

    Dialog360Flag(String usual, String summary) {
        this.usual = usual;
        this.summary = summary;
    }

    @Override
    public String prefix() {
        return "WAKIT_DIALOG360_SIMULATOR_";
    }

    @Override
    public String usual() {
        return usual;
    }

    @Override
    public String summary() {
        return summary;
    }
}
