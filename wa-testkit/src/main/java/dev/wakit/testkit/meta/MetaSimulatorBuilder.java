package dev.wakit.testkit.meta;

import dev.wakit.testkit.meta.internal.Front;
import dev.wakit.testkit.meta.internal.Identity;
import dev.wakit.testkit.meta.internal.Settings;
import dev.wakit.testkit.meta.internal.TemplateRules;
import dev.wakit.testkit.meta.internal.WebhookRules;
import dev.wakit.testkit.meta.internal.template.BuiltInTemplates;
import dev.wakit.testkit.meta.internal.webhook.MetaFront;
import dev.wakit.testkit.simulator.MagicNumber;
import dev.wakit.testkit.simulator.internal.Span;
import dev.wakit.testkit.simulator.internal.webhook.EventRules;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects the behaviour of a simulator; everything has a default. Not thread-safe.
 *
 * <p>Shares are numbers between 0 and 1.
 */
public final class MetaSimulatorBuilder {

    private static final int LARGEST_BATCH = 1000;

    private final List<SimulatedTemplate> templates = new ArrayList<>(BuiltInTemplates.all());
    private final Map<String, List<SimulatedTemplate>> otherAccounts = new HashMap<>();
    private Duration templateReview = Duration.ofSeconds(2);
    private TemplateReviewer templateReviewer = TemplateReviewer.byName();
    private int templateLimit = 250;
    private int port;
    private long seed = 1;
    private InstantSource clock = InstantSource.system();
    private String accessToken = "EAAsimulatedAccessToken";
    private String appSecret = "simulated-app-secret";
    private String verifyToken = "simulated-verify-token";
    private List<String> phoneNumberIds = List.of("106540352242922");
    private String wabaId = "102290129340398";
    private Span latency = Span.millis(20, 80);
    private Duration slow = Duration.ofSeconds(3);
    private Duration verySlow = Duration.ofSeconds(25);
    private Duration held = Duration.ofSeconds(3);
    private int messagesPerSecond = 80;
    private Duration pairInterval = Duration.ofSeconds(6);
    private int pairBurst = 45;
    private Span webhookDelay = Span.millis(50, 1500);
    private double duplicateShare;
    private double dropShare;
    private boolean shuffled;
    private boolean escaped = true;
    private int batchSize = 1;
    private Duration batchWindow = Duration.ZERO;
    private int concurrency = 4;
    private Duration retryFor = Duration.ofMinutes(10);
    private double unread;
    private double lostResponses;
    private boolean magicNumbers = true;
    private boolean shutdownAllowed;
    private @Nullable Path ledgerFile;
    private @Nullable URI webhookUrl;
    private @Nullable Front front;

    MetaSimulatorBuilder() {}

    /** Sets the port; 0, the default, takes a free one. */
    public MetaSimulatorBuilder port(int number) {
        this.port = (int) range("port", number, 0, 65_535);
        return this;
    }

    /** Sets the seed everything random comes from; 1 unless set. */
    public MetaSimulatorBuilder seed(long number) {
        this.seed = number;
        return this;
    }

    /** Sets the source of the times in webhooks and in the ledger; the system's clock unless set. */
    public MetaSimulatorBuilder clock(InstantSource source) {
        this.clock = Objects.requireNonNull(source, "clock");
        return this;
    }

    /** Sets the bearer token clients must bring. */
    public MetaSimulatorBuilder accessToken(String token) {
        this.accessToken = Objects.requireNonNull(token, "accessToken");
        return this;
    }

    /** Sets the secret webhooks are signed with. */
    public MetaSimulatorBuilder appSecret(String secret) {
        this.appSecret = Objects.requireNonNull(secret, "appSecret");
        return this;
    }

    /** Sets the token of the handshake. */
    public MetaSimulatorBuilder verifyToken(String token) {
        this.verifyToken = Objects.requireNonNull(token, "verifyToken");
        return this;
    }

    /** Sets the ids of the sending phone numbers; the first is the one {@link MetaSimulator#phoneNumberId()} returns. */
    public MetaSimulatorBuilder phoneNumberIds(List<String> ids) {
        this.phoneNumberIds = List.copyOf(ids);
        return this;
    }

