package dev.wakit.testkit.dialog360.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Call;
import dev.wakit.testkit.simulator.internal.http.PendingReply;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.util.Locale;
import java.util.Map;

/** {@code /v1/configs/templates}: Meta's templates, by offset, with statuses in lower case. Thread-safe. */
final class TemplateRoutes {

    private static final String FIELDS =
            "id,name,language,status,category,components,parameter_format,quality_score,rejected_reason,"
                    + "message_send_ttl_seconds";
    private static final int ALL = 1_000_000;
    private static final int USUAL_LIMIT = 1000;
    private static final String NAMESPACE = "0a1b2c3d_4e5f_6789_abcd_ef0123456789";

    private final Behind behind;
    private final Dialog360Replies replies;

    TemplateRoutes(Behind behind, Dialog360Replies replies) {
        this.behind = behind;
        this.replies = replies;
    }

    PendingReply answer(Call call) {
        boolean named = call.path().size() == 4;
        if (call.method().equals("GET") && !named) {
            return PendingReply.now(list(call));
        }
        if (call.method().equals("POST") && !named) {
            return PendingReply.now(create(call));
        }
        if (call.method().equals("DELETE") && named) {
            return PendingReply.now(delete(call, call.segment(3)));
        }
        return PendingReply.now(replies.of(405, "Method not allowed"));
    }

    private Reply list(Call call) {
        Reply all = templates(call);
        if (!(all instanceof Reply.Complete complete) || complete.status() != 200) {
            return all;
        }
        JsonNode data = Json.parse(complete.body()).path("data");
        int offset = number(call, "offset", 0);
        int limit = number(call, "limit", USUAL_LIMIT);
        ObjectNode page = Json.object();
        ArrayNode templates = page.putArray("waba_templates");
        for (int i = offset; i < Math.min(data.size(), offset + limit); i++) {
            templates.add(described(data.get(i)));
        }
        page.put("count", templates.size()).put("limit", limit).put("offset", offset);
        page.putObject("filters");
        page.putArray("sort");
        return Reply.json(page.put("total", data.size()));
    }

    private Reply templates(Call call) {
        return behind.ask("GET", Map.of("limit", "" + ALL, "fields", FIELDS), call);
    }

    private static ObjectNode described(JsonNode template) {
        ObjectNode node = template.deepCopy();
        node.put("namespace", NAMESPACE);
        return node.put("status", node.path("status").asText().toLowerCase(Locale.ROOT));
    }

    private Reply create(Call call) {
        Reply created = behind.ask("POST", Map.of(), call);
        if (!(created instanceof Reply.Complete complete) || complete.status() != 200) {
            return created;
        }
        ObjectNode template = Json.parse(call.body()).deepCopy();
        template.put("id", Json.parse(complete.body()).path("id").asText());
        template.put("namespace", NAMESPACE);
        return Reply.json(201, template.put("status", "submitted"));
    }

    private Reply delete(Call call, String name) {
        Reply deleted = behind.ask("DELETE", Map.of("name", name), call);
        boolean done = deleted instanceof Reply.Complete complete && complete.status() == 200;
        return done ? replies.of(200, "deleted") : deleted;
    }

    private static int number(Call call, String name, int usual) {
        try {
            return Math.max(0, Integer.parseInt(call.query().getOrDefault(name, "" + usual)));
        } catch (NumberFormatException e) {
            return usual;
        }
    }
}
