package dev.wakit.catalog.cart;

import dev.wakit.TenantId;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.Buyer;
import dev.wakit.catalog.order.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A cart that the business fills for a customer, as it stood at one moment. Immutable.
 *
 * @param tenant its owner
 * @param id its id
 * @param key what makes it exist once: the host's name for it
 * @param buyer whose it is; personal data
 * @param currency the currency of all its amounts
 * @param state where it stands
 * @param lines what is in it, one line for each retailer id
 * @param order its order; empty before there is one
 * @param createdAt when it was opened
 * @param activeAt when somebody last touched it
 * @param expiresAt from when on it is of no use
 * @param updatedAt when it was last changed, also by time
 * @param version 1 when opened, one more with each change
 * @since 0.1
 */
public record AssistedCart(
        TenantId tenant,
        CartId id,
        String key,
        Buyer buyer,
        Currency currency,
        AssistedState state,
        List<AssistedLine> lines,
        Optional<OrderId> order,
        Instant createdAt,
        Instant activeAt,
        Instant expiresAt,
        Instant updatedAt,
        long version) {

    /** Copies the lines. */
    public AssistedCart {
        lines = List.copyOf(lines);
    }

    /** What its lines cost, without discount, shipping and tax. */
    public Money items() {
        return Money.sum(currency, lines.stream().map(AssistedLine::total).toList());
    }

    /** The line of a retailer id, if there is one. */
    public Optional<AssistedLine> line(String retailerId) {
        return lines.stream()
                .filter(line -> line.item().retailerId().equals(retailerId))
                .findFirst();
    }

    AssistedCart put(AssistedLine line) {
        var changed = new ArrayList<>(without(line.item().retailerId()));
        int place = lines.indexOf(line(line.item().retailerId()).orElse(line));
        changed.add(place < 0 ? changed.size() : place, line);
        return with(changed);
    }

    AssistedCart removed(String retailerId) {
        return with(without(retailerId));
    }

    private List<AssistedLine> without(String retailerId) {
        return lines.stream()
                .filter(line -> !line.item().retailerId().equals(retailerId))
                .toList();
    }

    private AssistedCart with(List<AssistedLine> newLines) {
        return copy(buyer, state, newLines, order, activeAt, expiresAt, updatedAt, version);
    }

    AssistedCart of(Buyer newBuyer) {
        return copy(newBuyer, state, lines, order, activeAt, expiresAt, updatedAt, version);
    }

    AssistedCart in(AssistedState newState) {
        return copy(buyer, newState, lines, order, activeAt, expiresAt, updatedAt, version);
    }

    AssistedCart placed(OrderId newOrder) {
        return copy(
                buyer, AssistedState.CONVERTED, lines, Optional.of(newOrder), activeAt, expiresAt, updatedAt, version);
    }

    AssistedCart touched(Instant now, Instant newExpiry) {
        return copy(buyer, state, lines, order, now, newExpiry, updatedAt, version);
    }

    AssistedCart next(Instant now) {
        return copy(buyer, state, lines, order, activeAt, expiresAt, now, version + 1);
    }

    private AssistedCart copy(
            Buyer newBuyer,
            AssistedState newState,
            List<AssistedLine> newLines,
            Optional<OrderId> newOrder,
            Instant newActive,
            Instant newExpiry,
            Instant newUpdate,
            long newVersion) {
        return new AssistedCart(
                tenant,
                id,
                key,
                newBuyer,
                currency,
                newState,
                newLines,
                newOrder,
                createdAt,
                newActive,
                newExpiry,
                newUpdate,
                newVersion);
    }

    /** Without personal data. */
    @Override
    public String toString() {
        return "AssistedCart[" + id + " " + state + " " + lines.size() + " lines]";
    }
}
