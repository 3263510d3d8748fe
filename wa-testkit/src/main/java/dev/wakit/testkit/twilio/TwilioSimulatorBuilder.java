package dev.wakit.testkit.twilio;

import dev.wakit.testkit.simulator.MagicNumber;
import dev.wakit.testkit.simulator.internal.Span;
import dev.wakit.testkit.simulator.internal.webhook.EventRules;
import dev.wakit.testkit.twilio.internal.Account;
import dev.wakit.testkit.twilio.internal.Senders;
import dev.wakit.testkit.twilio.internal.TwilioSettings;
import dev.wakit.testkit.twilio.internal.content.BuiltInContents;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects the behaviour of a simulator; everything has a default. Not thread-safe.
 *
 * <p>Shares are numbers between 0 and 1. Senders are phone numbers such as {@code +14155550100}, with or without
 * {@code whatsapp:} in front.
 *
 * @since 0.1
 */
public final class TwilioSimulatorBuilder {

    private static final String CHANNEL = "whatsapp:";
    private static final int MANY = 1_000_000;

    private final List<SimulatedContent> contents = new ArrayList<>(BuiltInContents.all());
    private final List<String> foreignSenders = new ArrayList<>();
    private final Map<String, List<String>> services = new TreeMap<>();
    private final Map<URI, URI> tunnels = new LinkedHashMap<>();
    private Duration contentReview = Duration.ofSeconds(2);
    private ContentReviewer contentReviewer = ContentReviewer.byName();
    private int port;
    private long seed = 1;
    private InstantSource clock = InstantSource.system();
    private String accountSid = "AC00000000000000000000000000000001";
    private String authToken = "simulated-auth-token";
    private String apiKeySid = "SK00000000000000000000000000000001";
    private String apiKeySecret = "simulated-api-key-secret";
    private List<String> senders = List.of(CHANNEL + "+14155550100");
    private Span latency = Span.millis(20, 80);
    private Duration slow = Duration.ofSeconds(3);
    private Duration verySlow = Duration.ofSeconds(25);
    private Duration held = Duration.ofSeconds(3);
    private Duration listed = Duration.ZERO;
    private int messagesPerSecond = 80;
    private Duration pairInterval = Duration.ofSeconds(6);
    private int pairBurst = 45;
    private int concurrentRequests = 100;
    private int scheduledMessages = 500_000;
    private Span webhookDelay = Span.millis(50, 1500);
    private double duplicateShare;
    private double dropShare;
    private boolean shuffled;
    private int concurrency = 4;
    private double unread;
    private double lostResponses;
    private boolean magicNumbers = true;
    private boolean window;
    private boolean shutdownAllowed;
    private @Nullable Path ledgerFile;
    private @Nullable URI webhookUrl;
    private @Nullable URI statusUrl;

    TwilioSimulatorBuilder() {}

    /** Sets the port; 0, the default, takes a free one. */
    public TwilioSimulatorBuilder port(int number) {
        this.port = range("port", number, 0, 65_535);
        return this;
    }

    /** Sets the seed everything random comes from; 1 unless set. */
    public TwilioSimulatorBuilder seed(long number) {
        this.seed = number;
        return this;
    }

    /** Sets the source of the times in resources and in the ledger; the system's clock unless set. */
    public TwilioSimulatorBuilder clock(InstantSource source) {
        this.clock = Objects.requireNonNull(source, "clock");
        return this;
    }

    /** Sets the SID of the account and its auth token, which also signs callbacks. */
    public TwilioSimulatorBuilder account(String sid, String token) {
        this.accountSid = sid("sid", sid, "AC");
        this.authToken = Objects.requireNonNull(token, "token");
        return this;
    }

    /** Sets the SID and the secret of the API key that is taken in place of account and token. */
    public TwilioSimulatorBuilder apiKey(String sid, String secret) {
        this.apiKeySid = sid("sid", sid, "SK");
        this.apiKeySecret = Objects.requireNonNull(secret, "secret");
        return this;
    }

    /** Sets the senders; the first is the one {@link TwilioSimulator#sender()} returns. */
    public TwilioSimulatorBuilder senders(List<String> numbers) {
        this.senders = numbers.stream().map(TwilioSimulatorBuilder::address).toList();
        return this;
    }

    /** Adds a sender that belongs to another account: to send from it is refused with 21660. */
    public TwilioSimulatorBuilder addForeignSender(String number) {
        foreignSenders.add(address(number));
        return this;
    }

