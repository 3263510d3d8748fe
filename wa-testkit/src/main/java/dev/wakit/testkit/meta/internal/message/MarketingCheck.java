package dev.wakit.testkit.meta.internal.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import java.util.List;

/** Checks what only the Marketing Messages API takes, and that nothing else is sent there. */
final class MarketingCheck {

    private static final List<String> OPTIONS = List.of("product_policy", "message_activity_sharing", "bid_spec");
    private static final List<String> POLICIES = List.of("CLOUD_API_FALLBACK", "STRICT");

    private MarketingCheck() {}

    /** Refuses a request to the ordinary edge that carries options of the other one. */
    static void ordinary(JsonNode body) {
        OPTIONS.stream().filter(body::has).findFirst().ifPresent(option -> {
            throw new Refusal(GraphErrors.invalidParameter("Unexpected key \"" + option + "\" on param \"message\"."));
        });
    }

    /** Refuses a request to the marketing edge that is no marketing template, or has an option of another form. */
    static void marketing(MessageRequest request, JsonNode body) {
        if (!request.isTemplate()) {
            throw new Refusal(GraphErrors.invalidParameter(
                    "Param type must be one of {TEMPLATE} - got \"" + request.kind() + "\"."));
        }
        if (!request.category().equals("marketing")) {
            throw new Refusal(GraphErrors.notMarketing());
        }
        JsonNode policy = body.path("product_policy");
        if (!policy.isMissingNode() && !POLICIES.contains(policy.asText())) {
            throw new Refusal(GraphErrors.invalid("product_policy", "one of " + POLICIES + " is allowed"));
        }
        JsonNode sharing = body.path("message_activity_sharing");
        if (!sharing.isMissingNode() && !sharing.isBoolean()) {
            throw new Refusal(GraphErrors.invalid("message_activity_sharing", "not a boolean"));
        }
        if (body.has("bid_spec")) {
            bid(request, body.path("bid_spec").path("per_message_bid_multiplier"));
        }
    }

    private static void bid(MessageRequest request, JsonNode multiplier) {
        if (!multiplier.isNumber() || multiplier.decimalValue().signum() <= 0) {
            throw new Refusal(GraphErrors.invalid("bid_spec.per_message_bid_multiplier", "not a number above 0"));
        }
        if (request.isUserId()) {
            throw new Refusal(GraphErrors.userIdNotSupported());
        }
    }
}
