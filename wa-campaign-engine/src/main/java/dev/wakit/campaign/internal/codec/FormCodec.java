package dev.wakit.campaign.internal.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.address.Region;
import dev.wakit.message.interactive.AddressRequest;
import dev.wakit.message.interactive.FlowAction;
import dev.wakit.message.interactive.SavedAddress;
import dev.wakit.message.interactive.VoiceCall;

/** Flows, address forms and call buttons. */
final class FormCodec {

    private static final String VALUES = "values";

    private FormCodec() {}

    static void write(ObjectNode node, FlowAction flow) {
        node.put("flow", flow.flow()).put("callToAction", flow.callToAction());
        Put.flag(node, "byName", flow.byName());
        node.put("token", flow.token());
        Put.flag(node, "draft", flow.draft());
        Put.flag(node, "dataExchange", flow.dataExchange());
        Put.text(node, "screen", flow.screen());
        OpenValues.write(node, "data", flow.data());
    }

    static FlowAction flow(Fields fields) {
        FlowAction.Builder flow = FlowAction.builder(fields.text("flow"), fields.text("callToAction"))
                .byName(fields.flag("byName"))
                .token(fields.text("token"))
                .draft(fields.flag("draft"))
                .dataExchange(fields.flag("dataExchange"))
                .data(fields.values("data"));
        fields.ifText("screen", flow::screen);
        return flow.build();
    }

    static void write(ObjectNode node, AddressRequest request) {
        node.put("country", request.country().code());
        Put.textMap(node, VALUES, request.values());
        Put.list(node, "savedAddresses", request.savedAddresses(), FormCodec::write);
        Put.textMap(node, "validationErrors", request.validationErrors());
    }

    static AddressRequest address(Fields fields) {
        return AddressRequest.builder(Region.of(fields.text("country")))
                .values(fields.textMap(VALUES))
                .savedAddresses(fields.list("savedAddresses", FormCodec::saved))
                .validationErrors(fields.textMap("validationErrors"))
                .build();
    }

    private static void write(ObjectNode node, SavedAddress saved) {
        node.put("id", saved.id());
        Put.textMap(node, VALUES, saved.values());
    }

    private static SavedAddress saved(Fields fields) {
        return new SavedAddress(fields.text("id"), fields.textMap(VALUES));
    }

    static void write(ObjectNode node, VoiceCall call) {
        node.put("text", call.displayText()).put("ttl", call.ttl().toString());
        Put.text(node, "payload", call.payload());
    }

    static VoiceCall voiceCall(Fields fields) {
        VoiceCall.Builder call = VoiceCall.builder(fields.text("text")).ttl(fields.duration("ttl"));
        fields.ifText("payload", call::payload);
        return call.build();
    }
}
