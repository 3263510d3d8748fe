package dev.wakit.catalog.order;

import java.util.Set;

/**
 * Which orders to list, the newest first. Immutable; each setter returns a new query.
 *
 * @param statuses only these; all when empty
 * @param payments only these; all when empty
 * @param fulfilments only these; all when empty
 * @param contact only orders of this person; of all when empty
 * @param before only orders older than this one
 * @param limit at most so many, 1 to 200
 * @since 0.1
 */
public record OrderQuery(
        Set<OrderStatus> statuses,
        Set<PaymentStatus> payments,
        Set<FulfilmentStatus> fulfilments,
        String contact,
        OrderId before,
        int limit) {

    /** Before which no order comes. */
    public static final OrderId FIRST_PAGE = new OrderId(Long.MAX_VALUE);

    /** Checks the limit. */
    public OrderQuery {
        statuses = Set.copyOf(statuses);
        payments = Set.copyOf(payments);
        fulfilments = Set.copyOf(fulfilments);
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("A page of " + limit + " orders is not possible. Use 1 to 200.");
        }
    }

    /** The newest orders. */
    public static OrderQuery newest(int limit) {
        return new OrderQuery(Set.of(), Set.of(), Set.of(), "", FIRST_PAGE, limit);
    }

    /** Only orders that stand so. */
    public OrderQuery statuses(Set<OrderStatus> only) {
        return new OrderQuery(only, payments, fulfilments, contact, before, limit);
    }

    /** Only orders that are paid so. */
    public OrderQuery payments(Set<PaymentStatus> only) {
        return new OrderQuery(statuses, only, fulfilments, contact, before, limit);
    }

    /** Only orders that are handed over so. */
    public OrderQuery fulfilments(Set<FulfilmentStatus> only) {
        return new OrderQuery(statuses, payments, only, contact, before, limit);
    }

    /** Only orders of this person. */
    public OrderQuery contact(String person) {
        return new OrderQuery(statuses, payments, fulfilments, person, before, limit);
    }

    /** The page behind this order. */
    public OrderQuery before(OrderId last) {
        return new OrderQuery(statuses, payments, fulfilments, contact, last, limit);
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "OrderQuery[" + statuses + " before " + before + " limit " + limit + "]";
    }
}
