package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.commerce.Amount;
import dev.wakit.commerce.Charge;
import dev.wakit.commerce.OrderItem;
import dev.wakit.commerce.PaymentRequest;
import dev.wakit.commerce.PaymentSetting;
import dev.wakit.provider.http.Json;
import java.util.Locale;

/** Payable orders, as the parameters of {@code review_and_pay} and of a template's order button. */
final class Orders {

    private Orders() {}

    static void encode(PaymentRequest request, ObjectNode node) {
        node.put("reference_id", request.referenceId());
        node.put("type", word(request.goods()) + "-goods");
        Fields.put(node, "payment_type", request.paymentType());
        Fields.putEach(node, "payment_settings", request.settings(), Orders::setting);
        node.put("currency", request.currency());
        amount(node, "total_amount", request.total());
        order(node.putObject("order"), request);
    }

    private static void order(ObjectNode node, PaymentRequest request) {
        node.put("status", "pending");
        Fields.put(node, "catalog_id", request.catalogId());
        request.expiresAt().ifPresent(at -> {
            ObjectNode expiration = node.putObject("expiration").put("timestamp", String.valueOf(at.getEpochSecond()));
            Fields.put(expiration, "description", request.expiryNote());
        });
        Fields.putEach(node, "items", request.items(), Orders::item);
        amount(node, "subtotal", request.subtotal());
        // Meta wants the tax even when there is none.
        charge(node, "tax", request.tax().orElse(Charge.of(Amount.ZERO)));
        request.shipping().ifPresent(shipping -> charge(node, "shipping", shipping));
        request.discount().ifPresent(discount -> charge(node, "discount", discount));
    }

    private static void item(ObjectNode node, OrderItem item) {
        node.put("retailer_id", item.retailerId()).put("name", item.name());
        amount(node, "amount", item.amount());
        node.put("quantity", item.quantity());
        item.saleAmount().ifPresent(sale -> amount(node, "sale_amount", sale));
        Fields.put(node, "country_of_origin", item.countryOfOrigin());
        Fields.put(node, "importer_name", item.importerName());
        item.importerAddress()
                .ifPresent(text -> node.putObject("importer_address").put("address_line1", text));
    }

    private static ObjectNode amount(ObjectNode node, String name, Amount amount) {
        return node.putObject(name).put("value", amount.value()).put("offset", amount.offset());
    }

    private static void charge(ObjectNode node, String name, Charge charge) {
        ObjectNode child = amount(node, name, charge.amount());
        Fields.put(child, "description", charge.description());
        Fields.put(child, "discount_program_name", charge.discountProgram());
    }

    private static void setting(ObjectNode node, PaymentSetting setting) {
        if (setting instanceof PaymentSetting.PaymentLink link) {
            typed(node, "payment_link").put("uri", link.uri().toString());
        } else if (setting instanceof PaymentSetting.PixCode pix) {
            typed(node, "pix_dynamic_code")
                    .put("code", pix.code())
                    .put("merchant_name", pix.merchantName())
                    .put("key", pix.key())
                    .put("key_type", pix.keyType());
        } else if (setting instanceof PaymentSetting.Boleto boleto) {
            typed(node, "boleto").put("digitable_line", boleto.digitableLine());
        } else if (setting instanceof PaymentSetting.Gateway gateway) {
            ObjectNode child = typed(node, "payment_gateway")
                    .put("type", gateway.gateway())
                    .put("configuration_name", gateway.configurationName());
            if (!gateway.extras().isEmpty()) {
                child.set(gateway.gateway(), Json.tree(gateway.extras()));
            }
        }
    }

    private static ObjectNode typed(ObjectNode node, String type) {
        return node.put("type", type).putObject(type);
    }

    /** A state as Meta writes it: {@code partially-shipped}. */
    static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
