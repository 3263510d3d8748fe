package dev.wakit.testkit.meta.internal.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.Identity;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.meta.internal.webhook.WebhookOutbox;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.util.Optional;

/** The app's subscription to webhooks; it is subscribed at the start. Thread-safe. */
final class SubscriptionDesk implements Desk {

    private static final String EDGE = "subscribed_apps";

    private final Identity identity;
    private final WebhookOutbox outbox;
    private volatile Optional<Subscription> subscription = Optional.of(new Subscription(""));

    SubscriptionDesk(Identity identity, WebhookOutbox outbox) {
        this.identity = identity;
        this.outbox = outbox;
    }

    private record Subscription(String overrideUrl) {}

    @Override
    public Optional<Reply> answer(AccountCall call) {
        if (call.is("POST", "") && call.body().path("webhook_configuration").isObject()) {
            return Answers.success();
        }
        if (!call.isOf(EDGE) || !call.id().equals(identity.wabaId())) {
            return Optional.empty();
        }
        return switch (call.method()) {
            case "GET" -> Answers.of(list());
            case "POST" -> subscribe(call);
            case "DELETE" -> change(Optional.empty());
            default -> Optional.empty();
        };
    }

    private ObjectNode list() {
        ObjectNode answer = Json.object();
        ArrayNode data = answer.putArray("data");
        subscription.ifPresent(it -> {
            ObjectNode app = data.addObject();
            app.putObject("whatsapp_business_api_data")
                    .put("id", Accounts.APP_ID)
                    .put("name", "WaKit Simulator")
                    .put("link", "https://www.facebook.com/games/?app_id=" + Accounts.APP_ID);
            if (!it.overrideUrl().isEmpty()) {
                app.put("override_callback_uri", it.overrideUrl());
            }
        });
        return answer;
    }

    private Optional<Reply> subscribe(AccountCall call) {
        String url = call.text("override_callback_uri");
        if (!url.isEmpty() && call.text("verify_token").isEmpty()) {
            throw new Refusal(GraphErrors.required("verify_token"));
        }
        return change(Optional.of(new Subscription(url)));
    }

    private Optional<Reply> change(Optional<Subscription> next) {
        subscription = next;
        outbox.subscribed(next.isPresent());
        return Answers.success();
    }
}
