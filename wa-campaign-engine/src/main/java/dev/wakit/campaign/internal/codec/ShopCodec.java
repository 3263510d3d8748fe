package dev.wakit.campaign.internal.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.commerce.OrderState;
import dev.wakit.commerce.PaymentState;
import dev.wakit.message.interactive.CatalogLink;
import dev.wakit.message.interactive.OrderStatus;
import dev.wakit.message.interactive.ProductCarousel;
import dev.wakit.message.interactive.ProductList;
import dev.wakit.message.interactive.SingleProduct;

/** Products, and what became of an order. */
final class ShopCodec {

    private static final String CATALOG_ID = "catalogId";

    private ShopCodec() {}

    static void write(ObjectNode node, SingleProduct product) {
        node.put(CATALOG_ID, product.catalogId()).put("product", product.productRetailerId());
    }

    static SingleProduct product(Fields fields) {
        return SingleProduct.of(fields.text(CATALOG_ID), fields.text("product"));
    }

    static void write(ObjectNode node, ProductList list) {
        node.put(CATALOG_ID, list.catalogId());
        Put.list(node, "sections", list.sections(), OrderCodec::write);
    }

    static ProductList productList(Fields fields) {
        return new ProductList(fields.text(CATALOG_ID), fields.list("sections", OrderCodec::section));
    }

    static void write(ObjectNode node, ProductCarousel carousel) {
        node.put(CATALOG_ID, carousel.catalogId());
        Put.texts(node, "products", carousel.productRetailerIds());
    }

    static ProductCarousel productCarousel(Fields fields) {
        return new ProductCarousel(fields.text(CATALOG_ID), fields.texts("products"));
    }

    static void write(ObjectNode node, CatalogLink link) {
        Put.text(node, "thumbnail", link.thumbnail());
    }

    static CatalogLink catalog(Fields fields) {
        CatalogLink.Builder link = CatalogLink.builder();
        fields.ifText("thumbnail", link::thumbnail);
        return link.build();
    }

    static void write(ObjectNode node, OrderStatus status) {
        node.put("referenceId", status.referenceId()).put("state", Names.of(status.state()));
        Put.text(node, "description", status.description());
        Put.constant(node, "payment", status.payment());
        Put.time(node, "paidAt", status.paidAt());
    }

    static OrderStatus orderStatus(Fields fields) {
        OrderStatus.Builder status =
                OrderStatus.builder(fields.text("referenceId"), fields.constant("state", OrderState.class));
        fields.ifText("description", status::description);
        fields.ifConstant("payment", PaymentState.class, status::payment);
        fields.ifInstant("paidAt", status::paidAt);
        return status.build();
    }
}
