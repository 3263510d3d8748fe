package dev.wakit.testkit.meta.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.util.Optional;

/** Answers that several desks give, and checks that several make. */
final class Answers {

    private Answers() {}

    static Optional<Reply> success() {
        return of(Json.object().put("success", true));
    }

    static Optional<Reply> of(JsonNode body) {
        return Optional.of(Reply.json(body));
    }

    static void requireProduct(AccountCall call) {
        if (!call.text("messaging_product").equals("whatsapp")) {
            throw new Refusal(GraphErrors.required("messaging_product"));
        }
    }

    static String required(AccountCall call, String field) {
        String text = call.text(field);
        if (text.isEmpty()) {
            throw new Refusal(GraphErrors.required(field));
        }
        return text;
    }
}
