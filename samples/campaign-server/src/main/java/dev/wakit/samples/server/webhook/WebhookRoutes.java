package dev.wakit.samples.server.webhook;

import dev.wakit.campaign.webhook.WebhookEndpoint;
import dev.wakit.campaign.webhook.WebhookReply;
import dev.wakit.provider.ProviderId;
import dev.wakit.webhook.WebhookRequest;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Hands the bytes that the BSP posted to the engine, as they came: a signature covers exactly these. */
public final class WebhookRoutes {

    /** The path to enter at Meta. */
    public static final String PATH = "/webhooks/meta";

    private final WebhookEndpoint endpoint;
    private final ProviderId provider;

    /** Takes the webhooks of this provider. */
    public WebhookRoutes(WebhookEndpoint endpoint, ProviderId provider) {
        this.endpoint = endpoint;
        this.provider = provider;
    }

    /** Adds the routes. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, ctx -> receive(ctx, new byte[0]));
        routes.post(PATH, ctx -> receive(ctx, ctx.bodyAsBytes()));
    }

    private void receive(Context ctx, byte[] body) {
        String query = ctx.req().getQueryString();
        WebhookReply reply = endpoint.receive(
                provider,
                WebhookRequest.of(
                        ctx.req().getMethod(), ctx.path() + (query == null ? "" : "?" + query), ctx.headerMap(), body));
        ctx.status(reply.status()).contentType("text/plain").result(reply.body());
    }
}
