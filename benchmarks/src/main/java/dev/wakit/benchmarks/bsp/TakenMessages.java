package dev.wakit.benchmarks.bsp;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks a mock BSP how many messages it has taken, over all its ports. */
public final class TakenMessages {

    private TakenMessages() {}

    /** How many since it started. */
    public static long at(URI bsp) throws IOException {
        try (InputStream body = bsp.resolve("/taken").toURL().openStream()) {
            return Long.parseLong(new String(body.readAllBytes(), StandardCharsets.US_ASCII));
        }
    }
}
