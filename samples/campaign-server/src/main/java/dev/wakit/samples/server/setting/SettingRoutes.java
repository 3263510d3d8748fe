package dev.wakit.samples.server.setting;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.samples.server.http.Json;
import dev.wakit.samples.server.webhook.WebhookRoutes;
import dev.wakit.template.Template;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Templates, lanes, settings, health. */
public final class SettingRoutes {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    private final CampaignEngine engine;
    private final WhatsAppProvider provider;
    private final ServerSettings settings;

    /** Shows these. */
    public SettingRoutes(CampaignEngine engine, WhatsAppProvider provider, ServerSettings settings) {
        this.engine = engine;
        this.provider = provider;
        this.settings = settings;
    }

    /** Adds the routes. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/templates", ctx -> Json.answer(ctx, Map.of("templates", templates())));
        routes.get("/api/lanes", ctx -> Json.answer(ctx, Map.of("lanes", LaneView.of(engine))));
        routes.get("/api/settings", ctx -> Json.answer(ctx, view()));
        routes.get("/api/health", ctx -> Json.answer(ctx, Map.of("status", "up")));
    }

    private List<TemplateView> templates() {
        return provider.templates().map(TemplateGateway::list).orElse(List.of()).stream()
                .sorted(Comparator.comparing(
                                (Template template) -> !template.status().isSendable())
                        .thenComparing(template -> template.name().value()))
                .map(TemplateView::of)
                .toList();
    }

    private SettingsView view() {
        return new SettingsView(
                settings.isSimulated(),
                settings.metaBaseUrl().toString(),
                settings.databaseName(),
                settings.defaultRegion().code(),
                WebhookRoutes.PATH,
                settings.retry().maxTries(),
                settings.retry().firstDelay().toSeconds(),
                settings.evidenceGrace().toSeconds(),
                settings.maxUploadBytes(),
                VERSION);
    }

    private record SettingsView(
            boolean simulator,
            String baseUrl,
            String database,
            String defaultRegion,
            String webhookPath,
            int maxTries,
            long firstDelaySeconds,
            long evidenceGraceSeconds,
            long maxUploadBytes,
            String version) {}
}
