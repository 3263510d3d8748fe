package dev.wakit.samples.server.provider;

import dev.wakit.WhatsAppException;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.http.Json;
import dev.wakit.template.Template;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/templates}: of every provider, or of one. */
public final class TemplateRoutes {

    private final Providers providers;

    /** Asks these. */
    public TemplateRoutes(Providers providers) {
        this.providers = providers;
    }

    /** Adds the route. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/templates", this::list);
    }

    /** A provider that does not answer keeps nobody from seeing the templates of the others, unless it is the only one. */
    private void list(Context ctx) {
        List<WhatsAppProvider> asked = asked(ctx.queryParam("provider"));
        var templates = new ArrayList<TemplateView>();
        var silent = new ArrayList<Silent>();
        for (WhatsAppProvider provider : asked) {
            try {
                of(provider).forEach(templates::add);
            } catch (WhatsAppException e) {
                if (asked.size() == 1) {
                    throw e;
                }
                silent.add(new Silent(provider.id().value(), String.valueOf(e.getMessage())));
            }
        }
        Json.answer(ctx, new Templates(templates, silent));
    }

    private List<WhatsAppProvider> asked(@Nullable String name) {
        if (name == null) {
            return providers.all();
        }
        return List.of(providers
                .find(name)
                .orElseThrow(() -> ApiException.invalid("'provider' is '" + name
                        + "', and there is no such provider. Use one of " + providers.names() + ".")));
    }

    private static Stream<TemplateView> of(WhatsAppProvider provider) {
        return provider.templates().map(TemplateGateway::list).orElse(List.of()).stream()
                .sorted(Comparator.comparing(
                                (Template template) -> !template.status().isSendable())
                        .thenComparing(template -> template.name().value()))
                .map(template -> TemplateView.of(provider.id(), template));
    }

    private record Templates(List<TemplateView> templates, List<Silent> silent) {}

    /** A provider whose templates could not be asked for, and why. */
    private record Silent(String provider, String why) {}
}