    /** Adds a Messaging Service with a pool; without any there is one that has all senders. */
    public TwilioSimulatorBuilder addMessagingService(String sid, List<String> pool) {
        services.put(
                sid("sid", sid, "MG"),
                pool.stream().map(TwilioSimulatorBuilder::address).toList());
        return this;
    }

    /** Registers a content besides the built-in ones, replacing one of the same name and language. */
    public TwilioSimulatorBuilder addContent(SimulatedContent content) {
        contents.add(Objects.requireNonNull(content, "content"));
        return this;
    }

    /** Sets how long the review of a content takes; 2 s unless set. */
    public TwilioSimulatorBuilder contentReview(Duration duration) {
        this.contentReview = Objects.requireNonNull(duration, "contentReview");
        return this;
    }

    /** Sets who decides about contents; {@link ContentReviewer#byName()} unless set. */
    public TwilioSimulatorBuilder contentReviewer(ContentReviewer reviewer) {
        this.contentReviewer = Objects.requireNonNull(reviewer, "contentReviewer");
        return this;
    }

    /** Sets how long an answer takes; 20 to 80 ms unless set. */
    public TwilioSimulatorBuilder latency(Duration shortest, Duration longest) {
        this.latency = new Span(shortest, longest);
        return this;
    }

    /** Sets how long {@link MagicNumber#SLOW} and {@link MagicNumber#VERY_SLOW} take; 3 s and 25 s unless set. */
    public TwilioSimulatorBuilder slowAnswers(Duration slowAnswer, Duration verySlowAnswer) {
        this.slow = Objects.requireNonNull(slowAnswer, "slow");
        this.verySlow = Objects.requireNonNull(verySlowAnswer, "verySlow");
        return this;
    }

    /** Sets how long a message with a content is held for {@link MagicNumber#HELD_THEN_RELEASED}; 3 s unless set. */
    public TwilioSimulatorBuilder heldFor(Duration duration) {
        this.held = Objects.requireNonNull(duration, "heldFor");
        return this;
    }

    /** Sets how long after its creation a message is in lists; at once unless set. */
    public TwilioSimulatorBuilder listedAfter(Duration duration) {
        this.listed = Objects.requireNonNull(duration, "listedAfter");
        return this;
    }

    /** Sets how many messages a sender may send in any second, above which they fail with 63018; 80 unless set, 0 for no limit. */
    public TwilioSimulatorBuilder messagesPerSecond(int count) {
        this.messagesPerSecond = range("messagesPerSecond", count, 0, MANY);
        return this;
    }

    /** Sets the pair limit: a message each 6 s and a burst of 45 unless set; a burst of 0 switches it off. */
    public TwilioSimulatorBuilder pairLimit(Duration interval, int burst) {
        this.pairInterval = Objects.requireNonNull(interval, "interval");
        this.pairBurst = range("burst", burst, 0, MANY);
        return this;
    }

    /** Sets how many requests are answered at once, above which HTTP 429 comes with 20429; 100 unless set, 0 for no limit. */
    public TwilioSimulatorBuilder concurrentRequests(int count) {
        this.concurrentRequests = range("concurrentRequests", count, 0, MANY);
        return this;
    }

    /** Sets how many messages may wait for their time; 500,000 unless set, 0 for no limit. */
    public TwilioSimulatorBuilder scheduledMessages(int count) {
        this.scheduledMessages = range("scheduledMessages", count, 0, MANY);
        return this;
    }

    /** Sets how long after the one before each status comes; 50 to 1,500 ms unless set. */
    public TwilioSimulatorBuilder webhookDelay(Duration shortest, Duration longest) {
        this.webhookDelay = new Span(shortest, longest);
        return this;
    }

    /** Sets the share of callbacks that come twice; 0 unless set. */
    public TwilioSimulatorBuilder duplicateWebhooks(double share) {
        this.duplicateShare = share("duplicateWebhooks", share);
        return this;
    }

    /** Sets the share of callbacks that never come; 0 unless set. */
    public TwilioSimulatorBuilder dropWebhooks(double share) {
        this.dropShare = share("dropWebhooks", share);
        return this;
    }

    /** Lets the callbacks of a message come in any order; in order unless set. */
    public TwilioSimulatorBuilder shuffledWebhooks(boolean shuffle) {
        this.shuffled = shuffle;
        return this;
    }

    /** Sets how many callbacks are posted at once; 4 unless set. */
    public TwilioSimulatorBuilder webhookConcurrency(int posts) {
        this.concurrency = range("webhookConcurrency", posts, 1, 1000);
        return this;
    }

