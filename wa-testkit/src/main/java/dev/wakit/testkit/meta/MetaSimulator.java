package dev.wakit.testkit.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.Dice;
import dev.wakit.testkit.meta.internal.Json;
import dev.wakit.testkit.meta.internal.Settings;
import dev.wakit.testkit.meta.internal.Span;
import dev.wakit.testkit.meta.internal.TemplateRules;
import dev.wakit.testkit.meta.internal.Workers;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.http.AdminEndpoint;
import dev.wakit.testkit.meta.internal.http.GraphEndpoint;
import dev.wakit.testkit.meta.internal.http.PhoneNumberNode;
import dev.wakit.testkit.meta.internal.http.SimulatorServer;
import dev.wakit.testkit.meta.internal.ledger.RecordedLedger;
import dev.wakit.testkit.meta.internal.limit.ThroughputLimit;
import dev.wakit.testkit.meta.internal.media.MediaShelf;
import dev.wakit.testkit.meta.internal.message.SendEndpoint;
import dev.wakit.testkit.meta.internal.message.Switches;
import dev.wakit.testkit.meta.internal.reply.TraceIds;
import dev.wakit.testkit.meta.internal.template.TemplateDesk;
import dev.wakit.testkit.meta.internal.template.TemplateEdge;
import dev.wakit.testkit.meta.internal.template.TemplateNews;
import dev.wakit.testkit.meta.internal.template.TemplateRegistry;
import dev.wakit.testkit.meta.internal.template.TemplateReviews;
import dev.wakit.testkit.meta.internal.template.TemplateStore;
import dev.wakit.testkit.meta.internal.webhook.Handshake;
import dev.wakit.testkit.meta.internal.webhook.MessageWebhooks;
import dev.wakit.testkit.meta.internal.webhook.PendingEvents;
import dev.wakit.testkit.meta.internal.webhook.WebhookOutbox;
import dev.wakit.testkit.meta.internal.webhook.WebhookPost;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * A Cloud API on 127.0.0.1 that accepts, limits, refuses, loses and reports messages as Meta does.
 *
 * <p>What happens to a message is chosen by the recipient's last digits, see {@link MagicNumber}; what was accepted is
 * in the {@link #ledger()}. Thread-safe.
 *
 * <pre>{@code
 * try (var simulator = MetaSimulator.start()) {
 *     simulator.webhooksTo(URI.create("http://127.0.0.1:8080/webhook"));
 *     // point the client at simulator.baseUrl() with simulator.accessToken()
 * }
 * }</pre>
 */
public final class MetaSimulator implements AutoCloseable {

    private final Settings settings;
    private final Workers workers = Workers.start();
    private final SimulatorServer server;
    private final RecordedLedger ledger;
    private final Switches switches;
    private final TemplateRegistry templates;
    private final ThroughputLimit throughput;
    private final PendingEvents pending = new PendingEvents();
    private final WebhookOutbox outbox;
    private final MessageWebhooks webhooks;
    private final TemplateNews templateNews;
    private final TemplateReviews templateReviews;
    private final PhoneNumberNode phoneNumbers;
    private final CountDownLatch closed = new CountDownLatch(1);

    private MetaSimulator(Settings settings) {
        this.settings = settings;
        this.server = SimulatorServer.bind(settings.port(), workers.executor(), workers.timer());
        this.ledger = new RecordedLedger(settings.clock(), settings.ledgerFile());
        this.switches = new Switches(
                settings.chances().lostResponses(), settings.latencies().usual());
        this.templates = new TemplateRegistry(settings.templates());
        this.throughput = new ThroughputLimit(settings.rates().messagesPerSecond(), System::nanoTime);
        WebhookPost post =
                new WebhookPost(settings.identity(), settings.webhooks().escaped(), workers.executor());
        this.outbox =
                new WebhookOutbox(settings.webhooks(), post, pending, ledger, workers.executor(), workers.timer());
        Dice dice = new Dice(settings.seed());
        this.webhooks = new MessageWebhooks(settings, dice, outbox, pending, workers.timer());
        this.templateNews = new TemplateNews((field, value) -> webhooks.changes(phoneNumberId(), field, value, false));
        this.templateReviews = new TemplateReviews(templates, settings.templateRules(), templateNews, workers.timer());
        this.phoneNumbers = new PhoneNumberNode(settings.identity(), throughput);
    }

    /** Starts a simulator with the defaults on a free port. */
    public static MetaSimulator start() {
        return builder().start();
    }

    /** Returns a builder with the defaults. */
    public static MetaSimulatorBuilder builder() {
        return new MetaSimulatorBuilder();
    }

    static MetaSimulator start(Settings settings) {
        MetaSimulator simulator = new MetaSimulator(settings);
        simulator.open();
        return simulator;
    }

    private void open() {
        Dice dice = new Dice(settings.seed());
        MediaShelf media = new MediaShelf(dice);
        TraceIds traces = new TraceIds(dice);
        SendEndpoint messages =
                new SendEndpoint(settings, dice, switches, templates, media, throughput, ledger, webhooks, traces);
        TemplateRules rules = settings.templateRules();
        TemplateEdge templateCalls = new TemplateEdge(
                templates,
                new TemplateDesk(templates, rules, templateNews, settings.clock(), templateReviews),
                new TemplateStore(templates, rules, templateNews),
                wabaId(),
                rules.limit(),
                this::sends);
        GraphEndpoint graph = new GraphEndpoint(
                settings.identity(),
                baseUrl().toString(),
                switches,
                messages,
                templateCalls,
                media,
                phoneNumbers,
                traces);
        server.start(graph, new AdminEndpoint(this, settings.shutdownAllowed()));
    }

    private long sends(String templateName) {
        return ledger.accepted().stream()
                .filter(entry -> templateName.equals(entry.templateName()))
                .count();
    }

    /** Returns the address that stands for {@code https://graph.facebook.com}, without a version. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Returns the bearer token a client must bring. */
    public String accessToken() {
        return settings.identity().accessToken();
    }

    /** Returns the id of the first sending phone number. */
    public String phoneNumberId() {
        return settings.identity().phoneNumberIds().get(0);
    }

    /** Returns the id of the WhatsApp business account. */
    public String wabaId() {
        return settings.identity().wabaId();
    }

    /** Returns the secret webhooks are signed with. */
    public String appSecret() {
        return settings.identity().appSecret();
    }

    /** Returns the token of the handshake. */
    public String verifyToken() {
        return settings.identity().verifyToken();
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

    /** Sends webhooks to the given address from now on. */
    public void webhooksTo(URI url) {
        outbox.target(Objects.requireNonNull(url, "url"));
    }

    /** Performs the GET verification and returns true when the endpoint answered with the challenge. */
    public boolean handshake(URI url) {
        return Handshake.succeeds(url, verifyToken(), settings.seed());
    }

    /**
     * Waits until no webhook is pending.
     *
     * @throws IllegalStateException when webhooks are still pending after the timeout
     */
    public void awaitQuiet(Duration timeout) {
        try {
            if (!pending.awaitNone(timeout)) {
                throw new IllegalStateException(
                        pending.pending() + " webhook events are still pending after " + timeout);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while webhooks were pending", e);
        }
    }

    /** Holds webhooks back; what comes due meanwhile is posted after {@link #resumeWebhooks()}. */
    public void pauseWebhooks() {
        outbox.paused(true);
    }

    /** Posts webhooks again. */
    public void resumeWebhooks() {
        outbox.paused(false);
    }

    /** Changes the share of events that come twice. */
    public void duplicateWebhooks(double share) {
        webhooks.duplicateShare(MetaSimulatorBuilder.share("duplicateWebhooks", share));
    }

    /** Changes the share of events that never come. */
    public void dropWebhooks(double share) {
        webhooks.dropShare(MetaSimulatorBuilder.share("dropWebhooks", share));
    }

    /** Refuses the next {@code count} send requests with the given HTTP status and Graph code. */
    public void failNext(int count, int httpStatus, int code) {
        switches.failNext(count, GraphErrors.scripted(httpStatus, code));
    }

    /** Changes the share of accepted messages whose answer is lost. */
    public void loseResponses(double share) {
        switches.lostResponses(MetaSimulatorBuilder.share("loseResponses", share));
    }

    /** Answers every Graph request with HTTP 503 and code 2 while true; webhooks flow on. */
    public void outage(boolean down) {
        switches.outage(down);
    }

    /** Changes how long answers take. */
    public void latency(Duration shortest, Duration longest) {
        switches.latency(new Span(shortest, longest));
    }

    /** Changes the throughput limit of each phone number; 0 switches it off. */
    public void messagesPerSecond(int count) {
        throughput.perSecond(count);
    }

    /** Changes the quality rating of the phone numbers: {@code GREEN}, {@code YELLOW} or {@code RED}. */
    public void qualityRating(String rating) {
        phoneNumbers.quality(Objects.requireNonNull(rating, "rating"));
    }

    /** Registers a template, replacing the one of the same name and language; so a template can be paused at run time. */
    public void template(SimulatedTemplate template) {
        templates.put(Objects.requireNonNull(template, "template"));
    }

    /**
     * Changes the status of a template and posts the webhook of it.
     *
     * @param status such as {@code PAUSED}, {@code DISABLED} or {@code APPROVED}
     * @param title Meta's title for a pause, such as {@code FIRST_PAUSE}; empty for none
     * @throws IllegalArgumentException if there is no such template
     */
    public void templateStatus(String name, String language, String status, String title) {
        templateReviews.changeStatus(name, language, status, title);
    }

    /** Changes the quality of a template to {@code GREEN}, {@code YELLOW} or {@code RED}, and posts the webhook of it. */
    public void templateQuality(String name, String language, String rating) {
        templateReviews.changeQuality(name, language, rating);
    }

    /** Changes the category of a template, and posts the webhook of it. */
    public void templateCategory(String name, String language, SimulatedTemplate.Category category) {
        templateReviews.changeCategory(name, language, category.name());
    }

    /** Lets a customer write a text to the first phone number, and returns the id of the inbound message. */
    public String customerWrites(String from, String text) {
        ObjectNode content = Json.object().put("type", "text");
        content.putObject("text").put("body", text);
        return webhooks.customerWrites(phoneNumberId(), from.replaceAll("[^0-9]", ""), content);
    }

    /** Lets a customer press a quick-reply button of a template, and returns the id of the inbound message. */
    public String customerPresses(String from, String text, String payload) {
        ObjectNode content = Json.object().put("type", "button");
        content.putObject("button").put("payload", payload).put("text", text);
        return webhooks.customerWrites(phoneNumberId(), from.replaceAll("[^0-9]", ""), content);
    }

    /** Waits until the simulator is closed, by {@link #close()} or by the shutdown endpoint. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /** Stops the server at once; waiting requests see a closed connection, pending webhooks are not posted. Idempotent. */
    @Override
    public void close() {
        server.close();
        workers.close();
        ledger.close();
        closed.countDown();
    }
}
