package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.commerce.ProductSection;
import dev.wakit.message.interactive.CatalogLink;
import dev.wakit.message.interactive.OrderDetails;
import dev.wakit.message.interactive.OrderStatus;
import dev.wakit.message.interactive.ProductCarousel;
import dev.wakit.message.interactive.ProductList;
import dev.wakit.message.interactive.SingleProduct;
import java.util.List;

/** Actions around products and orders. */
final class ShopActions {

    private ShopActions() {}

    static void singleProduct(SingleProduct action, ObjectNode node) {
        node.put("catalog_id", action.catalogId()).put("product_retailer_id", action.productRetailerId());
    }

    static void productList(ProductList action, ObjectNode node) {
        node.put("catalog_id", action.catalogId());
        sections(node, action.sections());
    }

    /** Sections of products, also used by template buttons. */
    static void sections(ObjectNode node, List<ProductSection> sections) {
        Fields.putEach(node, "sections", sections, (child, section) -> {
            child.put("title", section.title());
            Fields.putEach(
                    child,
                    "product_items",
                    section.productRetailerIds(),
                    (item, id) -> item.put("product_retailer_id", id));
        });
    }

    static void productCarousel(ProductCarousel action, ObjectNode node) {
        ArrayNode cards = node.putArray("cards");
        for (String id : action.productRetailerIds()) {
            cards.addObject()
                    .put("card_index", cards.size() - 1)
                    .put("type", "product")
                    .putObject("action")
                    .put("product_retailer_id", id)
                    .put("catalog_id", action.catalogId());
        }
    }

    static void catalogLink(CatalogLink action, ObjectNode node) {
        node.put("name", "catalog_message");
        action.thumbnail().ifPresent(id -> node.putObject("parameters").put("thumbnail_product_retailer_id", id));
    }

    static void orderDetails(OrderDetails action, ObjectNode node) {
        Orders.encode(action.request(), node.put("name", "review_and_pay").putObject("parameters"));
    }

    static void orderStatus(OrderStatus action, ObjectNode node) {
        ObjectNode parameters = node.put("name", "review_order").putObject("parameters");
        parameters.put("reference_id", action.referenceId());
        ObjectNode order = parameters.putObject("order").put("status", Orders.word(action.state()));
        Fields.put(order, "description", action.description());
        action.payment().ifPresent(payment -> {
            ObjectNode paid = parameters.putObject("payment").put("status", Orders.word(payment));
            action.paidAt().ifPresent(at -> paid.put("timestamp", at.getEpochSecond()));
        });
    }
}
