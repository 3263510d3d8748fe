package dev.wakit.testkit.simulator.internal.webhook;

import dev.wakit.testkit.simulator.internal.Span;

/** How far apart the events of a message are, and how they are spoiled. Immutable. */
public record EventRules(Span delay, double duplicateShare, double dropShare, boolean shuffled) {}
