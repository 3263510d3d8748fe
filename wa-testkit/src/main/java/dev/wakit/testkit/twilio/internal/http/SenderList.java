package dev.wakit.testkit.twilio.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Call;
import dev.wakit.testkit.simulator.internal.http.Reply;
import dev.wakit.testkit.twilio.internal.Senders;
import dev.wakit.testkit.twilio.internal.error.TwilioErrors;
import dev.wakit.testkit.twilio.internal.error.TwilioRefusal;
import dev.wakit.testkit.twilio.internal.message.Inbound;
import dev.wakit.testkit.twilio.internal.page.Page;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The senders of the account with their status, quality and limit. Thread-safe. */
public final class SenderList {

    private final Senders senders;
    private final String baseUrl;
    private final Map<String, String> statuses = new ConcurrentHashMap<>();
    private volatile String quality = "HIGH";
    private volatile String limit = "10K Customers/24hr";

    public SenderList(Senders senders, String baseUrl) {
        this.senders = senders;
        this.baseUrl = baseUrl;
    }

    public void status(String sender, String status) {
        statuses.put(sender, status);
    }

    public void quality(String rating) {
        quality = rating;
    }

    public void limit(String text) {
        limit = text;
    }

    Reply answer(Call call) {
        if (!call.parameters().get("Channel").equals("whatsapp")) {
            throw new TwilioRefusal(TwilioErrors.parameter("Channel: whatsapp is required"));
        }
        Page<String> page = Page.of(senders.own(), sender -> sender, "/v2/Channels/Senders", call.parameters());
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("senders");
        page.elements().forEach(sender -> list.add(shown(sender)));
        body.set("meta", page.meta(baseUrl, "senders"));
        return Reply.json(body);
    }

    private ObjectNode shown(String sender) {
        String sid = Inbound.installSid(sender);
        ObjectNode node = Json.object().put("sid", sid).put("sender_id", sender);
        node.put("status", statuses.getOrDefault(sender, "ONLINE"));
        node.putObject("configuration").put("waba_id", "102290129340398");
        node.putObject("webhook").put("callback_method", "POST").put("status_callback_method", "POST");
        node.putObject("properties").put("quality_rating", quality).put("messaging_limit", limit);
        node.putNull("offline_reasons");
        return node.put("url", baseUrl + "/v2/Channels/Senders/" + sid);
    }
}
