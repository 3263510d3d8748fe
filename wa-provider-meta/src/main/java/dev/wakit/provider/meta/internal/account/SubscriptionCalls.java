package dev.wakit.provider.meta.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.address.SenderId;
import dev.wakit.internal.Check;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.account.SubscribedApp;
import dev.wakit.provider.meta.account.TokenDetails;
import dev.wakit.provider.meta.account.WebhookSubscriptions;
import dev.wakit.provider.meta.internal.api.GraphApi;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Subscriptions to webhooks, over Graph; see meta-cloud-api 6.4. */
final class SubscriptionCalls implements WebhookSubscriptions {

    private static final int MAX_URL = 200;
    private static final String EDGE = "subscribed_apps";

    private final GraphApi api;
    private final Waba waba;
    private final Supplier<TokenDetails> token;

    SubscriptionCalls(GraphApi api, Waba waba, Supplier<TokenDetails> token) {
        this.api = api;
        this.waba = waba;
        this.token = token;
    }

    @Override
    public List<SubscribedApp> list() {
        return api.list(edge(), SubscriptionCalls::read);
    }

    private static Optional<SubscribedApp> read(JsonNode node) {
        // Meta answers with the app inside; its specification also knows the flat form.
        JsonNode app = node.has("whatsapp_business_api_data") ? node.path("whatsapp_business_api_data") : node;
        return Json.text(app, "id")
                .map(id -> new SubscribedApp(
                        id, Json.text(app, "name").orElse(""), Nodes.address(node, "override_callback_uri")));
    }

    @Override
    public boolean isSubscribed() {
        List<SubscribedApp> apps = list();
        Optional<String> own = waba.appId()
                .or(() -> apps.isEmpty() ? Optional.empty() : token.get().appId());
        return own.filter(id -> apps.stream().anyMatch(app -> app.id().equals(id)))
                .isPresent();
    }

    @Override
    public void subscribe() {
        api.post(edge(), Json.object());
    }

    @Override
    public void subscribe(URI url, String verifyToken) {
        api.post(edge(), address(Json.object(), url, verifyToken));
    }

    @Override
    public void unsubscribe() {
        api.delete(edge());
    }

    @Override
    public void override(SenderId sender, URI url, String verifyToken) {
        ObjectNode body = Json.object();
        address(body.putObject("webhook_configuration"), url, verifyToken);
        api.post(GraphRequest.to(sender.value()), body);
    }

    @Override
    public void removeOverride(SenderId sender) {
        ObjectNode body = Json.object();
        body.putObject("webhook_configuration").put("override_callback_uri", "");
        api.post(GraphRequest.to(sender.value()), body);
    }

    private static ObjectNode address(ObjectNode node, URI url, String verifyToken) {
        Check.that("https".equalsIgnoreCase(url.getScheme()), "webhook.url", "must be an https address.");
        Check.text("webhook.url", Check.url("webhook.url", url).toString(), MAX_URL);
        return node.put("override_callback_uri", url.toString())
                .put("verify_token", Check.present("webhook.verifyToken", verifyToken));
    }

    private GraphRequest edge() {
        return GraphRequest.to(waba.account(), EDGE);
    }
}