    /** Sets where inbound messages go; without an address they are dropped. */
    public TwilioSimulatorBuilder webhooksTo(URI url) {
        this.webhookUrl = Objects.requireNonNull(url, "url");
        return this;
    }

    /** Sets where the statuses of messages go that name no {@code StatusCallback}; nowhere unless set. */
    public TwilioSimulatorBuilder statusCallbacksTo(URI url) {
        this.statusUrl = Objects.requireNonNull(url, "url");
        return this;
    }

    /** Posts what is addressed to a public address to another one, see {@link TwilioSimulator#tunnel}. */
    public TwilioSimulatorBuilder addTunnel(URI publicAddress, URI target) {
        tunnels.put(Objects.requireNonNull(publicAddress, "publicAddress"), Objects.requireNonNull(target, "target"));
        return this;
    }

    /** Sets the share of ordinary recipients that never read a message; 0 unless set. */
    public TwilioSimulatorBuilder unreadRecipients(double share) {
        this.unread = share("unreadRecipients", share);
        return this;
    }

    /** Sets the share of accepted messages whose answer is lost; 0 unless set. */
    public TwilioSimulatorBuilder loseResponses(double share) {
        this.lostResponses = share("loseResponses", share);
        return this;
    }

    /** Makes every number ordinary when false; true unless set. */
    public TwilioSimulatorBuilder magicNumbers(boolean magic) {
        this.magicNumbers = magic;
        return this;
    }

    /**
     * Lets what is no approved content fail with 63016 unless the person wrote within the last 24 hours, by the simulator's
     * clock; false unless set.
     */
    public TwilioSimulatorBuilder customerServiceWindow(boolean enforced) {
        this.window = enforced;
        return this;
    }

    /** Appends every record to a file, forced to the disk before the client gets its answer. */
    public TwilioSimulatorBuilder ledgerFile(Path path) {
        this.ledgerFile = Objects.requireNonNull(path, "ledgerFile");
        return this;
    }

    /** Lets {@code POST /_simulator/shutdown} close the simulator; false unless set. */
    public TwilioSimulatorBuilder shutdownAllowed(boolean allowed) {
        this.shutdownAllowed = allowed;
        return this;
    }

    /** Starts the simulator. */
    public TwilioSimulator start() {
        TwilioSimulator simulator = TwilioSimulator.start(settings());
        if (webhookUrl != null) {
            simulator.webhooksTo(webhookUrl);
        }
        if (statusUrl != null) {
            simulator.statusCallbacksTo(statusUrl);
        }
        return simulator;
    }

    private TwilioSettings settings() {
        Map<String, List<String>> pools =
                services.isEmpty() ? Map.of("MG00000000000000000000000000000001", senders) : services;
        return new TwilioSettings(
                new Account(accountSid, authToken, apiKeySid, apiKeySecret),
                new Senders(senders, foreignSenders, pools),
                contents,
                new TwilioSettings.ContentRules(contentReview, contentReviewer),
                port,
                seed,
                clock,
                new TwilioSettings.Latencies(latency, slow, verySlow, held, listed),
                new TwilioSettings.RateRules(
                        messagesPerSecond, pairInterval, pairBurst, concurrentRequests, scheduledMessages),
                new TwilioSettings.CallbackRules(
                        new EventRules(webhookDelay, duplicateShare, dropShare, shuffled), concurrency, tunnels),
                new TwilioSettings.Chances(unread, lostResponses, magicNumbers, window),
                ledgerFile,
                shutdownAllowed);
    }

    static double share(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + ": " + share + " is not a share between 0 and 1");
        }
        return share;
    }

    private static int range(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " is not between " + least + " and " + most);
        }
        return value;
    }

    private static String sid(String name, String sid, String prefix) {
        if (!sid.matches(prefix + "[0-9a-fA-F]{32}")) {
            throw new IllegalArgumentException(
                    name + ": '" + sid + "' is not " + prefix + " followed by 32 hexadecimal digits");
        }
        return sid;
    }

    private static String address(String number) {
        String digits = number.startsWith(CHANNEL) ? number.substring(CHANNEL.length()) : number;
        if (!digits.matches("\\+[1-9][0-9]{6,14}")) {
            throw new IllegalArgumentException(
                    "a sender is a phone number such as +14155550100; this one has " + digits.length() + " characters");
        }
        return CHANNEL + digits;
    }
}
