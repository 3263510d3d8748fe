package dev.wakit.samples.server.shop;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.feed.FeedExport;
import dev.wakit.catalog.feed.FeedFormat;
import dev.wakit.catalog.feed.FeedImport;
import dev.wakit.catalog.feed.FeedStyle;
import dev.wakit.catalog.feed.ImportReport;
import dev.wakit.catalog.feed.RowProblem;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.sync.CatalogSync;
import dev.wakit.catalog.sync.DriftReport;
import dev.wakit.catalog.sync.SyncRun;
import dev.wakit.samples.server.campaign.Asked;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.http.Json;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes catalogs, fills them from files, and mirrors them to Meta's. */
final class CatalogRoutes {

    private static final String PATH = "/api/catalogs";

    private final Shop shop;
    private final Mirrors mirrors;

    CatalogRoutes(Shop shop, Mirrors mirrors) {
        this.shop = shop;
        this.mirrors = mirrors;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get(
                PATH,
                ctx -> Json.answer(
                        ctx,
                        Map.of(
                                "catalogs",
                                shop.catalogs().list().stream().map(this::view).toList())));
        routes.post(PATH, this::create);
        routes.get(PATH + "/{id}", ctx -> show(ctx, catalog(ctx)));
        routes.post(PATH + "/{id}/link", this::link);
        routes.post(PATH + "/{id}/sync", this::sync);
        routes.post(PATH + "/{id}/import", this::importFile);
        routes.get(PATH + "/{id}/export", this::export);
    }

    private Catalog catalog(Context ctx) {
        return shop.catalogs().get(ShopIds.catalog(ctx));
    }

    private void create(Context ctx) {
        CatalogRequest request = Json.read(ctx.bodyAsBytes(), CatalogRequest.class);
        String name = Asked.required(request.name(), "name");
        Catalog made = shop.catalogs()
                .create(
                        name,
                        Asked.checked(
                                "currency", () -> Money.currency(Asked.required(request.currency(), "currency"))));
        ctx.status(201).header("Location", PATH + "/" + made.id());
        show(ctx, made);
    }

    private record CatalogRequest(
            @Nullable String name, @Nullable String currency) {}

    private void link(Context ctx) {
        LinkRequest request = Json.read(ctx.bodyAsBytes(), LinkRequest.class);
        show(ctx, mirrors.link(catalog(ctx), request.provider(), request.metaCatalog()));
    }

    private record LinkRequest(
            @Nullable String provider, @Nullable String metaCatalog) {}

    /** Hands in what is due and asks about batches; then compares both sides. */
    private void sync(Context ctx) {
        CatalogSync mirror = mirrors.of(catalog(ctx));
        SyncRun run = mirror.run();
        DriftReport drift = mirror.reconcile(true);
        Json.answer(ctx, Map.of("run", RunView.of(run), "drift", DriftView.of(drift), "sync", mirror.counts()));
    }

    private record RunView(
            int submitted,
            int unchanged,
            int withheld,
            int settled,
            @Nullable String pausedUntil,
            @Nullable String problem) {

        static RunView of(SyncRun run) {
            return new RunView(
                    run.submitted(),
                    run.unchanged(),
                    run.withheld(),
                    run.settled(),
                    run.pausedUntil().map(Object::toString).orElse(null),
                    run.problem().isEmpty() ? null : run.problem());
        }
    }

    private record DriftView(
            long compared,
            Map<String, List<String>> different,
            List<String> missing,
            List<String> surplus,
            List<String> foreign,
            long reviews) {

        static DriftView of(DriftReport drift) {
            return new DriftView(
                    drift.compared(),
                    new TreeMap<>(drift.different()),
                    drift.missing(),
                    drift.surplus(),
                    drift.foreign(),
                    drift.reviews());
        }
    }

    private void importFile(Context ctx) throws IOException {
        Catalog catalog = catalog(ctx);
        UploadedFile file = ctx.uploadedFile("file");
        if (file == null) {
            throw ApiException.invalid("The form has no part 'file' with the CSV or TSV file.");
        }
        FeedFormat format = file.filename().toLowerCase(Locale.ROOT).endsWith(".tsv") ? FeedFormat.TSV : FeedFormat.CSV;
        try (InputStream content = file.content()) {
            Json.answer(ctx, ImportView.of(FeedImport.into(shop, catalog.id()).read(content, format)));
        }
    }

    private record ImportView(
            long rows, long added, long changed, long unchanged, long rejected, List<ProblemView> problems) {

        static ImportView of(ImportReport report) {
            return new ImportView(
                    report.rows(),
                    report.added(),
                    report.changed(),
                    report.unchanged(),
                    report.rejected(),
                    report.problems().stream().map(ProblemView::of).toList());
        }
    }

    private record ProblemView(long line, String column, String value, String problem, String fix) {

        static ProblemView of(RowProblem problem) {
            return new ProblemView(
                    problem.line(),
                    problem.broken().column(),
                    problem.broken().value(),
                    problem.broken().problem(),
                    problem.broken().fix());
        }
    }

    private void export(Context ctx) throws IOException {
        Catalog catalog = catalog(ctx);
        String format = Objects.requireNonNullElse(ctx.queryParam("format"), "csv");
        FeedExport export = FeedExport.of(shop, catalog.id());
        if (format.equalsIgnoreCase("xml")) {
            ctx.contentType("application/rss+xml");
            export.writeXml(ctx.outputStream(), ctx.scheme() + "://" + ctx.host() + "/");
            return;
        }
        FeedFormat wanted = Asked.oneOf(FeedFormat.class, format, "format");
        FeedStyle style = ctx.queryParam("style") == null
                ? FeedStyle.META
                : Asked.oneOf(FeedStyle.class, ctx.queryParam("style"), "style");
        String ending = wanted.name().toLowerCase(Locale.ROOT);
        ctx.contentType(wanted == FeedFormat.CSV ? "text/csv" : "text/tab-separated-values")
                .header("Content-Disposition", "attachment; filename=\"products-" + catalog.id() + "." + ending + "\"");
        export.write(ctx.outputStream(), wanted, style);
    }

    private CatalogView view(Catalog catalog) {
        return CatalogView.of(catalog, mirrors.known(catalog).map(CatalogSync::counts));
    }

    private void show(Context ctx, Catalog catalog) {
        Json.answer(ctx, Map.of("catalog", view(catalog)));
    }
}
