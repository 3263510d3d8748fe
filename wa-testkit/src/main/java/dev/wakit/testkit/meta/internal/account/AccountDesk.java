package dev.wakit.testkit.meta.internal.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.Identity;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What Meta tells about the token, the business account and the portfolio. Thread-safe. */
final class AccountDesk implements Desk {

    private final Identity identity;

    AccountDesk(Identity identity) {
        this.identity = identity;
    }

    @Override
    public Optional<Reply> answer(AccountCall call) {
        if (!call.method().equals("GET")) {
            return Optional.empty();
        }
        if (call.id().equals("debug_token")) {
            return Answers.of(token(call.query().getOrDefault("input_token", "")));
        }
        if (call.is("GET", "") && call.id().equals(identity.wabaId())) {
            return Answers.of(account().retain(fields(call)));
        }
        if (call.is("GET", "") && call.id().equals(Accounts.PORTFOLIO_ID)) {
            return Answers.of(portfolio().retain(fields(call)));
        }
        return Optional.empty();
    }

    private ObjectNode token(String asked) {
        ObjectNode answer = Json.object();
        ObjectNode data = answer.putObject("data");
        if (!asked.equals(identity.accessToken())) {
            data.putObject("error").put("code", 190).put("message", "Invalid OAuth access token.");
            data.put("is_valid", false).putArray("scopes");
            return answer;
        }
        data.put("app_id", Accounts.APP_ID).put("type", "SYSTEM_USER").put("application", "WaKit Simulator");
        data.put("data_access_expires_at", 0).put("expires_at", 0).put("is_valid", true);
        data.putArray("scopes").add("whatsapp_business_management").add("whatsapp_business_messaging");
        return answer;
    }

    private ObjectNode account() {
        ObjectNode node = Json.object().put("id", identity.wabaId()).put("name", identity.verifiedName());
        node.put("currency", "USD").put("timezone_id", "1").put("country", "US");
        node.put("account_review_status", "APPROVED").put("business_verification_status", "verified");
        node.put("ownership_type", "SELF").put("message_template_namespace", "ba30dd89_2ebd_41e4_b805_f2c05ae04cc9");
        node.put("primary_business_location", "US").put("is_enabled_for_insights", true);
        node.put("marketing_messages_onboarding_status", "ELIGIBLE");
        node.put("disable_marketing_messages_on_cloud_api", false);
        node.put("whatsapp_business_manager_messaging_limit", "TIER_UNLIMITED");
        ObjectNode health = node.putObject("health_status").put("can_send_message", "AVAILABLE");
        health.putArray("entities")
                .addObject()
                .put("entity_type", "WABA")
                .put("id", identity.wabaId())
                .put("can_send_message", "AVAILABLE");
        return node;
    }

    private ObjectNode portfolio() {
        return Json.object()
                .put("id", Accounts.PORTFOLIO_ID)
                .put("name", identity.verifiedName())
                .put("whatsapp_business_manager_messaging_limit", "TIER_UNLIMITED");
    }

    private static Set<String> fields(AccountCall call) {
        Set<String> fields = new HashSet<>(Set.of("id"));
        fields.addAll(Arrays.asList(call.query()
                .getOrDefault("fields", "id,name,timezone_id,message_template_namespace")
                .split(",")));
        return fields;
    }
}
