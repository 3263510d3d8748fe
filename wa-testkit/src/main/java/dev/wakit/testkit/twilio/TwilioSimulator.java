package dev.wakit.testkit.twilio;

import dev.wakit.testkit.simulator.Ledger;
import dev.wakit.testkit.simulator.SimulatorSummary;
import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.simulator.internal.Span;
import dev.wakit.testkit.simulator.internal.Switches;
import dev.wakit.testkit.simulator.internal.Workers;
import dev.wakit.testkit.simulator.internal.http.SimulatorServer;
import dev.wakit.testkit.simulator.internal.ledger.RecordedLedger;
import dev.wakit.testkit.simulator.internal.limit.ThroughputLimit;
import dev.wakit.testkit.simulator.internal.webhook.PendingEvents;
import dev.wakit.testkit.twilio.internal.Sids;
import dev.wakit.testkit.twilio.internal.TwilioSettings;
import dev.wakit.testkit.twilio.internal.callback.CallbackOutbox;
import dev.wakit.testkit.twilio.internal.callback.CallbackPost;
import dev.wakit.testkit.twilio.internal.callback.Callbacks;
import dev.wakit.testkit.twilio.internal.callback.Tunnels;
import dev.wakit.testkit.twilio.internal.content.Approvals;
import dev.wakit.testkit.twilio.internal.content.ContentDesk;
import dev.wakit.testkit.twilio.internal.content.ContentStore;
import dev.wakit.testkit.twilio.internal.content.StoredContent;
import dev.wakit.testkit.twilio.internal.error.TwilioError;
import dev.wakit.testkit.twilio.internal.error.TwilioErrors;
import dev.wakit.testkit.twilio.internal.http.SenderList;
import dev.wakit.testkit.twilio.internal.http.TwilioAdminEndpoint;
import dev.wakit.testkit.twilio.internal.http.TwilioEndpoint;
import dev.wakit.testkit.twilio.internal.message.Messages;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;

