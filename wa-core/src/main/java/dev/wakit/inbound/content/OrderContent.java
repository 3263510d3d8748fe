package dev.wakit.inbound.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A cart that a person sent. Immutable.
 *
 * @param catalogId the catalog
 * @param note what the person wrote with it
 * @param items the products
 * @since 0.1
 */
public record OrderContent(String catalogId, String note, List<Item> items) implements InboundContent {

    /**
     * A product in a cart.
     *
     * @param productId our id of the product
     * @param quantity how many
     * @param price the price of one, in the unit of the currency, such as 30 or 12.50
     * @param currency three letters
     */
    public record Item(String productId, BigDecimal quantity, BigDecimal price, String currency) {}

    /** Copies the list. */
    public OrderContent {
        items = List.copyOf(items);
    }

    @Override
    public Optional<String> text() {
        return Optional.of(note).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return "OrderContent[" + items.size() + " items]";
    }
}