    /** Sets the id of the WhatsApp business account. */
    public MetaSimulatorBuilder wabaId(String id) {
        this.wabaId = Objects.requireNonNull(id, "wabaId");
        return this;
    }

    /** Registers a template besides the built-in ones, replacing one of the same name and language. */
    public MetaSimulatorBuilder addTemplate(SimulatedTemplate template) {
        templates.add(Objects.requireNonNull(template, "template"));
        return this;
    }

    /** Sets how long the review of a new or edited template takes; 2 s unless set. */
    public MetaSimulatorBuilder templateReview(Duration duration) {
        this.templateReview = Objects.requireNonNull(duration, "templateReview");
        return this;
    }

    /** Sets who decides about templates; {@link TemplateReviewer#byName()} unless set. */
    public MetaSimulatorBuilder templateReviewer(TemplateReviewer reviewer) {
        this.templateReviewer = Objects.requireNonNull(reviewer, "templateReviewer");
        return this;
    }

    /** Sets how many templates the account may have, the built-in ones among them; 250 unless set. */
    public MetaSimulatorBuilder templateLimit(int count) {
        this.templateLimit = (int) range("templateLimit", count, 0, 1_000_000);
        return this;
    }

    /** Adds a business account that templates can be copied from. */
    public MetaSimulatorBuilder addOtherAccount(String id, List<SimulatedTemplate> accountTemplates) {
        otherAccounts.put(Objects.requireNonNull(id, "id"), List.copyOf(accountTemplates));
        return this;
    }

    /** Sets how long an answer takes; 20 to 80 ms unless set. */
    public MetaSimulatorBuilder latency(Duration shortest, Duration longest) {
        this.latency = new Span(shortest, longest);
        return this;
    }

    /** Sets how long {@link MagicNumber#SLOW} and {@link MagicNumber#VERY_SLOW} take; 3 s and 25 s unless set. */
    public MetaSimulatorBuilder slowAnswers(Duration slowAnswer, Duration verySlowAnswer) {
        this.slow = Objects.requireNonNull(slowAnswer, "slow");
        this.verySlow = Objects.requireNonNull(verySlowAnswer, "verySlow");
        return this;
    }

    /** Sets how long a template is held for quality assessment; 3 s unless set. */
    public MetaSimulatorBuilder heldFor(Duration duration) {
        this.held = Objects.requireNonNull(duration, "heldFor");
        return this;
    }

    /** Sets how many messages one phone number may send in any second; 80 unless set, 0 for no limit. */
    public MetaSimulatorBuilder messagesPerSecond(int count) {
        this.messagesPerSecond = (int) range("messagesPerSecond", count, 0, 1_000_000);
        return this;
    }

    /** Sets the pair limit: a message each 6 s and a burst of 45 unless set; a burst of 0 switches it off. */
    public MetaSimulatorBuilder pairLimit(Duration interval, int burst) {
        this.pairInterval = Objects.requireNonNull(interval, "interval");
        this.pairBurst = (int) range("burst", burst, 0, 1_000_000);
        return this;
    }

    /** Sets how long after the one before each status comes; 50 to 1,500 ms unless set. */
    public MetaSimulatorBuilder webhookDelay(Duration shortest, Duration longest) {
        this.webhookDelay = new Span(shortest, longest);
        return this;
    }

    /** Sets the share of events that come twice; 0 unless set. */
    public MetaSimulatorBuilder duplicateWebhooks(double share) {
        this.duplicateShare = share("duplicateWebhooks", share);
        return this;
    }

    /** Sets the share of events that never come; 0 unless set. */
    public MetaSimulatorBuilder dropWebhooks(double share) {
        this.dropShare = share("dropWebhooks", share);
        return this;
    }

    /**
     * Lets the events of a message come in any order; in order unless set.
     *
     * <p>Even in order, events a few milliseconds apart may overtake each other when several webhooks are posted at
     * once; a {@link #webhookConcurrency} of 1 rules that out.
     */
    public MetaSimulatorBuilder shuffledWebhooks(boolean shuffle) {
        this.shuffled = shuffle;
        return this;
    }

