package dev.wakit.samples.server.setting;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.samples.server.http.Json;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;

/** Lanes, settings, health. */
public final class SettingRoutes {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    private final CampaignEngine engine;
    private final ServerSettings settings;

    /** Shows these. */
    public SettingRoutes(CampaignEngine engine, ServerSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    /** Adds the routes. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/lanes", ctx -> Json.answer(ctx, Map.of("lanes", LaneView.of(engine))));
        routes.get("/api/settings", ctx -> Json.answer(ctx, view()));
        routes.get("/api/health", ctx -> Json.answer(ctx, Map.of("status", "up")));
    }

    private SettingsView view() {
        return new SettingsView(
                settings.isSimulated(),
                settings.databaseName(),
                settings.defaultRegion().code(),
                settings.isWorker(),
                settings.retry().maxTries(),
                settings.retry().firstDelay().toSeconds(),
                settings.evidenceGrace().toSeconds(),
                settings.maxUploadBytes(),
                VERSION);
    }

    private record SettingsView(
            boolean simulator,
            String database,
            String defaultRegion,
            boolean worker,
            int maxTries,
            long firstDelaySeconds,
            long evidenceGraceSeconds,
            long maxUploadBytes,
            String version) {}
}
