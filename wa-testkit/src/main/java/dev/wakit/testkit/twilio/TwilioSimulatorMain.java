package dev.wakit.testkit.twilio;

import dev.wakit.testkit.simulator.internal.cli.CommandLine;
import dev.wakit.testkit.simulator.internal.cli.Standalone;
import dev.wakit.testkit.simulator.internal.cli.Standalone.Running;
import dev.wakit.testkit.twilio.internal.cli.TwilioFlag;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Runs a {@link TwilioSimulator} as a process of its own; {@code --help} lists the flags.
 *
 * @since 0.1
 */
public final class TwilioSimulatorMain {

    private static final int MANY = 1_000_000;

    private TwilioSimulatorMain() {}

    /** Starts the simulator and waits until it is stopped. */
    public static void main(String[] args) throws InterruptedException {
        Standalone.main(out -> run(List.of(args), System.getenv(), out));
    }

    static int run(List<String> args, Map<String, String> environment, PrintStream out) throws InterruptedException {
        return Standalone.run(args, out, TwilioSimulatorMain::help, () -> {
            TwilioSimulator simulator = start(args, environment);
            return new Running(banner(simulator), simulator::awaitClosed, simulator::close);
        });
    }

    private static String help() {
        return CommandLine.help(
                "Simulates Twilio's Messages, Content and Senders APIs on 127.0.0.1.",
                TwilioFlag.class,
                TwilioFlag.WEBHOOK_URL);
    }

    private static TwilioSimulator start(List<String> args, Map<String, String> environment) {
        CommandLine<TwilioFlag> line = CommandLine.parse(TwilioFlag.class, args, environment);
        TwilioSimulatorBuilder builder = TwilioSimulator.builder();
        identity(line, builder);
        sending(line, builder);
        webhooks(line, builder);
        return builder.start();
    }

    private static void identity(CommandLine<TwilioFlag> line, TwilioSimulatorBuilder builder) {
        builder.port(line.number(TwilioFlag.PORT, 0, 65_535));
        // A new seed for each run: a host that keeps its database must not meet the SIDs of the last run again.
        builder.seed(line.longNumber(TwilioFlag.SEED, InstantSource.system().millis()));
        builder.shutdownAllowed(line.isOn(TwilioFlag.ALLOW_SHUTDOWN)).magicNumbers(!line.isOn(TwilioFlag.NO_MAGIC));
        builder.customerServiceWindow(line.isOn(TwilioFlag.WINDOW));
        line.text(TwilioFlag.ACCOUNT).ifPresent(text -> {
            String[] parts = parts(TwilioFlag.ACCOUNT, text, ":");
            builder.account(parts[0], parts[1]);
        });
        line.text(TwilioFlag.API_KEY).ifPresent(text -> {
            String[] parts = parts(TwilioFlag.API_KEY, text, ":");
            builder.apiKey(parts[0], parts[1]);
        });
        line.text(TwilioFlag.SENDERS).ifPresent(numbers -> builder.senders(List.of(numbers.split(","))));
        line.text(TwilioFlag.LEDGER).ifPresent(file -> builder.ledgerFile(Path.of(file)));
    }

    private static void sending(CommandLine<TwilioFlag> line, TwilioSimulatorBuilder builder) {
        Duration[] latency = line.millis(TwilioFlag.LATENCY);
        builder.latency(latency[0], latency[1]).messagesPerSecond(line.number(TwilioFlag.MPS, 0, MANY));
        builder.pairLimit(Duration.ofSeconds(6), line.number(TwilioFlag.PAIR_BURST, 0, MANY));
        builder.concurrentRequests(line.number(TwilioFlag.REQUESTS, 0, MANY));
        builder.contentReview(Duration.ofMillis(line.number(TwilioFlag.CONTENT_REVIEW, 0, MANY)));
        builder.listedAfter(Duration.ofMillis(line.number(TwilioFlag.LISTED_AFTER, 0, MANY)));
        builder.loseResponses(line.share(TwilioFlag.LOSE_RESPONSES)).unreadRecipients(line.share(TwilioFlag.UNREAD));
    }

    private static void webhooks(CommandLine<TwilioFlag> line, TwilioSimulatorBuilder builder) {
        Duration[] delay = line.millis(TwilioFlag.WEBHOOK_DELAY);
        builder.webhookDelay(delay[0], delay[1]).shuffledWebhooks(line.isOn(TwilioFlag.SHUFFLE));
        builder.duplicateWebhooks(line.share(TwilioFlag.DUPLICATES)).dropWebhooks(line.share(TwilioFlag.DROP));
        builder.webhookConcurrency(line.number(TwilioFlag.CONCURRENCY, 1, 1000));
        line.text(TwilioFlag.WEBHOOK_URL)
                .ifPresent(text -> builder.webhooksTo(CommandLine.address(TwilioFlag.WEBHOOK_URL, text)));
        line.text(TwilioFlag.STATUS_URL)
                .ifPresent(text -> builder.statusCallbacksTo(CommandLine.address(TwilioFlag.STATUS_URL, text)));
        line.text(TwilioFlag.TUNNEL).ifPresent(text -> {
            String[] parts = parts(TwilioFlag.TUNNEL, text, ",");
            builder.addTunnel(
                    CommandLine.address(TwilioFlag.TUNNEL, parts[0]), CommandLine.address(TwilioFlag.TUNNEL, parts[1]));
        });
    }

    /** Secrets among the flags are never told back. */
    private static String[] parts(TwilioFlag flag, String text, String separator) {
        String[] parts = text.split(separator, 2);
        if (parts.length < 2 || parts[1].isEmpty()) {
            throw new IllegalArgumentException(
                    flag.option() + " needs two values with '" + separator + "' between them");
        }
        return parts;
    }

    private static String banner(TwilioSimulator simulator) {
        return """
                WaKit simulator of Twilio is up. Everything below is fake.
                  base URL           %s
                  account SID        %s
                  auth token         %s
                  API key SID        %s
                  API key secret     %s
                  sender             %s
                  Messaging Service  %s
                  seed               %d
                  summary            %s/_simulator/summary
                Stop it with Ctrl-C.
                """.formatted(
                        simulator.baseUrl(),
                        simulator.accountSid(),
                        simulator.authToken(),
                        simulator.apiKeySid(),
                        simulator.apiKeySecret(),
                        simulator.sender(),
                        simulator.messagingServiceSid(),
                        simulator.seed(),
                        simulator.baseUrl());
    }
}