    /** Writes characters outside ASCII as escapes, as Meta does; true unless set. */
    public MetaSimulatorBuilder escapedWebhooks(boolean escape) {
        this.escaped = escape;
        return this;
    }

    /** Collects up to {@code size} events, at most 1,000, for up to {@code window}; one event a post unless set. */
    public MetaSimulatorBuilder webhookBatches(int size, Duration window) {
        this.batchSize = (int) range("size", size, 1, LARGEST_BATCH);
        this.batchWindow = Objects.requireNonNull(window, "window");
        return this;
    }

    /** Sets how many webhooks are posted at once; 4 unless set. */
    public MetaSimulatorBuilder webhookConcurrency(int posts) {
        this.concurrency = (int) range("webhookConcurrency", posts, 1, 1000);
        return this;
    }

    /** Sets how long a webhook that is not answered with 200 is tried again; 10 minutes unless set. */
    public MetaSimulatorBuilder webhookRetries(Duration duration) {
        this.retryFor = Objects.requireNonNull(duration, "webhookRetries");
        return this;
    }

    /** Sets where webhooks go; without a target they are dropped. */
    public MetaSimulatorBuilder webhooksTo(URI url) {
        this.webhookUrl = Objects.requireNonNull(url, "url");
        return this;
    }

    /** Sets the share of ordinary recipients that never read a message; 0 unless set. */
    public MetaSimulatorBuilder unreadRecipients(double share) {
        this.unread = share("unreadRecipients", share);
        return this;
    }

    /** Sets the share of accepted messages whose answer is lost; 0 unless set. */
    public MetaSimulatorBuilder loseResponses(double share) {
        this.lostResponses = share("loseResponses", share);
        return this;
    }

    /** Makes every number ordinary when false; true unless set. */
    public MetaSimulatorBuilder magicNumbers(boolean magic) {
        this.magicNumbers = magic;
        return this;
    }

    /** Appends every record to a file, forced to the disk before the client gets its answer. */
    public MetaSimulatorBuilder ledgerFile(Path path) {
        this.ledgerFile = Objects.requireNonNull(path, "ledgerFile");
        return this;
    }

    /** Lets {@code POST /_simulator/shutdown} close the simulator; false unless set. */
    public MetaSimulatorBuilder shutdownAllowed(boolean allowed) {
        this.shutdownAllowed = allowed;
        return this;
    }

    /** Puts a simulated BSP before the Cloud API; for the simulators of this module only. */
    public MetaSimulatorBuilder behind(Front bsp) {
        this.front = Objects.requireNonNull(bsp, "front");
        return this;
    }

    /** Starts the simulator. */
    public MetaSimulator start() {
        MetaSimulator simulator = MetaSimulator.start(settings());
        if (webhookUrl != null) {
            simulator.webhooksTo(webhookUrl);
        }
        return simulator;
    }

    private Settings settings() {
        return new Settings(
                new Identity(
                        accessToken,
                        phoneNumberIds,
                        wabaId,
                        appSecret,
                        verifyToken,
                        "+1 631-555-5555",
                        "WaKit Simulator"),
                templates,
                new TemplateRules(templateReview, templateReviewer, templateLimit, otherAccounts),
                port,
                seed,
                clock,
                new Settings.Latencies(latency, slow, verySlow, held),
                new Settings.RateRules(messagesPerSecond, pairInterval, pairBurst),
                new WebhookRules(
                        new EventRules(webhookDelay, duplicateShare, dropShare, shuffled),
                        escaped,
                        batchSize,
                        batchWindow,
                        concurrency,
                        retryFor),
                new Settings.Chances(unread, lostResponses, magicNumbers),
                ledgerFile,
                shutdownAllowed,
                front == null ? new MetaFront(appSecret) : front);
    }

    static double share(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + ": " + share + " is not a share between 0 and 1");
        }
        return share;
    }

    private static long range(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " is not between " + least + " and " + most);
        }
        return value;
    }
}
