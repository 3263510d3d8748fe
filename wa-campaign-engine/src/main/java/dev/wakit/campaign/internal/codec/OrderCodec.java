package dev.wakit.campaign.internal.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.commerce.Amount;
import dev.wakit.commerce.Charge;
import dev.wakit.commerce.GoodsKind;
import dev.wakit.commerce.OrderItem;
import dev.wakit.commerce.PaymentRequest;
import dev.wakit.commerce.PaymentRequestBuilder;
import dev.wakit.commerce.PaymentSetting;
import dev.wakit.commerce.ProductSection;
import java.net.URI;

/** Orders to pay, and lists of products. */
final class OrderCodec {

    private static final String KIND = "kind";

    private OrderCodec() {}

    static void write(ObjectNode node, PaymentRequest request) {
        node.put("referenceId", request.referenceId())
                .put("goods", Names.of(request.goods()))
                .put("currency", request.currency());
        Put.list(node, "items", request.items(), OrderCodec::write);
        Put.list(node, "settings", request.settings(), OrderCodec::write);
        Put.text(node, "paymentType", request.paymentType());
        Put.text(node, "catalogId", request.catalogId());
        Put.object(node, "tax", request.tax(), OrderCodec::write);
        Put.object(node, "shipping", request.shipping(), OrderCodec::write);
        Put.object(node, "discount", request.discount(), OrderCodec::write);
        Put.time(node, "expiresAt", request.expiresAt());
        Put.text(node, "expiryNote", request.expiryNote());
    }

    static PaymentRequest request(Fields fields) {
        PaymentRequestBuilder request = PaymentRequest.builder(
                        fields.text("referenceId"), fields.constant("goods", GoodsKind.class), fields.text("currency"))
                .items(fields.list("items", OrderCodec::item))
                .settings(fields.list("settings", OrderCodec::setting));
        fields.ifText("paymentType", request::paymentType);
        fields.ifText("catalogId", request::catalogId);
        fields.ifObject("tax", charge -> request.tax(charge(charge)));
        fields.ifObject("shipping", charge -> request.shipping(charge(charge)));
        fields.ifObject("discount", charge -> request.discount(charge(charge)));
        fields.ifInstant("expiresAt", request::expiresAt);
        fields.ifText("expiryNote", request::expiryNote);
        return request.build();
    }

    private static void write(ObjectNode node, OrderItem item) {
        node.put("retailerId", item.retailerId()).put("name", item.name());
        write(node.putObject("amount"), item.amount());
        node.put("quantity", item.quantity());
        Put.object(node, "saleAmount", item.saleAmount(), OrderCodec::write);
        Put.text(node, "countryOfOrigin", item.countryOfOrigin());
        Put.text(node, "importerName", item.importerName());
        Put.text(node, "importerAddress", item.importerAddress());
    }

    private static OrderItem item(Fields fields) {
        OrderItem.Builder item = OrderItem.builder(
                fields.text("retailerId"),
                fields.text("name"),
                amount(fields.object("amount")),
                fields.integer("quantity"));
        fields.ifObject("saleAmount", amount -> item.saleAmount(amount(amount)));
        fields.ifText("countryOfOrigin", item::countryOfOrigin);
        fields.ifText("importerName", item::importerName);
        fields.ifText("importerAddress", item::importerAddress);
        return item.build();
    }

    private static void write(ObjectNode node, Amount amount) {
        node.put("value", amount.value()).put("offset", amount.offset());
    }

    private static Amount amount(Fields fields) {
        return new Amount(fields.number("value"), fields.integer("offset"));
    }

    private static void write(ObjectNode node, Charge charge) {
        write(node.putObject("amount"), charge.amount());
        Put.text(node, "description", charge.description());
        Put.text(node, "discountProgram", charge.discountProgram());
    }

    private static Charge charge(Fields fields) {
        Charge.Builder charge = Charge.builder(amount(fields.object("amount")));
        fields.ifText("description", charge::description);
        fields.ifText("discountProgram", charge::discountProgram);
        return charge.build();
    }

    private static void write(ObjectNode node, PaymentSetting setting) {
        if (setting instanceof PaymentSetting.PaymentLink link) {
            node.put(KIND, "payment_link").put("uri", link.uri().toString());
        } else if (setting instanceof PaymentSetting.PixCode pix) {
            node.put(KIND, "pix")
                    .put("code", pix.code())
                    .put("merchantName", pix.merchantName())
                    .put("key", pix.key())
                    .put("keyType", pix.keyType());
        } else if (setting instanceof PaymentSetting.Boleto boleto) {
            node.put(KIND, "boleto").put("digitableLine", boleto.digitableLine());
        } else if (setting instanceof PaymentSetting.Gateway gateway) {
            node.put(KIND, "gateway")
                    .put("gateway", gateway.gateway())
                    .put("configurationName", gateway.configurationName());
            Put.textMap(node, "extras", gateway.extras());
        } else {
            throw new IllegalStateException(setting.getClass().getSimpleName() + " has no stored form");
        }
    }

    private static PaymentSetting setting(Fields fields) {
        String kind = fields.text(KIND);
        return switch (kind) {
            case "payment_link" -> new PaymentSetting.PaymentLink(URI.create(fields.text("uri")));
            case "pix" ->
                new PaymentSetting.PixCode(
                        fields.text("code"), fields.text("merchantName"), fields.text("key"), fields.text("keyType"));
            case "boleto" -> new PaymentSetting.Boleto(fields.text("digitableLine"));
            case "gateway" ->
                new PaymentSetting.Gateway(
                        fields.text("gateway"), fields.text("configurationName"), fields.textMap("extras"));
            default -> throw fields.unknown(KIND, kind);
        };
    }

    static void write(ObjectNode node, ProductSection section) {
        node.put("title", section.title());
        Put.texts(node, "products", section.productRetailerIds());
    }

    static ProductSection section(Fields fields) {
        return new ProductSection(fields.text("title"), fields.texts("products"));
    }
}
