package dev.wakit.catalog.sync;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * In what the BSP's catalog differs from the one here. Immutable. Variants that wait to be handed in, or are being worked on, are left
 * out.
 *
 * @param compared how many products the BSP has
 * @param different the columns that differ, by retailer id
 * @param missing retailer ids that the BSP should have
 * @param surplus retailer ids that the BSP should not have any more
 * @param foreign retailer ids that are not known here; they are left alone
 * @param reviews how many reviews were noted anew
 * @param repaired whether what differs, lacks or is too much waits to be handed in
 * @since 0.1
 */
public record DriftReport(
        long compared,
        SortedMap<String, List<String>> different,
        List<String> missing,
        List<String> surplus,
        List<String> foreign,
        long reviews,
        boolean repaired) {

    /** Copies the lists. */
    public DriftReport {
        different = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(different)));
        missing = List.copyOf(missing);
        surplus = List.copyOf(surplus);
        foreign = List.copyOf(foreign);
    }

    /** Whether the two catalogs agree in everything that is ours. */
    public boolean isClean() {
        return different.isEmpty() && missing.isEmpty() && surplus.isEmpty();
    }
}
