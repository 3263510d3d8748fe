package dev.wakit.samples.server.provider;

import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.http.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists the providers and their senders, looks at one, and replaces its credentials. */
public final class ProviderRoutes {

    private static final String PATH = "/api/providers";

    private final Providers providers;
    private final SenderDirectory senders;

    /** Serves these. */
    public ProviderRoutes(Providers providers) {
        this.providers = providers;
        this.senders = new SenderDirectory(providers);
    }

    /** Adds the routes. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get(
                PATH,
                ctx -> Json.answer(
                        ctx,
                        Map.of(
                                "providers",
                                providers.all().stream()
                                        .map(provider -> ProviderView.of(providers, provider))
                                        .toList())));
        routes.get(PATH + "/{id}", ctx -> show(ctx, provider(ctx)));
        routes.get(PATH + "/{id}/senders", ctx -> Json.answer(ctx, Map.of("senders", senders.list(provider(ctx)))));
        routes.post(PATH + "/{id}/check", this::check);
        routes.put(PATH + "/{id}/credentials", this::replace);
    }

    private WhatsAppProvider provider(Context ctx) {
        String name = ctx.pathParam("id");
        return providers
                .find(name)
                .orElseThrow(() -> ApiException.notFound(
                        "There is no provider '" + name + "'. There are: " + providers.names() + "."));
    }

    private void check(Context ctx) {
        WhatsAppProvider provider = provider(ctx);
        providers.look(provider.id());
        show(ctx, provider);
    }

    /** Looks at the BSP right after, so that whoever typed a wrong token sees it. */
    private void replace(Context ctx) {
        WhatsAppProvider provider = provider(ctx);
        CredentialsRequest request = Json.read(ctx.bodyAsBytes(), CredentialsRequest.class);
        if (request.settings() == null || request.settings().isEmpty()) {
            throw ApiException.invalid("The field 'settings' is missing. Give the new values by name, such as"
                    + " {\"settings\": {\"" + example(provider) + "\": \"...\"}}.");
        }
        providers.replaceCredentials(provider.id(), request.settings());
        providers.look(provider.id());
        show(ctx, provider);
    }

    private String example(WhatsAppProvider provider) {
        return providers.replaceable(provider.id()).stream()
                .map(setting -> setting.name())
                .findFirst()
                .orElse("access-token");
    }

    private void show(Context ctx, WhatsAppProvider provider) {
        Json.answer(ctx, Map.of("provider", ProviderView.of(providers, provider)));
    }

    private record CredentialsRequest(@Nullable Map<String, String> settings) {

        /** The values are secrets. */
        @Override
        public String toString() {
            return "CredentialsRequest";
        }
    }
}
