package dev.wakit.samples.server;

import dev.wakit.WhatsAppException;
import dev.wakit.samples.server.setting.ServerSettings;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Runs the server until the process is asked to end. */
public final class ServerMain {

    private ServerMain() {}

    /** Starts with the settings of the environment; {@code --help} lists them. */
    public static void main(String[] args) {
        if (Arrays.asList(args).contains("--help")) {
            System.out.print(ServerSettings.help());
            return;
        }
        try {
            run(ServerSettings.from(System.getenv()));
        } catch (IllegalArgumentException | IllegalStateException | WhatsAppException e) {
            System.err.println("The campaign server did not start. " + e.getMessage());
            System.exit(2);
        }
    }

    private static void run(ServerSettings settings) {
        CampaignServer server = CampaignServer.start(settings);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            stopped.countDown();
                        },
                        "shutdown"));
        System.out.println("WaKit campaign server: " + server.url());
        System.out.println(
                settings.usesSimulator()
                        ? "Sends over the built-in simulator: no real message leaves this computer."
                        : "Sends over " + names(settings)
                                + (settings.isSimulated() ? ", simulators on this computer." : "."));
        server.webhookStates().forEach(System.out::println);
        System.out.println("Keeps its campaigns in " + settings.databaseName() + ". Ctrl-C stops it.");
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String names(ServerSettings settings) {
        return settings.providers().stream()
                .map(config -> "'" + config.id() + "' (" + config.kind() + ")")
                .collect(Collectors.joining(", "));
    }
}
