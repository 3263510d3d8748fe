package dev.wakit.samples.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** The demo: one customer list, one template, one campaign, looked at from both sides. */
public final class DemoMain {

    private static final int BUNDLED_ROWS = 1_000;
    private static final String BUNDLED = "/demo/customers.csv";

    private DemoMain() {}

    /** Runs until Ctrl-C, or once; {@code --help} lists the flags. */
    public static void main(String[] args) {
        if (List.of(args).contains("--help")) {
            System.out.print(DemoOptions.help());
            return;
        }
        try {
            System.exit(run(DemoOptions.parse(List.of(args))));
        } catch (IllegalArgumentException | DemoException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("The demo stopped: " + e.getMessage());
            System.exit(2);
        }
    }

    private static int run(DemoOptions options) throws IOException {
        Path folder = options.folder();
        Stage.prepare(folder, options.keep());
        Path csv = customers(options);
        try (Stage stage = Stage.start(options, csv)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "demo-stop"));
            JsonNode campaign = launch(stage, options.provider(), csv);
            String id = campaign.path("id").asText();
            var progress = new ProgressLine(stage, id);
            if (!options.once()) {
                if (options.provider().hasCatalogs()) {
                    new DemoShop(stage.server(), stage.simulator()).open();
                }
                System.out.println("\nThe dashboard: " + stage.url() + "/campaigns/" + id);
                if (options.provider().hasCatalogs()) {
                    System.out.println("A customer has ordered: " + stage.url() + "/orders");
                }
                System.out.println(
                        "Kill the server with  kill -9 " + stage.serverProcess().pid()
                                + "  and start it again with  bin/demo --server ; the simulator goes on.");
                System.out.println("Logs and database: " + folder + ". Ctrl-C stops everything.\n");
                progress.showForever();
                return 1;
            }
            int code = new OnceRun(stage, campaign, options.timeout(), progress).finish();
            if (code == 0) {
                stage.close();
                Stage.clear(folder);
            } else {
                System.err.println("Logs and database are kept in " + folder + ".");
            }
            return code;
        }
    }

    private static Path customers(DemoOptions options) throws IOException {
        if (options.csv().isPresent()) {
            return options.csv().get();
        }
        Path file = options.folder().resolve("customers.csv");
        if (options.recipients() != BUNDLED_ROWS) {
            DemoCsv.write(file, options.recipients());
            return file;
        }
        try (InputStream bundled = Objects.requireNonNull(DemoMain.class.getResourceAsStream(BUNDLED))) {
            Files.copy(bundled, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private static JsonNode launch(Stage stage, DemoProvider provider, Path csv) throws IOException {
        String name = "Summer sale, from " + csv.getFileName();
        String spec = """
                {"name": %s, "launch": true, "defaultRegion": "IN", "template": %s}
                """.formatted(DemoHttp.quoted(name), provider.content());
        return stage.server().postCampaign(spec, csv).path("campaign");
    }
}
