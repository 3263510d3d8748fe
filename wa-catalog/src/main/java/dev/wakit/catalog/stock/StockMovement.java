package dev.wakit.catalog.stock;

import dev.wakit.catalog.product.VariantId;
import java.time.Instant;

/**
 * One change of the number on hand; kept for ever. Immutable.
 *
 * @param variant of what
 * @param location where
 * @param kind why
 * @param quantity how many more; negative when fewer
 * @param reference what it belongs to, such as the number of a delivery note or of an order; may be empty
 * @param commandId the id that makes it happen once, 1 to 100 characters
 * @param at when
 * @since 0.1
 */
public record StockMovement(
        VariantId variant,
        String location,
        MovementKind kind,
        int quantity,
        String reference,
        String commandId,
        Instant at) {}
