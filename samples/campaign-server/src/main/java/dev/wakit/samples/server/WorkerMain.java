package dev.wakit.samples.server;

import dev.wakit.WhatsAppException;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.samples.server.setting.ServerSettings;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a worker without pages until the process is asked to end: it plans, sends and processes the webhooks that a server took
 * over. Any number of them work on one database.
 */
public final class WorkerMain {

    private WorkerMain() {}

    /** Starts with the settings of the environment, the same as the server's. */
    public static void main(String[] args) {
        if (Arrays.asList(args).contains("--help")) {
            System.out.print(ServerSettings.help());
            return;
        }
        try {
            run(ServerSettings.from(System.getenv()));
        } catch (IllegalArgumentException | IllegalStateException | WhatsAppException e) {
            System.err.println("The worker did not start. " + e.getMessage());
            System.exit(2);
        }
    }

    private static void run(ServerSettings settings) {
        if (settings.usesSimulator()) {
            throw new IllegalArgumentException("A worker has no simulator of its own. Configure a provider with"
                    + " WAKIT_PROVIDER__ variables; its BASE_URL may point at a simulator.");
        }
        Backend backend = Backend.open(settings);
        CampaignEngine engine = backend.engine(settings).build();
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            engine.close();
                            backend.close();
                            stopped.countDown();
                        },
                        "shutdown"));
        engine.start();
        System.out.println("WaKit worker on " + settings.databaseName() + ". SIGTERM stops it in order.");
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
