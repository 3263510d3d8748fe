package dev.wakit.testkit.meta.internal.account;

import dev.wakit.testkit.simulator.internal.http.Reply;
import java.util.Optional;

/** Answers the calls of one concern, and nothing to those of others. */
@FunctionalInterface
interface Desk {

    Optional<Reply> answer(AccountCall call);
}
