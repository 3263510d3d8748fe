package dev.wakit.samples.server.page;

import dev.wakit.samples.server.page.Shell.Tab;
import dev.wakit.samples.server.setting.ServerSettings;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages of the dashboard and the files they are made of. */
public final class PageRoutes {

    private static final String LIT = "/webjars/lit-html/3.3.1";

    private final ServerSettings settings;
    private final Shell shell;

    /** Shows where messages go by these settings. */
    public PageRoutes(ServerSettings settings) {
        this.settings = settings;
        this.shell = Shell.load(real(settings));
    }

    /** Adds the routes and the files. */
    public void register(JavalinConfig config) {
        config.routes.get("/", ctx -> ctx.redirect("/campaigns"));
        config.routes.get("/campaigns", ctx -> show(ctx, shell.page(Tab.CAMPAIGNS, "Campaigns", "page-campaigns")));
        config.routes.get("/campaigns/new", ctx -> show(ctx, composer()));
        config.routes.get(
                "/campaigns/{id}",
                ctx -> show(
                        ctx,
                        shell.page(
                                Tab.CAMPAIGNS, "Campaign", "page-campaign", Map.of("campaign", ctx.pathParam("id")))));
        config.routes.get("/messages", ctx -> show(ctx, shell.page(Tab.MESSAGES, "Messages", "page-messages")));
        config.routes.get("/products", ctx -> show(ctx, shell.page(Tab.PRODUCTS, "Products", "page-products")));
        config.routes.get("/orders", ctx -> show(ctx, shell.page(Tab.ORDERS, "Orders", "page-orders")));
        config.routes.get("/templates", ctx -> show(ctx, shell.page(Tab.TEMPLATES, "Templates", "page-templates")));
        config.routes.get("/settings", ctx -> show(ctx, shell.page(Tab.SETTINGS, "Settings", "page-settings")));
        config.routes.error(404, "html", ctx -> {
            if (!ctx.path().startsWith("/api/")) {
                show(ctx, shell.page(Tab.CAMPAIGNS, "There is no such page", "page-missing"));
            }
        });
        config.staticFiles.add(files -> {
            files.hostedPath = "/assets";
            files.directory = "/dashboard/assets";
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", "no-cache");
        });
        config.staticFiles.add(files -> {
            files.hostedPath = LIT;
            files.directory = "/META-INF/resources" + LIT;
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", "public, max-age=31536000, immutable");
        });
    }

    private static String real(ServerSettings settings) {
        return settings.providers().stream()
                .filter(config -> !ServerSettings.isSimulated(config))
                .map(config -> config.id().value())
                .collect(Collectors.joining(", "));
    }

    private String composer() {
        return shell.page(
                Tab.CAMPAIGNS,
                "New campaign",
                "page-new",
                Map.of(
                        "max-upload", String.valueOf(settings.maxUploadBytes()),
                        "region", settings.defaultRegion().code()));
    }

    private static void show(Context ctx, String page) {
        ctx.html(page);
    }
}
