package dev.wakit.campaign.internal.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.template.ButtonParameter;

/** The values of a template's buttons. */
final class ButtonCodec {

    private static final String KIND = "kind";
    private static final String PAYLOAD = "payload";

    private ButtonCodec() {}

    static void write(ObjectNode node, ButtonParameter button) {
        if (button instanceof ButtonParameter.Payload payload) {
            node.put(KIND, PAYLOAD).put(PAYLOAD, payload.payload());
        } else if (button instanceof ButtonParameter.UrlSuffix url) {
            node.put(KIND, "url_suffix").put("suffix", url.suffix());
        } else if (button instanceof ButtonParameter.CouponCode coupon) {
            node.put(KIND, "coupon_code").put("code", coupon.code());
        } else if (button instanceof ButtonParameter.CatalogThumbnail thumbnail) {
            node.put(KIND, "catalog_thumbnail").put("product", thumbnail.productRetailerId());
        } else if (button instanceof ButtonParameter.Products products) {
            node.put(KIND, "products").put("thumbnail", products.thumbnail());
            Put.list(node, "sections", products.sections(), OrderCodec::write);
        } else if (button instanceof ButtonParameter.Flow flow) {
            node.put(KIND, "flow").put("token", flow.token());
            OpenValues.write(node, "data", flow.data());
        } else if (button instanceof ButtonParameter.Order order) {
            OrderCodec.write(node.put(KIND, "order").putObject("request"), order.request());
        } else if (button instanceof ButtonParameter.VoiceCall call) {
            node.put(KIND, "voice_call").put("ttl", call.ttl().toString());
            Put.text(node, PAYLOAD, call.payload());
        } else {
            throw new IllegalStateException(button.getClass().getSimpleName() + " has no stored form");
        }
    }

    static ButtonParameter read(Fields fields) {
        String kind = fields.text(KIND);
        return switch (kind) {
            case PAYLOAD -> ButtonParameter.payload(fields.text(PAYLOAD));
            case "url_suffix" -> ButtonParameter.urlSuffix(fields.text("suffix"));
            case "coupon_code" -> ButtonParameter.couponCode(fields.text("code"));
            case "catalog_thumbnail" -> ButtonParameter.catalogThumbnail(fields.text("product"));
            case "products" ->
                new ButtonParameter.Products(fields.text("thumbnail"), fields.list("sections", OrderCodec::section));
            case "flow" -> ButtonParameter.flow(fields.text("token"), fields.values("data"));
            case "order" -> ButtonParameter.order(OrderCodec.request(fields.object("request")));
            case "voice_call" ->
                fields.optionalText(PAYLOAD)
                        .map(payload -> ButtonParameter.voiceCall(fields.duration("ttl"), payload))
                        .orElseGet(() -> ButtonParameter.voiceCall(fields.duration("ttl")));
            default -> throw fields.unknown(KIND, kind);
        };
    }
}
