package dev.wakit.testkit.meta.internal.cli;

import dev.wakit.testkit.meta.MetaSimulatorBuilder;
import dev.wakit.testkit.simulator.internal.cli.CommandLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Sets up a simulated Cloud API as the flags say, but for where its webhooks go. */
public final class FlagReader {

    private static final int MANY = 1_000_000;

    private FlagReader() {}

    /**
     * Takes over every flag but {@link Flag#WEBHOOK_URL}.
     *
     * @throws IllegalArgumentException naming the flag that is wrong
     */
    public static void apply(CommandLine<Flag> line, MetaSimulatorBuilder builder) {
        identity(line, builder);
        sending(line, builder);
        webhooks(line, builder);
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
    }
}
