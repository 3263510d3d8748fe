package dev.wakit.testkit.twilio.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.twilio.internal.error.ChannelFailure;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The resource of a message. Immutable. */
final class MessageJson {

    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final String accountSid;

    MessageJson(String accountSid) {
        this.accountSid = accountSid;
    }

    ObjectNode of(StoredMessage message) {
        MessageOrder order = message.order();
        StoredMessage.View view = message.view();
        String uri = "/2010-04-01/Accounts/" + accountSid + "/Messages/" + message.sid();
        ObjectNode node = Json.object();
        node.put("sid", message.sid()).put("account_sid", accountSid).put("api_version", "2010-04-01");
        node.put("body", view.body()).put("status", view.status());
        node.put("direction", message.isInbound() ? "inbound" : "outbound-api");
        node.put("from", message.from()).put("to", message.to());
        node.put("messaging_service_sid", order.hasService() ? order.serviceSid() : null);
        node.put("num_media", Integer.toString(order.media().size()));
        node.put("num_segments", message.from() == null ? "0" : "1");
        node.put("price", (String) null).put("price_unit", (String) null);
        failure(node, view.failure());
        node.put("date_created", date(message.created()));
        node.put("date_updated", date(view.updated()));
        node.put("date_sent", view.sent() == null ? null : date(view.sent()));
        node.put("uri", uri + ".json");
        node.putObject("subresource_uris").put("media", uri + "/Media.json");
        return node;
    }

    /** The resource of what the business says about the arrival of a message. */
    ObjectNode feedback(StoredMessage message, String outcome, Instant now) {
        String uri = "/2010-04-01/Accounts/" + accountSid + "/Messages/" + message.sid() + "/Feedback.json";
        return Json.object()
                .put("account_sid", accountSid)
                .put("message_sid", message.sid())
                .put("outcome", outcome)
                .put("date_created", date(now))
                .put("date_updated", date(now))
                .put("uri", uri);
    }

    private static void failure(ObjectNode node, @Nullable ChannelFailure failure) {
        if (failure == null) {
            node.putNull("error_code").putNull("error_message");
        } else {
            node.put("error_code", failure.code()).put("error_message", failure.channelMessage());
        }
    }

    private static String date(Instant time) {
        return RFC_2822.format(time);
    }
}
