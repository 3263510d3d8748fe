package dev.wakit.samples.server.webhook;

import dev.wakit.campaign.webhook.WebhookEndpoint;
import dev.wakit.campaign.webhook.WebhookReply;
import dev.wakit.provider.ProviderId;
import dev.wakit.webhook.WebhookRequest;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/**
 * Hands what a BSP posted to the engine, under the name of the provider in the path: the bytes as they came and the query as it was
 * written, since signatures cover exactly these.
 */
public final class WebhookRoutes {

    private static final String FOLDER = "/webhooks/";

    private final WebhookEndpoint endpoint;

    /** Takes the webhooks of every provider. */
    public WebhookRoutes(WebhookEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The path to enter at the BSP. */
    public static String path(ProviderId provider) {
        return FOLDER + provider;
    }

    /** Adds the routes. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get(FOLDER + "{provider}", ctx -> receive(ctx, new byte[0]));
        routes.post(FOLDER + "{provider}", ctx -> receive(ctx, ctx.bodyAsBytes()));
    }

    private void receive(Context ctx, byte[] body) {
        WebhookReply reply = reply(ctx, body);
        ctx.status(reply.status()).contentType("text/plain").result(reply.body());
    }

    private WebhookReply reply(Context ctx, byte[] body) {
        ProviderId provider;
        try {
            provider = ProviderId.of(ctx.pathParam("provider"));
        } catch (IllegalArgumentException notAName) {
            return WebhookReply.of(404);
        }
        String query = ctx.req().getQueryString();
        String target = ctx.req().getRequestURI() + (query == null ? "" : "?" + query);
        return endpoint.receive(provider, WebhookRequest.of(ctx.req().getMethod(), target, ctx.headerMap(), body));
    }
}
