package dev.wakit.benchmarks.scale;

import dev.wakit.benchmarks.dispatch.WaKit;
import dev.wakit.benchmarks.measure.Settings;
import dev.wakit.campaign.CampaignEngine;
import java.io.IOException;
import java.util.Arrays;

/** A worker of several on one database. Takes the same settings as {@link ManyWorkers}; ends with its standard input. */
public final class EngineProcess {

    private EngineProcess() {}

    public static void main(String[] args) throws IOException {
        Settings settings = Settings.parse(Arrays.asList(args));
        try (var stores = WaKit.stores(settings);
                var provider = WaKit.provider(settings, settings.number("inFlight"));
                CampaignEngine engine = WaKit.engine(stores, provider).build()) {
            engine.start();
            while (System.in.read() >= 0) {
                // Only the end of it says something.
            }
        }
    }
}
