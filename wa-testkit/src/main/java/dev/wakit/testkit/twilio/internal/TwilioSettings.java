package dev.wakit.testkit.twilio.internal;

import dev.wakit.testkit.simulator.internal.Span;
import dev.wakit.testkit.simulator.internal.webhook.EventRules;
import dev.wakit.testkit.twilio.ContentReviewer;
import dev.wakit.testkit.twilio.SimulatedContent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything the builder decided. Immutable, but for the token of the account. */
public record TwilioSettings(
        Account account,
        Senders senders,
        List<SimulatedContent> contents,
        ContentRules contentRules,
        int port,
        long seed,
        InstantSource clock,
        Latencies latencies,
        RateRules rates,
        CallbackRules callbacks,
        Chances chances,
        @Nullable Path ledgerFile,
        boolean shutdownAllowed) {

    public TwilioSettings {
        contents = List.copyOf(contents);
    }

    /** How long a review takes and who decides. */
    public record ContentRules(Duration review, ContentReviewer reviewer) {}

    /** How long answers take, how long a template is held, and how long the list does not show a new message. */
    public record Latencies(Span usual, Duration slow, Duration verySlow, Duration held, Duration listed) {}

    /**
     * Limits; 0 switches one off.
     *
     * @param concurrentRequests requests that are answered at once
     * @param scheduled messages that may wait for their time
     */
    public record RateRules(
            int messagesPerSecond, Duration pairInterval, int pairBurst, int concurrentRequests, int scheduled) {}

    /**
     * How callbacks are spoiled and posted.
     *
     * @param tunnels the address where what begins with a public address is really posted
     */
    public record CallbackRules(EventRules events, int concurrency, Map<URI, URI> tunnels) {
        public CallbackRules {
            tunnels = Map.copyOf(tunnels);
        }
    }

    /** Shares between 0 and 1, whether last digits mean anything, and whether the 24-hour window is kept. */
    public record Chances(double unread, double lostResponses, boolean magicNumbers, boolean window) {}
}
