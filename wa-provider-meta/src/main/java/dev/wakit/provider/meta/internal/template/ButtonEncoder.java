package dev.wakit.provider.meta.internal.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.provider.http.Json;
import dev.wakit.template.definition.ButtonDefinition;
import dev.wakit.template.definition.FlowButton;
import dev.wakit.template.definition.OtpKind;
import java.util.Locale;

/** Writes the buttons of definitions, see meta-cloud-api 4.3. */
final class ButtonEncoder {

    private ButtonEncoder() {}

    static ObjectNode encode(ButtonDefinition button) {
        ObjectNode node = Json.object().put("type", type(button));
        if (!button.text().isEmpty()) {
            node.put("text", button.text());
        }
        if (button instanceof ButtonDefinition.Url url) {
            node.put("url", url.url());
            if (!url.example().isEmpty()) {
                node.putArray("example").add(url.exampleAddress());
            }
        } else if (button instanceof ButtonDefinition.PhoneNumber phone) {
            node.put("phone_number", phone.number());
        } else if (button instanceof ButtonDefinition.CopyCode copy) {
            node.put("example", copy.example());
        } else if (button instanceof ButtonDefinition.Otp otp) {
            password(node, otp);
        } else if (button instanceof FlowButton flow) {
            flow(node, flow);
        }
        return node;
    }

    private static void password(ObjectNode node, ButtonDefinition.Otp otp) {
        node.put("otp_type", otp.kind().name());
        if (!otp.autofillText().isEmpty()) {
            node.put("autofill_text", otp.autofillText());
        }
        if (otp.kind() == OtpKind.ZERO_TAP) {
            node.put("zero_tap_terms_accepted", otp.zeroTapTermsAccepted());
        }
        if (!otp.apps().isEmpty()) {
            ArrayNode apps = node.putArray("supported_apps");
            otp.apps()
                    .forEach(app -> apps.addObject()
                            .put("package_name", app.packageName())
                            .put("signature_hash", app.signatureHash()));
        }
    }

    private static void flow(ObjectNode node, FlowButton flow) {
        node.put("flow_" + flow.source().name().toLowerCase(Locale.ROOT), flow.flow());
        flow.action().ifPresent(action -> node.put("flow_action", action.name().toLowerCase(Locale.ROOT)));
        flow.screen().ifPresent(screen -> node.put("navigate_screen", screen));
        flow.icon().ifPresent(icon -> node.put("icon", icon.name()));
    }

    private static String type(ButtonDefinition button) {
        if (button instanceof ButtonDefinition.QuickReply) {
            return "QUICK_REPLY";
        } else if (button instanceof ButtonDefinition.Url) {
            return "URL";
        } else if (button instanceof ButtonDefinition.PhoneNumber) {
            return "PHONE_NUMBER";
        } else if (button instanceof ButtonDefinition.CopyCode) {
            return "COPY_CODE";
        } else if (button instanceof ButtonDefinition.Otp) {
            return "OTP";
        } else if (button instanceof FlowButton) {
            return "FLOW";
        } else if (button instanceof ButtonDefinition.Catalog) {
            return "CATALOG";
        } else if (button instanceof ButtonDefinition.MultiProduct) {
            return "MPM";
        } else if (button instanceof ButtonDefinition.SingleProduct) {
            return "SPM";
        } else if (button instanceof ButtonDefinition.OrderDetails) {
            return "ORDER_DETAILS";
        } else if (button instanceof ButtonDefinition.VoiceCall) {
            return "VOICE_CALL";
        }
        return "REQUEST_CONTACT_INFO";
    }
}
