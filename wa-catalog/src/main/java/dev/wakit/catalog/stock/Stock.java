package dev.wakit.catalog.stock;

import dev.wakit.TenantId;
import dev.wakit.catalog.NotFoundException;
import dev.wakit.catalog.OutOfStockException;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.store.StockStore;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/**
 * The stock of one tenant. Thread-safe.
 *
 * <p>A variant whose stock is not counted can be ordered without limit. Every change carries a command id: the same id again changes
 * nothing, so that a caller may repeat what it is unsure of.
 *
 * @since 0.1
 */
public final class Stock {

    /** The location of a business that has only one: {@value}. */
    public static final String MAIN = "main";

    private static final int LONGEST_LOCATION = 40;
    private static final int LONGEST_TEXT = 100;

    private final TenantId tenant;
    private final StockStore store;
    private final InstantSource clock;

    /** Used by {@link dev.wakit.catalog.Shop}. */
    public Stock(TenantId tenant, StockStore store, InstantSource clock) {
        this.tenant = tenant;
        this.store = store;
        this.clock = clock;
    }

    /** Begins to count a variant at {@link #MAIN}, with none on hand. Without effect when it is counted already. */
    public void count(VariantId variant) {
        if (levels(List.of(variant)).stream()
                .noneMatch(level -> level.location().equals(MAIN))) {
            configure(variant, MAIN, false, 0);
        }
    }

    /**
     * Begins to count a variant at a location, with none on hand, or changes its settings.
     *
     * @param location 1 to 40 characters
     * @param backorders whether more may be promised than are on hand
     * @param buffer at so many available, or fewer, it is shown as out of stock; not negative
     * @throws OutOfStockException if backorders were to end while more are promised than are on hand
     */
    public void configure(VariantId variant, String location, boolean backorders, int buffer) {
        if (location.isBlank() || location.length() > LONGEST_LOCATION) {
            throw new IllegalArgumentException(
                    "A location has 1 to 40 characters, this one " + location.length() + ".");
        }
        if (buffer < 0) {
            throw new IllegalArgumentException("A buffer of " + buffer + " is not possible. Use 0 or more.");
        }
        if (!store.configure(tenant, new StockLevel(variant, location, 0, 0, backorders, buffer))) {
            throw new OutOfStockException(variant, 0);
        }
    }

    /**
     * Changes the number on hand at {@link #MAIN}.
     *
     * @param quantity how many more; negative when fewer; its sign must fit the kind
     * @param reference such as the number of a delivery note; at most 100 characters
     * @param commandId makes it happen once, 1 to 100 characters
     * @throws NotFoundException if the variant is not counted
     * @throws OutOfStockException if fewer would be left than are promised to orders
     */
    public void move(VariantId variant, MovementKind kind, int quantity, String reference, String commandId) {
        moveAt(MAIN, variant, kind, quantity, reference, commandId);
    }

    /** Like {@link #move}, at another location. */
    public void moveAt(
            String location, VariantId variant, MovementKind kind, int quantity, String reference, String commandId) {
        checkSign(kind, quantity);
        checkText("reference", reference, 0);
        checkText("commandId", commandId, 1);
        var movement = new StockMovement(variant, location, kind, quantity, reference, commandId, clock.instant());
        switch (store.move(tenant, movement)) {
            case DONE, REPEATED -> {
                // Once is what was asked for.
            }
            case TOO_FEW -> throw new OutOfStockException(variant, -quantity);
            case NOT_COUNTED -> throw new NotFoundException("stock of variant " + variant + " at " + location);
        }
    }

    private static void checkSign(MovementKind kind, int quantity) {
        boolean fits = switch (kind) {
            case RECEIVED, RETURNED -> quantity > 0;
            case LOST -> quantity < 0;
            case CORRECTED -> quantity != 0;
            case SOLD -> false;
        };
        if (!fits) {
            throw new IllegalArgumentException("A movement " + kind + " of " + quantity + " is not possible. "
                    + (kind == MovementKind.SOLD
                            ? "It is made by shipping an order."
                            : "RECEIVED and RETURNED are above 0, LOST is below it, CORRECTED is not 0."));
        }
    }

    private static void checkText(String name, String text, int shortest) {
        if (text.length() < shortest || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    name + " has " + text.length() + " characters. Use " + shortest + " to 100.");
        }
    }

    /** The levels of variants at all locations; those that are not counted are left out. */
    public List<StockLevel> levels(Collection<VariantId> variants) {
        return store.levels(tenant, variants);
    }

    /** Why the number on hand of a variant changed, the newest first. */
    public List<StockMovement> movements(VariantId variant, int limit) {
        return store.movements(tenant, variant, limit);
    }
}
