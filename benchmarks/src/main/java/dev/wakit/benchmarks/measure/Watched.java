package dev.wakit.benchmarks.measure;

import java.util.List;

/**
 * The servers whose processor time a measurement tells apart.
 *
 * @param stores the processes of the databases in use
 * @param bsp the processes that play the other side
 */
public record Watched(List<Long> stores, List<Long> bsp) {

    /** Copies both. */
    public Watched {
        stores = List.copyOf(stores);
        bsp = List.copyOf(bsp);
    }
}
