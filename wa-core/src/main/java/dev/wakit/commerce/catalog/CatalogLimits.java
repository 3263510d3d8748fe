package dev.wakit.commerce.catalog;

import dev.wakit.InvalidMessageException;
import dev.wakit.internal.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much a BSP takes in one batch. Immutable.
 *
 * @param maxItems the most changes
 * @param maxBytes the most bytes of all changes together, by {@link ItemChange#bytes()} and a little for what is around them
 * @since 0.1
 */
public record CatalogLimits(int maxItems, long maxBytes) {

    /** For what a request has around its changes. */
    private static final int ENVELOPE = 128;

    /** Checks that there is room for a change. */
    public CatalogLimits {
        Check.range("catalog limits.max items", maxItems, 1, Integer.MAX_VALUE);
        Check.range("catalog limits.max bytes", maxBytes, 1024, Integer.MAX_VALUE);
    }

    /**
     * Checks what goes into one batch.
     *
     * @throws InvalidMessageException if there is nothing to do, if there are too many changes or bytes, if a product occurs twice,
     *     since nobody says which change would win, or if updates stand beside upserts, since one setting for the whole batch says
     *     whether products may be created
     */
    public void check(List<ItemChange> changes) {
        Check.size("batch", changes, 1, maxItems);
        Check.unique("batch retailer ids", changes, ItemChange::retailerId);
        long bytes = ENVELOPE + changes.stream().mapToLong(ItemChange::bytes).sum();
        if (bytes > maxBytes) {
            throw new InvalidMessageException(
                    "batch",
                    String.format(Locale.ROOT, "must have at most %,d bytes, but has %,d. Split it.", maxBytes, bytes));
        }
        Check.that(
                changes.stream().noneMatch(ItemChange.Upsert.class::isInstance)
                        || changes.stream().noneMatch(ItemChange.Update.class::isInstance),
                "batch",
                "must not have both upserts and updates. Submit them apart, as split(...) does.");
    }

    /**
     * Splits changes into batches that {@link #check} lets through, with as few batches as the order allows: first upserts and
     * deletions, then updates, each in the order given.
     *
     * @throws InvalidMessageException if a product occurs twice, or if one change alone is too long
     */
    public List<List<ItemChange>> split(List<ItemChange> changes) {
        Check.unique("batch retailer ids", changes, ItemChange::retailerId);
        var batches = new ArrayList<List<ItemChange>>();
        fill(
                batches,
                changes.stream()
                        .filter(it -> !(it instanceof ItemChange.Update))
                        .toList());
        fill(
                batches,
                changes.stream().filter(ItemChange.Update.class::isInstance).toList());
        return List.copyOf(batches);
    }

    private void fill(List<List<ItemChange>> batches, List<ItemChange> changes) {
        var batch = new ArrayList<ItemChange>();
        long bytes = ENVELOPE;
        for (ItemChange change : changes) {
            long more = change.bytes();
            if (ENVELOPE + more > maxBytes) {
                throw new InvalidMessageException(
                        "item '" + change.retailerId() + "'",
                        String.format(
                                Locale.ROOT,
                                "must have at most %,d bytes, but has %,d. Shorten its texts.",
                                maxBytes - ENVELOPE,
                                more));
            }
            if (batch.size() == maxItems || bytes + more > maxBytes) {
                batches.add(List.copyOf(batch));
                batch.clear();
                bytes = ENVELOPE;
            }
            batch.add(change);
            bytes += more;
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
    }
}
