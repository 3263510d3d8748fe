package dev.wakit.store.jdbc.internal.order;

import dev.wakit.catalog.order.Order;
import org.jdbi.v3.core.statement.SqlStatement;

/** What the tables of the parts of an order share. */
final class Children {

    static final String OF_ORDER = " WHERE tenant_id = :tenant AND order_id = :order";

    private Children() {}

    static <S extends SqlStatement<S>> S of(S statement, Order order) {
        return statement
                .bind("tenant", order.head().tenant().value())
                .bind("order", order.id().value());
    }
}
