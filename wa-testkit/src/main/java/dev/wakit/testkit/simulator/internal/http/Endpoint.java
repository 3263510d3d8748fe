package dev.wakit.testkit.simulator.internal.http;

/** Answers one request, without waiting. */
@FunctionalInterface
public interface Endpoint {

    PendingReply answer(Call call);
}
