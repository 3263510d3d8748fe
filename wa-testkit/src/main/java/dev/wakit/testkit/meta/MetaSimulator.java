package dev.wakit.testkit.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.Settings;
import dev.wakit.testkit.meta.internal.account.Accounts;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.webhook.Handshake;
import dev.wakit.testkit.simulator.Ledger;
import dev.wakit.testkit.simulator.MagicNumber;
import dev.wakit.testkit.simulator.SimulatorSummary;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.Span;
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
    private final SimulatorParts parts;
    private final CountDownLatch closed = new CountDownLatch(1);

    private MetaSimulator(Settings settings) {
        this.settings = settings;
        this.parts = new SimulatorParts(settings);
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
        simulator.parts.open(simulator);
        return simulator;
    }

    /** Returns the address that stands for {@code https://graph.facebook.com}, without a version. */
    public URI baseUrl() {
        return URI.create(parts.address());
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

    /** Returns the id of the app that the token belongs to. */
    public String appId() {
        return Accounts.APP_ID;
    }

    /** Returns the id of the business portfolio that owns the account. */
    public String portfolioId() {
        return Accounts.PORTFOLIO_ID;
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

    /** Returns the catalogs, from Meta's side; there are none at the start. */
    public SimulatedCatalogs catalogs() {
        return parts.catalogs;
    }

    /** Returns the record of everything accepted. */
    public Ledger ledger() {
        return parts.ledger;
    }

    /** Returns all counters. */
    public SimulatorSummary summary() {
        return new SimulatorSummary(
                parts.ledger.requests(),
                parts.ledger.outcomes().values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                parts.ledger.rejections(),
                parts.ledger.duplicates().size(),
                parts.ledger.uniqueRecipients(),
                parts.ledger.outcomes(),
                parts.pending.pending(),
                parts.pending.delivered(),
                parts.pending.dropped());
    }

    /** Sends webhooks to the given address from now on. */
    public void webhooksTo(URI url) {
        parts.outbox.target(Objects.requireNonNull(url, "url"));
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
            if (!parts.pending.awaitNone(timeout)) {
                throw new IllegalStateException(
                        parts.pending.pending() + " webhook events are still pending after " + timeout);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while webhooks were pending", e);
        }
    }

    /** Holds webhooks back; what comes due meanwhile is posted after {@link #resumeWebhooks()}. */
    public void pauseWebhooks() {
        parts.outbox.paused(true);
    }

    /** Posts webhooks again. */
    public void resumeWebhooks() {
        parts.outbox.paused(false);
    }

    /** Changes the share of events that come twice. */
    public void duplicateWebhooks(double share) {
        parts.webhooks.duplicateShare(MetaSimulatorBuilder.share("duplicateWebhooks", share));
    }

    /** Changes the share of events that never come. */
    public void dropWebhooks(double share) {
        parts.webhooks.dropShare(MetaSimulatorBuilder.share("dropWebhooks", share));
    }

    /** Refuses the next {@code count} send requests with the given HTTP status and Graph code. */
    public void failNext(int count, int httpStatus, int code) {
        parts.switches.failNext(count, GraphErrors.scripted(httpStatus, code));
    }

    /** Changes the share of accepted messages whose answer is lost. */
    public void loseResponses(double share) {
        parts.switches.lostResponses(MetaSimulatorBuilder.share("loseResponses", share));
    }

    /** Answers every Graph request with HTTP 503 and code 2 while true; webhooks flow on. */
    public void outage(boolean down) {
        parts.switches.outage(down);
    }

    /** Changes how long answers take. */
    public void latency(Duration shortest, Duration longest) {
        parts.switches.latency(new Span(shortest, longest));
    }

    /** Changes the throughput limit of each phone number; 0 switches it off. */
    public void messagesPerSecond(int count) {
        parts.throughput.perSecond(count);
    }

    /** Changes the quality rating of the phone numbers: {@code GREEN}, {@code YELLOW} or {@code RED}. */
    public void qualityRating(String rating) {
        parts.phoneNumbers.quality(Objects.requireNonNull(rating, "rating"));
    }

    /** Registers a template, replacing the one of the same name and language; so a template can be paused at run time. */
    public void template(SimulatedTemplate template) {
        parts.templates.put(Objects.requireNonNull(template, "template"));
    }

    /**
     * Changes the status of a template and posts the webhook of it.
     *
     * @param status such as {@code PAUSED}, {@code DISABLED} or {@code APPROVED}
     * @param title Meta's title for a pause, such as {@code FIRST_PAUSE}; empty for none
     * @throws IllegalArgumentException if there is no such template
     */
    public void templateStatus(String name, String language, String status, String title) {
        parts.templateReviews.changeStatus(name, language, status, title);
    }

    /** Changes the quality of a template to {@code GREEN}, {@code YELLOW} or {@code RED}, and posts the webhook of it. */
    public void templateQuality(String name, String language, String rating) {
        parts.templateReviews.changeQuality(name, language, rating);
    }

    /** Changes the category of a template, and posts the webhook of it. */
    public void templateCategory(String name, String language, SimulatedTemplate.Category category) {
        parts.templateReviews.changeCategory(name, language, category.name());
    }

    /** Lets a customer write a text to the first phone number, and returns the id of the inbound message. */
    public String customerWrites(String from, String text) {
        return customerSends(from, CustomerMessage.text(text));
    }

    /**
     * Lets a customer send a file, and returns the id of the media in the inbound message.
     *
     * @param kind {@code image}, {@code video}, {@code audio}, {@code document} or {@code sticker}
     */
    public String customerSendsFile(String from, String kind, String mimeType, byte[] file) {
        String id = parts.media.received(phoneNumberId(), mimeType, file.clone());
        ObjectNode content = Json.object().put("type", kind);
        content.putObject(kind)
                .put("id", id)
                .put("mime_type", mimeType)
                .put("sha256", parts.media.find(id).orElseThrow().sha256());
        customerSends(from, CustomerMessage.json(content.toString()));
        return id;
    }

    /**
     * Makes a number new: neither verified nor registered, and without a PIN. The code that a request sends is 123456, and so is
     * the PIN of every number that was not made new.
     */
    public void makeNew(String phoneNumberId) {
        parts.accounts.numbers().makeNew(Objects.requireNonNull(phoneNumberId, "phoneNumberId"));
    }

    /** Lets the next piece of a resumable upload end after this many bytes, with the connection closed instead of an answer. */
    public void breakNextUpload(int afterBytes) {
        parts.uploads.breakAfter(afterBytes);
    }

    /** Lets a customer press a quick-reply button of a template, and returns the id of the inbound message. */
    public String customerPresses(String from, String text, String payload) {
        return customerSends(from, CustomerMessage.templateButton(text, payload));
    }

    /**
     * Lets a customer send anything to the first phone number, and returns the id of the inbound message.
     *
     * @param from a phone number, or a business-scoped user id for somebody who hides it
     */
    public String customerSends(String from, CustomerMessage message) {
        String sender = person(from);
        parts.accounts.blocks().wrote(phoneNumberId(), sender);
        return parts.webhooks.customerWrites(phoneNumberId(), sender, message.content());
    }

    /** Returns the hash of a person's security code, which a message may name as the identity that it is meant for. */
    public String identityHash(String person) {
        return parts.accounts.identities().hashOf(person(person));
    }

    /**
     * Lets a person have a new security code, as after a new telephone, tells of it by webhook, and returns its hash. A message that
     * names another one fails with 137000 from now on, if the sender is set to check identities.
     */
    public String changeIdentity(String person) {
        String changed = person(person);
        String hash = parts.accounts.identities().change(changed);
        CustomerMessage told =
                CustomerMessage.identityChanged(hash, settings.clock().instant());
        parts.webhooks.customerWrites(phoneNumberId(), changed, told.content());
        return hash;
    }

    private static String person(String from) {
        return from.indexOf('.') > 0 ? from : from.replaceAll("[^0-9]", "");
    }

    /** Posts a change as Meta would: signed, in its envelope, tried again until it is taken, doubled or lost as was asked for. */
    public void emit(SimulatedWebhook webhook) {
        parts.webhooks.changes(
                phoneNumberId(), webhook.field(), webhook.value(settings.clock().instant()), webhook.isOfNumber());
    }

    /** Waits until the simulator is closed, by {@link #close()} or by the shutdown endpoint. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /** Stops the server at once; waiting requests see a closed connection, pending webhooks are not posted. Idempotent. */
    @Override
    public void close() {
        parts.close();
        closed.countDown();
    }
}
