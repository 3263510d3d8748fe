package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.provider.http.Json;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.ButtonParameter.CatalogThumbnail;
import dev.wakit.template.ButtonParameter.CouponCode;
import dev.wakit.template.ButtonParameter.Flow;
import dev.wakit.template.ButtonParameter.Order;
import dev.wakit.template.ButtonParameter.Payload;
import dev.wakit.template.ButtonParameter.Products;
import dev.wakit.template.ButtonParameter.UrlSuffix;
import dev.wakit.template.ButtonParameter.VoiceCall;

/** One component for each template button that has a value. */
final class ButtonComponents {

    private ButtonComponents() {}

    static void encode(ObjectNode node, int index, ButtonParameter button) {
        if (button instanceof Payload reply) {
            payload(button(node, "quick_reply", index), reply.payload());
        } else if (button instanceof UrlSuffix url) {
            button(node, "url", index).addObject().put("type", "text").put("text", url.suffix());
        } else if (button instanceof CouponCode coupon) {
            button(node, "copy_code", index)
                    .addObject()
                    .put("type", "coupon_code")
                    .put("coupon_code", coupon.code());
        } else if (button instanceof VoiceCall call) {
            ArrayNode parameters = button(node, "voice_call", index);
            parameters
                    .addObject()
                    .put("type", "ttl_minutes")
                    .put("ttl_minutes", call.ttl().toMinutes());
            call.payload().ifPresent(text -> payload(parameters, text));
        } else {
            withAction(node, index, button);
        }
    }

    private static void withAction(ObjectNode node, int index, ButtonParameter button) {
        if (button instanceof CatalogThumbnail thumbnail) {
            action(node, "catalog", index).put("thumbnail_product_retailer_id", thumbnail.productRetailerId());
        } else if (button instanceof Products products) {
            ObjectNode action = action(node, "mpm", index);
            action.put("thumbnail_product_retailer_id", products.thumbnail());
            ShopActions.sections(action, products.sections());
        } else if (button instanceof Flow flow) {
            ObjectNode action = action(node, "flow", index).put("flow_token", flow.token());
            if (!flow.data().isEmpty()) {
                action.set("flow_action_data", Json.tree(flow.data()));
            }
        } else if (button instanceof Order order) {
            Orders.encode(order.request(), action(node, "order_details", index).putObject("order_details"));
        }
    }

    private static ArrayNode button(ObjectNode node, String subType, int index) {
        return node.put("type", "button")
                .put("sub_type", subType)
                .put("index", String.valueOf(index))
                .putArray("parameters");
    }

    private static ObjectNode action(ObjectNode node, String subType, int index) {
        return button(node, subType, index).addObject().put("type", "action").putObject("action");
    }

    private static void payload(ArrayNode parameters, String text) {
        parameters.addObject().put("type", "payload").put("payload", text);
    }
}
