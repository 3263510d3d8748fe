package dev.wakit.catalog.order;

import dev.wakit.catalog.money.Money;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What can be done to an order. Immutable.
 *
 * <p>Quantities are given by the number of the line, each at least 1.
 *
 * @since 0.1
 */
public sealed interface OrderCommand {

    /**
     * Settles a line that waits for a person.
     *
     * @param line its number
     * @param item what it is
     * @param quantity how many, at least 1
     * @param unitPrice what one costs
     */
    record Resolve(int line, LineItem item, int quantity, Money unitPrice) implements OrderCommand {}

    /** Accepts the order and reserves its stock, unless that was done. */
    record Confirm() implements OrderCommand {}

    /** Begins the work. */
    record Start() implements OrderCommand {}

    /**
     * Hands pieces over.
     *
     * @param quantities how many of which line
     * @param tracking how to follow them
     */
    record Ship(SortedMap<Integer, Integer> quantities, Tracking tracking) implements OrderCommand {
        /** Copies the quantities. */
        public Ship {
            quantities = copy(quantities);
        }
    }

    /**
     * Changes how to follow a shipment.
     *
     * @param fulfilment its number
     * @param tracking how to follow it now
     */
    record Track(int fulfilment, Tracking tracking) implements OrderCommand {}

    /**
     * Notes that a shipment arrived.
     *
     * @param fulfilment its number
     */
    record Deliver(int fulfilment) implements OrderCommand {}

    /**
     * Calls pieces off that were not handed over yet, but not all of the order.
     *
     * @param quantities how many of which line
     * @param reason why, 1 to 200 characters, without personal data
     */
    record CancelQuantity(SortedMap<Integer, Integer> quantities, String reason) implements OrderCommand {
        /** Copies the quantities. */
        public CancelQuantity {
            Limits.text("reason", reason, 1, 200);
            quantities = copy(quantities);
        }
    }

    /**
     * Takes pieces back that were handed over.
     *
     * @param quantities how many of which line
     * @param restock whether they can be sold again
     */
    record TakeBack(SortedMap<Integer, Integer> quantities, boolean restock) implements OrderCommand {
        /** Copies the quantities. */
        public TakeBack {
            quantities = copy(quantities);
        }
    }

    /**
     * Sets discount, shipping, fees, tax and rounding, instead of what was set before.
     *
     * @param adjustments the new ones
     */
    record Adjust(List<Adjustment> adjustments) implements OrderCommand {
        /** Copies the adjustments. */
        public Adjust {
            adjustments = List.copyOf(adjustments);
        }
    }

    /**
     * Records a payment, or the new state of one that was pending. The same again changes nothing.
     *
     * @param kind what it does
     * @param amount how much, above nothing
     * @param provider who moves it
     * @param reference its id there
     * @param state whether it happened
     */
    record Pay(PaymentKind kind, Money amount, String provider, String reference, PaymentState state)
            implements OrderCommand {}

    /**
     * Sets fields of the host; an empty value removes one.
     *
     * @param fields the fields that change
     */
    record SetFields(Map<String, String> fields) implements OrderCommand {
        /** Copies the fields. */
        public SetFields {
            fields = Map.copyOf(fields);
        }
    }

    /** Ends an order that was handed over and, by the payment policy, paid. */
    record Complete() implements OrderCommand {}

    /**
     * Calls the whole order off, as long as nothing was handed over.
     *
     * @param reason why, 1 to 200 characters, without personal data
     */
    record Cancel(String reason) implements OrderCommand {
        /** Checks the reason. */
        public Cancel {
            Limits.text("reason", reason, 1, 200);
        }
    }

    /** Calls an order off whose time has run out. */
    record Expire() implements OrderCommand {}

    private static SortedMap<Integer, Integer> copy(SortedMap<Integer, Integer> quantities) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(quantities));
    }
}