/**
 * Twilio's API for WhatsApp on 127.0.0.1, which accepts, limits, refuses, loses and reports messages as Twilio does.
 *
 * <p>One address stands for {@code api}, {@code content} and {@code messaging.twilio.com}. What happens to a message is chosen
 * by the recipient's last digits, see {@link TwilioOutcome}; what was accepted is in the {@link #ledger()}. Thread-safe.
 *
 * <pre>{@code
 * try (var simulator = TwilioSimulator.start()) {
 *     simulator.webhooksTo(URI.create("http://127.0.0.1:8080/twilio/inbound"));
 *     // point the client at simulator.baseUrl() with simulator.accountSid() and simulator.authToken()
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class TwilioSimulator implements AutoCloseable {

    private final TwilioSettings settings;
    private final Workers workers = Workers.start();
    private final SimulatorServer server;
    private final RecordedLedger ledger;
    private final Switches<TwilioError> switches;
    private final ThroughputLimit throughput;
    private final PendingEvents changes = new PendingEvents();
    private final PendingEvents pending = new PendingEvents();
    private final Tunnels tunnels;
    private final CallbackOutbox outbox;
    private final Callbacks callbacks;
    private final ContentStore contents;
    private final Approvals approvals;
    private final Messages messages;
    private final SenderList senders;
    private final TwilioEndpoint endpoint;
    private final CountDownLatch closed = new CountDownLatch(1);

    private TwilioSimulator(TwilioSettings settings) {
        this.settings = settings;
        this.server = SimulatorServer.bind(settings.port(), workers.executor(), workers.timer());
        this.ledger = new RecordedLedger(settings.clock(), settings.ledgerFile());
        this.switches = new Switches<>(
                TwilioErrors.unavailable(),
                settings.chances().lostResponses(),
                settings.latencies().usual());
        this.throughput = new ThroughputLimit(settings.rates().messagesPerSecond(), System::nanoTime);
        this.tunnels = new Tunnels(settings.callbacks().tunnels());
        CallbackPost post = new CallbackPost(settings.account(), tunnels, workers.executor());
        this.outbox = new CallbackOutbox(
                settings.callbacks().concurrency(), post, pending, ledger, workers.executor(), workers.timer());
        Dice dice = new Dice(settings.seed());
        this.callbacks = new Callbacks(settings, dice, outbox, pending, workers.timer());
        this.contents = new ContentStore(new Sids(dice), settings.clock());
        settings.contents().forEach(contents::add);
        this.approvals = new Approvals(contents, settings.contentRules(), workers.timer());
        this.messages =
                new Messages(settings, dice, switches, contents, throughput, ledger, callbacks, changes, workers);
        String baseUrl = baseUrl().toString();
        this.senders = new SenderList(settings.senders(), baseUrl);
        this.endpoint = new TwilioEndpoint(
                settings.account(),
                switches,
                messages.create(),
                messages.desk(),
                new ContentDesk(contents, approvals, accountSid(), baseUrl),
                senders,
                settings.rates().concurrentRequests());
    }

    /** Starts a simulator with the defaults on a free port. */
    public static TwilioSimulator start() {
        return builder().start();
    }

    /** Returns a builder with the defaults. */
    public static TwilioSimulatorBuilder builder() {
        return new TwilioSimulatorBuilder();
    }

    static TwilioSimulator start(TwilioSettings settings) {
        TwilioSimulator simulator = new TwilioSimulator(settings);
        simulator.server.start(simulator.endpoint, new TwilioAdminEndpoint(simulator, settings.shutdownAllowed()));
        return simulator;
    }

    /** Returns the address that stands for all hosts of Twilio. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Returns the SID of the account. */
    public String accountSid() {
        return settings.account().sid();
    }

    /** Returns the auth token, which also signs callbacks. */
    public String authToken() {
        return settings.account().authToken();
    }

    /** Replaces the auth token: the old one is refused from now on, and signs nothing any more. */
    public void authToken(String token) {
        settings.account().authToken(Objects.requireNonNull(token, "token"));
    }

    /** Returns the SID of the API key. */
    public String apiKeySid() {
        return settings.account().apiKeySid();
    }

    /** Returns the secret of the API key. */
    public String apiKeySecret() {
        return settings.account().apiKeySecret();
    }

    /** Returns the address of the first sender, such as {@code whatsapp:+14155550100}. */
    public String sender() {
        return settings.senders().own().get(0);
    }

    /** Returns the SID of the first Messaging Service. */
    public String messagingServiceSid() {
        return new TreeSet<>(settings.senders().services().keySet()).first();
    }

    /** Returns the seed; a simulator with the same one hands out the same ids and takes the same chances. */
    public long seed() {
        return settings.seed();
    }

    /** Returns the record of everything accepted. */
    public Ledger ledger() {
        return ledger;
    }

    /** Returns all counters. */
    public SimulatorSummary summary() {
        return new SimulatorSummary(
                ledger.requests(),
                ledger.outcomes().values().stream().mapToLong(Long::longValue).sum(),
                ledger.rejections(),
                ledger.duplicates().size(),
                ledger.uniqueRecipients(),
                ledger.outcomes(),
                pending.pending(),
                pending.delivered(),
                pending.dropped());
    }

    /** Sends inbound messages to the given address from now on; without one they are dropped. */
    public void webhooksTo(URI url) {
        callbacks.inboundTo(Objects.requireNonNull(url, "url"));
    }

    /** Sends the statuses of messages without a {@code StatusCallback} to the given address from now on. */
    public void statusCallbacksTo(URI url) {
        callbacks.statusesTo(Objects.requireNonNull(url, "url"));
    }

    /**
     * Posts what is addressed to a public address to another one, as a reverse proxy would; the public one is signed.
     *
     * @param publicAddress how the addresses begin, such as {@code https://hooks.example.com}
     * @param target what stands there instead, such as {@code http://127.0.0.1:8080}
     */
    public void tunnel(URI publicAddress, URI target) {
        tunnels.add(Objects.requireNonNull(publicAddress, "publicAddress"), Objects.requireNonNull(target, "target"));
    }

    /**
     * Waits until every accepted message has reached its last status and no callback is pending.
     *
     * @throws IllegalStateException when something is still pending after the timeout
     */
    public void awaitQuiet(Duration timeout) {
        long start = System.nanoTime();
        try {
            if (!changes.awaitNone(timeout) || !pending.awaitNone(timeout.minusNanos(System.nanoTime() - start))) {
                throw new IllegalStateException(changes.pending() + " changes and " + pending.pending()
                        + " callbacks are still pending after " + timeout);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while callbacks were pending", e);
        }
    }

    /** Holds callbacks back; what comes due meanwhile is posted after {@link #resumeWebhooks()}. */
    public void pauseWebhooks() {
        outbox.paused(true);
    }

    /** Posts callbacks again. */
    public void resumeWebhooks() {
        outbox.paused(false);
    }

    /** Changes the share of callbacks that come twice. */
    public void duplicateWebhooks(double share) {
        callbacks.duplicateShare(TwilioSimulatorBuilder.share("duplicateWebhooks", share));
    }

    /** Changes the share of callbacks that never come. */
    public void dropWebhooks(double share) {
        callbacks.dropShare(TwilioSimulatorBuilder.share("dropWebhooks", share));
    }

    /** Refuses the next {@code count} messages with the given HTTP status and code. */
    public void failNext(int count, int httpStatus, int code) {
        switches.failNext(count, TwilioErrors.scripted(httpStatus, code));
    }

    /** Changes the share of accepted messages whose answer is lost. */
    public void loseResponses(double share) {
        switches.lostResponses(TwilioSimulatorBuilder.share("loseResponses", share));
    }

    /** Answers every request with HTTP 503 and code 20503 while true; callbacks flow on. */
    public void outage(boolean down) {
        switches.outage(down);
    }

    /** Changes how long answers take. */
    public void latency(Duration shortest, Duration longest) {
        switches.latency(new Span(shortest, longest));
    }

    /** Changes the throughput limit of each sender; 0 switches it off. */
    public void messagesPerSecond(int count) {
        throughput.perSecond(count);
    }

    /** Changes how many requests are answered at once, above which HTTP 429 comes with 20429; 0 switches it off. */
    public void concurrentRequests(int count) {
        endpoint.mostOpen(count);
    }

    /** Changes the quality rating that the list of senders shows, such as {@code MEDIUM}. */
    public void qualityRating(String rating) {
        senders.quality(Objects.requireNonNull(rating, "rating"));
    }

    /** Changes the limit that the list of senders shows, such as {@code 1K Customers/24hr}. */
    public void messagingLimit(String limit) {
        senders.limit(Objects.requireNonNull(limit, "limit"));
    }

    /** Changes the status that the list of senders shows for an address, such as {@code OFFLINE}. */
    public void senderStatus(String sender, String status) {
        senders.status(Objects.requireNonNull(sender, "sender"), Objects.requireNonNull(status, "status"));
    }

    /** Registers a content, replacing the one of the same name and language, and returns its SID. */
    public String content(SimulatedContent content) {
        return contents.add(Objects.requireNonNull(content, "content"));
    }

    /**
     * Returns the SID of the content with the name that only the business sees.
     *
     * @throws IllegalArgumentException if there is no such content
     */
    public String contentSid(String friendlyName) {
        return contents.named(friendlyName)
                .map(StoredContent::sid)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no content '" + friendlyName + "'; register it with content(...)."));
    }

    /**
     * Changes the approval of a content.
     *
     * @param status such as {@code approved}, {@code paused} or {@code disabled}
     * @throws IllegalArgumentException if there is no such content
     */
    public void contentStatus(String contentSid, String status, String reason) {
        if (!approvals.change(contentSid, status, reason)) {
            throw new IllegalArgumentException("There is no content " + contentSid + ".");
        }
    }

    /** Lets a customer write a text to the first sender, and returns the SID of the inbound message. */
    public String customerWrites(String from, String text) {
        return customerSends(from, TwilioInbound.text(text));
    }

    /**
     * Lets a customer send anything to the first sender, and returns the SID of the inbound message.
     *
     * @param from a phone number, or a business-scoped user id for somebody who hides it
     */
    public String customerSends(String from, TwilioInbound message) {
        String person = from.indexOf('.') > 0 ? from : from.replaceAll("[^0-9]", "");
        return messages.inbound().arrives(person, sender(), message);
    }

    /** Sends every scheduled message now, as if its time had come, and returns how many there were. */
    public int releaseScheduled() {
        return messages.scheduler().releaseAll();
    }

    /** Waits until the simulator is closed, by {@link #close()} or by the shutdown endpoint. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /** Stops the server at once; waiting requests see a closed connection, pending callbacks are not posted. Idempotent. */
    @Override
    public void close() {
        server.close();
        workers.close();
        ledger.close();
        closed.countDown();
    }
}
