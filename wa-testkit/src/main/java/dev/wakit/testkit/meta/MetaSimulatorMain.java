package dev.wakit.testkit.meta;

import dev.wakit.testkit.meta.internal.cli.Flag;
import dev.wakit.testkit.simulator.internal.cli.CommandLine;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a {@link MetaSimulator} as a process of its own; {@code --help} lists the flags. */
public final class MetaSimulatorMain {

    private static final int FAILURE = 1;
    private static final int BAD_USAGE = 2;
    private static final int MANY = 1_000_000;
    private static final String CLOSE_HINT = "Stop it with Ctrl-C.";

    private MetaSimulatorMain() {}

    /** Starts the simulator and waits until it is stopped. */
    public static void main(String[] args) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int status = run(List.of(args), System.getenv(), out);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> args, Map<String, String> environment, PrintStream out) throws InterruptedException {
        if (args.contains("--help")) {
            out.print(CommandLine.help("Simulates the Meta Cloud API on 127.0.0.1.", Flag.class, Flag.WEBHOOK_URL));
            return 0;
        }
        try (MetaSimulator simulator = start(args, environment)) {
            Thread closing = new Thread(simulator::close, "wakit-simulator-close");
            Runtime.getRuntime().addShutdownHook(closing);
            out.print(banner(simulator));
            simulator.awaitClosed();
            return 0;
        } catch (IllegalArgumentException e) {
            out.println("Error: " + e.getMessage());
            out.println("Run with --help to see every flag.");
            return BAD_USAGE;
        } catch (UncheckedIOException e) {
            out.println("Error: " + e.getMessage());
            return FAILURE;
        }
    }

    private static MetaSimulator start(List<String> args, Map<String, String> environment) {
        CommandLine<Flag> line = CommandLine.parse(Flag.class, args, environment);
        MetaSimulatorBuilder builder = MetaSimulator.builder();
        identity(line, builder);
        sending(line, builder);
        webhooks(line, builder);
        return builder.start();
    }

    private static void identity(CommandLine<Flag> line, MetaSimulatorBuilder builder) {
        builder.port(line.number(Flag.PORT, 0, 65_535));
        // A new seed for each run: a host that keeps its database must not meet the message ids of the last run again.
        builder.seed(line.longNumber(Flag.SEED, InstantSource.system().millis()));
        builder.shutdownAllowed(line.isOn(Flag.ALLOW_SHUTDOWN)).magicNumbers(!line.isOn(Flag.NO_MAGIC));
        line.text(Flag.TOKEN).ifPresent(builder::accessToken);
        line.text(Flag.APP_SECRET).ifPresent(builder::appSecret);
        line.text(Flag.VERIFY_TOKEN).ifPresent(builder::verifyToken);
        line.text(Flag.WABA_ID).ifPresent(builder::wabaId);
        line.text(Flag.PHONE_NUMBER_IDS).ifPresent(ids -> builder.phoneNumberIds(List.of(ids.split(","))));
        line.text(Flag.LEDGER).ifPresent(file -> builder.ledgerFile(Path.of(file)));
    }

    private static void sending(CommandLine<Flag> line, MetaSimulatorBuilder builder) {
        Duration[] latency = line.millis(Flag.LATENCY);
        builder.latency(latency[0], latency[1]).messagesPerSecond(line.number(Flag.MPS, 0, MANY));
        builder.pairLimit(Duration.ofSeconds(6), line.number(Flag.PAIR_BURST, 0, MANY));
        builder.templateReview(Duration.ofMillis(line.number(Flag.TEMPLATE_REVIEW, 0, MANY)));
        builder.loseResponses(line.share(Flag.LOSE_RESPONSES)).unreadRecipients(line.share(Flag.UNREAD));
    }

    private static void webhooks(CommandLine<Flag> line, MetaSimulatorBuilder builder) {
        Duration[] delay = line.millis(Flag.WEBHOOK_DELAY);
        builder.webhookDelay(delay[0], delay[1]).shuffledWebhooks(line.isOn(Flag.SHUFFLE));
        builder.duplicateWebhooks(line.share(Flag.DUPLICATES)).dropWebhooks(line.share(Flag.DROP));
        builder.webhookBatches(
                line.number(Flag.BATCH, 1, 1000), Duration.ofMillis(line.number(Flag.BATCH_WINDOW, 0, MANY)));
        builder.webhookConcurrency(line.number(Flag.CONCURRENCY, 1, 1000));
        builder.webhookRetries(Duration.ofSeconds(line.number(Flag.RETRY_FOR, 0, MANY)));
        Optional<String> url = line.text(Flag.WEBHOOK_URL);
        url.ifPresent(address -> builder.webhooksTo(address(address)));
    }

    private static URI address(String text) {
        if (!text.startsWith("http://") && !text.startsWith("https://")) {
            throw new IllegalArgumentException(Flag.WEBHOOK_URL.option() + ": '" + text + "' is not a web address");
        }
        return URI.create(text);
    }

    private static String banner(MetaSimulator simulator) {
        return """
                WaKit simulator of the Meta Cloud API is up. Everything below is fake.
                  base URL         %s
                  access token     %s
                  phone number id  %s
                  WABA id          %s
                  app secret       %s
                  verify token     %s
                  seed             %d
                  summary          %s/_simulator/summary
                %s
                """.formatted(
                        simulator.baseUrl(),
                        simulator.accessToken(),
                        simulator.phoneNumberId(),
                        simulator.wabaId(),
                        simulator.appSecret(),
                        simulator.verifyToken(),
                        simulator.seed(),
                        simulator.baseUrl(),
                        CLOSE_HINT);
    }
}
