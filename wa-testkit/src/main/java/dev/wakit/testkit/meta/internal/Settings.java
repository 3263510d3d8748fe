package dev.wakit.testkit.meta.internal;

import dev.wakit.testkit.meta.SimulatedTemplate;
import dev.wakit.testkit.simulator.internal.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the builder decided. Immutable. */
public record Settings(
        Identity identity,
        List<SimulatedTemplate> templates,
        TemplateRules templateRules,
        int port,
        long seed,
        InstantSource clock,
        Latencies latencies,
        RateRules rates,
        WebhookRules webhooks,
        Chances chances,
        @Nullable Path ledgerFile,
        boolean shutdownAllowed,
        Front front) {

    public Settings {
        templates = List.copyOf(templates);
    }

    /** How long answers take, and how long a template is held for assessment. */
    public record Latencies(Span usual, Duration slow, Duration verySlow, Duration held) {}

    /** Messages per second of one phone number, and the pair limit; 0 messages and a burst of 0 switch them off. */
    public record RateRules(int messagesPerSecond, Duration pairInterval, int pairBurst) {}

    /** Shares between 0 and 1, and whether last digits mean anything. */
    public record Chances(double unread, double lostResponses, boolean magicNumbers) {}
}
