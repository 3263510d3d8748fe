package dev.wakit.benchmarks.planning;

import dev.wakit.address.Region;
import dev.wakit.benchmarks.dispatch.CampaignWatch;
import dev.wakit.benchmarks.dispatch.WaKit;
import dev.wakit.benchmarks.measure.Settings;
import dev.wakit.benchmarks.measure.Stopwatch;
import dev.wakit.benchmarks.measure.Task;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.content.TemplateContent;
import java.nio.file.Path;
import java.util.Map;

/**
 * From a CSV file to delivery rows: create, which captures the audience, and launch, until the campaign runs. A small file goes
 * first, to warm up.
 *
 * <p>Settings: {@code rows}, {@code warmRows}, {@code folder}, {@code bsp}, a database.
 */
public final class PlanCampaign implements Task {

    @Override
    public void run(Settings settings, Stopwatch stopwatch) throws Exception {
        int rows = settings.number("rows");
        Path warm = Path.of(settings.text("folder"), "warm.csv");
        Path file = Path.of(settings.text("folder"), "people.csv");
        CsvFile.write(warm, settings.number("warmRows"));
        CsvFile.write(file, rows);
        var watch = new CampaignWatch();
        try (var stores = WaKit.stores(settings);
                var provider = WaKit.provider(settings, 1);
                CampaignEngine engine =
                        WaKit.engine(stores, provider).listener(watch).build()) {
            engine.changeThroughput(WaKit.LANE, WaKit.NEARLY_NOTHING);
            engine.start();
            launched(engine, watch, warm);

            stopwatch.begin();
            CampaignId id = created(engine, file);
            double captured = stopwatch.seconds();
            engine.campaigns().launch(id);
            watch.await(id, CampaignStatus.RUNNING);
            double all = stopwatch.seconds();
            stopwatch.end(rows, Map.of("captureSeconds", captured, "planSeconds", all - captured));
            long planned = engine.campaigns().get(id).progress().total();
            if (planned != rows) {
                throw new IllegalStateException("Of " + rows + " rows " + planned + " became deliveries.");
            }
        }
    }

    private static void launched(CampaignEngine engine, CampaignWatch watch, Path file) throws Exception {
        CampaignId id = created(engine, file);
        engine.campaigns().launch(id);
        watch.await(id, CampaignStatus.RUNNING);
        engine.campaigns().cancel(id);
        watch.await(id, CampaignStatus.CANCELLED);
    }

    private static CampaignId created(CampaignEngine engine, Path file) {
        return engine.campaigns()
                .create(CampaignSpec.builder("benchmark")
                        .content(TemplateContent.of("tour_package_marketing", "en_US")
                                .body("{{package}}", "{{price|on request}}"))
                        .audience(Audience.csv(file))
                        .defaultRegion(Region.of("IN"))
                        .build())
                .id();
    }
}
