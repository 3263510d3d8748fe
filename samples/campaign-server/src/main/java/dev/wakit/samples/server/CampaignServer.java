package dev.wakit.samples.server;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.webhook.WebhookEndpoint;
import dev.wakit.samples.server.campaign.ActionRoutes;
import dev.wakit.samples.server.campaign.CampaignRoutes;
import dev.wakit.samples.server.campaign.CampaignViews;
import dev.wakit.samples.server.campaign.CreateRoute;
import dev.wakit.samples.server.campaign.Specs;
import dev.wakit.samples.server.delivery.DeliveryRoutes;
import dev.wakit.samples.server.http.ErrorAnswers;
import dev.wakit.samples.server.http.RequestGuard;
import dev.wakit.samples.server.http.SecurityHeaders;
import dev.wakit.samples.server.live.LiveHub;
import dev.wakit.samples.server.live.LiveRoutes;
import dev.wakit.samples.server.message.MessageRoutes;
import dev.wakit.samples.server.pace.RateHistories;
import dev.wakit.samples.server.page.PageRoutes;
import dev.wakit.samples.server.provider.ProviderRoutes;
import dev.wakit.samples.server.provider.Providers;
import dev.wakit.samples.server.provider.SenderChoice;
import dev.wakit.samples.server.provider.TemplateRoutes;
import dev.wakit.samples.server.setting.ServerSettings;
import dev.wakit.samples.server.setting.SettingRoutes;
import dev.wakit.samples.server.setting.WorkerRoutes;
import dev.wakit.samples.server.shop.ShopService;
import dev.wakit.samples.server.webhook.WebhookRoutes;
import dev.wakit.testkit.meta.MetaSimulator;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The server, put together and running. Close it to stop in order: pages first, then the engine, then the database. */
public final class CampaignServer implements AutoCloseable {

    private final ServerSettings settings;
    private final Backend backend;
    private final RateHistories histories = new RateHistories(InstantSource.system());
    private final CampaignEngine engine;
    private final Providers providers;
    private final ShopService shop;
    private final LiveHub live;
    private final Javalin web;

    private CampaignServer(ServerSettings settings) {
        this.settings = settings;
        this.backend = Backend.open(settings);
        this.engine = backend.engine(settings).listener(histories).build();
        this.providers = Providers.watch(backend.providers(), engine, settings);
        this.shop = new ShopService(backend.shop(), providers);
        this.live = new LiveHub(engine, new CampaignViews(engine, histories), histories);
        this.web = Javalin.create(this::configure);
    }

    /** Starts a server with these settings. */
    public static CampaignServer start(ServerSettings settings) {
        var server = new CampaignServer(settings);
        try {
            server.web.start(settings.host(), settings.port());
        } catch (JavalinBindException e) {
            server.close();
            throw new IllegalStateException("Port " + settings.port() + " of " + settings.host()
                    + " is taken. Stop the program that has it, or set PORT to another one.");
        }
        server.backend.webhooksTo(server.url());
        if (settings.isWorker()) {
            server.engine.start();
        }
        server.live.start();
        server.shop.start();
        return server;
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = WebhookEndpoint.MAX_BODY_BYTES;
        config.jetty.multipartConfig.maxFileSize(settings.maxUploadBytes(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(64, SizeUnit.KB);
        var views = new CampaignViews(engine, histories);
        new SecurityHeaders().register(config.routes);
        new RequestGuard(settings.allowedHosts(), settings.maxUploadBytes()).register(config.routes);
        new ErrorAnswers(settings.maxUploadBytes()).register(config.routes);
        new CampaignRoutes(engine, views).register(config.routes);
        new CreateRoute(engine, views, new Specs(new SenderChoice(providers), settings.defaultRegion()))
                .register(config.routes);
        new ActionRoutes(engine, views).register(config.routes);
        new DeliveryRoutes(engine).register(config.routes);
        new MessageRoutes(engine, new SenderChoice(providers), settings.defaultRegion()).register(config.routes);
        shop.register(config.routes, engine, new SenderChoice(providers), settings.defaultRegion());
        new SettingRoutes(engine, settings).register(config.routes);
        new ProviderRoutes(providers).register(config.routes);
        new TemplateRoutes(providers).register(config.routes);
        new WorkerRoutes(engine).register(config.routes);
        new LiveRoutes(live).register(config.routes);
        new WebhookRoutes(engine.webhooks()).register(config.routes);
        new PageRoutes(settings).register(config);
    }

    /** Where the dashboard is. */
    public URI url() {
        return URI.create("http://" + settings.host() + ":" + web.port());
    }

    /** One sentence for each provider of which it is known whether webhooks can come. */
    List<String> webhookStates() {
        return backend.webhookStates();
    }

    /** The built-in simulator, if it is used. */
    public Optional<MetaSimulator> simulator() {
        return backend.simulator();
    }

    @Override
    public void close() {
        providers.close();
        live.close();
        shop.close();
        web.stop();
        engine.close();
        backend.close();
    }
}
