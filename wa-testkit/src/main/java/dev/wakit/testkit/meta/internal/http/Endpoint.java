package dev.wakit.testkit.meta.internal.http;

import dev.wakit.testkit.meta.internal.reply.PendingReply;

/** Answers one request, without waiting. */
@FunctionalInterface
interface Endpoint {

    PendingReply answer(Call call);
}
