package dev.wakit.testkit.dialog360.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.dialog360.Dialog360Refusal;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Call;
import dev.wakit.testkit.simulator.internal.http.Endpoint;
import dev.wakit.testkit.simulator.internal.http.PendingReply;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the key and takes each path to where the Cloud API has it. Thread-safe. */
final class Door implements Endpoint {

    private static final String META_MEDIA = "https://lookaside.fbsbx.com";
    private static final Set<String> EDGES = Set.of("messages", "marketing_messages", "media");
    private static final List<String> TEMPLATES = List.of("v1", "configs", "templates");
    private static final List<String> WEBHOOK = List.of("v1", "configs", "webhook");
    private static final List<String> DOWNLOAD = List.of("whatsapp_business", "attachments");

    private final Behind behind;
    private final MetaSimulator simulator;
    private final Dialog360Front front;
    private final Dialog360Replies replies = new Dialog360Replies();
    private final TemplateRoutes templates;

    Door(Behind behind, MetaSimulator simulator, Dialog360Front front) {
        this.behind = behind;
        this.simulator = simulator;
        this.front = front;
        this.templates = new TemplateRoutes(behind, replies);
    }

    @Override
    public PendingReply answer(Call call) {
        List<String> path = call.path();
        boolean sends = call.method().equals("POST") && EDGES.contains(call.segment(0));
        if (!call.header("D360-API-KEY").equals(front.apiKey())) {
            return refused(call, sends, Dialog360Refusal.INVALID_KEY);
        }
        Optional<Dialog360Refusal> scripted = front.nextRefusal();
        if (scripted.isPresent()) {
            return refused(call, sends, scripted.get());
        }
        if (sends && path.size() == 1) {
            return behind.edge(call, call.segment(0));
        }
        if (path.size() >= TEMPLATES.size() && path.subList(0, TEMPLATES.size()).equals(TEMPLATES)) {
            return templates.answer(call);
        }
        if (path.equals(WEBHOOK)) {
            return PendingReply.now(webhook(call));
        }
        if (path.equals(DOWNLOAD)) {
            return behind.same(call);
        }
        if (path.size() == 1 && call.segment(0).matches("[0-9]+")) {
            PendingReply medium = behind.node(call, call.segment(0));
            return new PendingReply(atMetas(medium.reply()), medium.delay(), medium.ready());
        }
        return PendingReply.now(replies.of(404, "There is no such endpoint"));
    }

    private PendingReply refused(Call call, boolean sends, Dialog360Refusal refusal) {
        if (sends) {
            behind.refused(call, call.segment(0));
        }
        return PendingReply.now(replies.of(refusal.status(), refusal.text()));
    }

    private Reply webhook(Call call) {
        if (call.method().equals("POST")) {
            JsonNode body = Json.parse(call.body());
            var headers = new LinkedHashMap<String, String>();
            body.path("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asText()));
            String url = body.path("url").asText();
            if (!url.startsWith("http://") && !url.startsWith("https://")) {
                return replies.of(400, "url is not an address");
            }
            front.webhook(url, headers);
            simulator.webhooksTo(URI.create(url));
        }
        ObjectNode set = Json.object().put("url", front.webhookUrl());
        ObjectNode headers = set.putObject("headers");
        front.webhookHeaders().forEach(headers::put);
        return Reply.json(set);
    }

    /** Media is described with Meta's own address, which a client cannot read. */
    private Reply atMetas(Reply reply) {
        if (reply instanceof Reply.Complete complete && complete.status() == 200) {
            JsonNode body = Json.parse(complete.body());
            if (body instanceof ObjectNode medium && medium.has("url")) {
                URI url = URI.create(medium.path("url").asText());
                return Reply.json(
                        medium.deepCopy().put("url", META_MEDIA + url.getRawPath() + "?" + url.getRawQuery()));
            }
        }
        return reply;
    }
}
