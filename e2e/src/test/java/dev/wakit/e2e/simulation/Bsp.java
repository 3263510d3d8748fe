package dev.wakit.e2e.simulation;

import dev.wakit.e2e.simulation.Weather.BspWeather;
import dev.wakit.error.ProviderError;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.MessageId;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.TransportFailure;
import dev.wakit.provider.TransportFailure.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A BSP in memory, with the ledger of what it really accepted: the truth that the engine's rows are compared with. */
final class Bsp {

    private static final long CLIENT_TIMEOUT = 20 * World.SECOND;

    private final World world;
    private final BspWeather weather;
    private final Faults faults;
    private final WebhookMail webhooks;
    private final Map<String, List<Accept>> ledger = new LinkedHashMap<>();
    private final Map<String, Integer> posts = new HashMap<>();
    private final List<String> violations;
    private long messages;
    private int openAnswers;

    Bsp(World world, BspWeather weather, Faults faults, WebhookMail webhooks, List<String> violations) {
        this.world = world;
        this.weather = weather;
        this.faults = faults;
        this.webhooks = webhooks;
        this.violations = violations;
    }

    /** A message that the BSP took, and what the engine was told of it. */
    static final class Accept {

        private final MessageId id;
        private final String ref;
        private final Set<MessageStatus> told = EnumSet.noneOf(MessageStatus.class);
        private boolean isFailed;
        private boolean isFailureOffered;

        private Accept(MessageId id, String ref) {
            this.id = id;
            this.ref = ref;
        }

        MessageId id() {
            return id;
        }

        String ref() {
            return ref;
        }

        /** Statuses whose webhook was answered with 200. */
        Set<MessageStatus> told() {
            return told;
        }

        /** The failure was posted: the engine may know of it, even if it did not answer with 200. */
        void failureOffered() {
            isFailureOffered = true;
        }

        /** Whether the BSP gave up delivering it. */
        boolean isFailed() {
            return isFailed;
        }

        boolean reachedPerson() {
            return told.contains(MessageStatus.DELIVERED) || told.contains(MessageStatus.READ);
        }
    }

    /** Who got what: by campaign and person. */
    Map<String, List<Accept>> ledger() {
        return ledger;
    }

    /** How many answers are on their way. */
    int openAnswers() {
        return openAnswers;
    }

    static String key(SendRequest request) {
        return ((TextMessage) request.message()).body() + "|"
                + request.recipient().key();
    }

    /** One POST. The outcome arrives, if it does, in the worker's time. */
    void post(Worker worker, SendRequest request, CompletableFuture<SendOutcome> outcome) {
        String ref = request.callbackData().orElseThrow();
        if (posts.merge(ref, 1, Integer::sum) > 1) {
            violations.add("two POSTs of one attempt");
        }
        if (rolls(weather.notSent())) {
            answer(worker, outcome, World.MILLI, new SendOutcome.NotSent(TransportFailure.of(Kind.CONNECT, "refused")));
            return;
        }
        long wayThere = world.between(World.MILLI, 50 * World.MILLI);
        world.after(wayThere, "arrival", () -> arrive(worker, request, outcome));
    }

    private void arrive(Worker worker, SendRequest request, CompletableFuture<SendOutcome> outcome) {
        long wayBack = rolls(weather.slow())
                ? world.between(World.SECOND, CLIENT_TIMEOUT)
                : world.between(World.MILLI, 100 * World.MILLI);
        if (rolls(weather.throttled())) {
            answer(worker, outcome, wayBack, refusal("130429"));
        } else if (rolls(weather.refused())) {
            answer(worker, outcome, wayBack, refusal(world.random().nextBoolean() ? "1" : "131026"));
        } else if (rolls(weather.stopsCampaign())) {
            answer(worker, outcome, wayBack, refusal(world.random().nextBoolean() ? "131042" : "132001"));
        } else if (rolls(weather.resetBefore())) {
            answer(worker, outcome, wayBack, lost(Kind.CONNECTION_LOST));
        } else if (rolls(weather.serverError())) {
            if (world.random().nextBoolean()) {
                accept(request, false);
            }
            answer(worker, outcome, wayBack, lost(Kind.SERVER_ERROR));
        } else if (rolls(weather.lostAnswer())) {
            accept(request, false);
            answer(worker, outcome, CLIENT_TIMEOUT, lost(Kind.TIMEOUT));
        } else {
            boolean held = rolls(weather.held());
            MessageId id = accept(request, held);
            answer(worker, outcome, wayBack, new SendOutcome.Accepted(id, held));
        }
    }

    private MessageId accept(SendRequest request, boolean held) {
        var accept = new Accept(
                new MessageId("wamid." + ++messages), request.callbackData().orElseThrow());
        List<Accept> earlier = ledger.computeIfAbsent(key(request), first -> new ArrayList<>());
        world.note("bsp", "accepts");
        if (earlier.stream().anyMatch(one -> !one.isFailureOffered)) {
            violations.add(
                    "sent twice: a message was accepted again before the engine could know that the first had failed");
        }
        earlier.add(accept);
        tell(accept, held);
        return accept.id;
    }

    /** Plans what becomes of a message, and the webhooks about it. */
    private void tell(Accept accept, boolean held) {
        long base =
                held ? world.between(5 * World.SECOND, 40 * World.SECOND) : world.between(World.MILLI, World.SECOND);
        if (rolls(weather.silent())) {
            return;
        }
        if (rolls(weather.fails())) {
            accept.isFailed = true;
            webhooks.tell(accept, MessageStatus.FAILED, world.random().nextBoolean() ? "2" : "131026", base);
            return;
        }
        webhooks.tell(accept, MessageStatus.SENT, "", base);
        if (rolls(weather.contradicts())) {
            webhooks.tell(accept, MessageStatus.FAILED, "131026", base + World.MILLI);
        }
        webhooks.tell(accept, MessageStatus.DELIVERED, "", base + world.between(World.MILLI, 2 * World.SECOND));
        if (world.random().nextBoolean()) {
            webhooks.tell(accept, MessageStatus.READ, "", base + world.between(World.SECOND, 4 * World.SECOND));
        }
    }

    private void answer(Worker worker, CompletableFuture<SendOutcome> future, long after, SendOutcome outcome) {
        openAnswers++;
        world.after(after, "answer", () -> {
            openAnswers--;
            worker.receive(() -> hear(worker, future, outcome));
        });
    }

    private void hear(Worker worker, CompletableFuture<SendOutcome> future, SendOutcome outcome) {
        try {
            faults.at(worker, "before answer");
            future.complete(outcome);
            faults.at(worker, "after answer");
        } catch (Crash died) {
            world.note("bsp", "an answer reached nobody");
        }
    }

    private static SendOutcome refusal(String code) {
        return new SendOutcome.Rejected(
                ProviderError.builder(code).title("refused").httpStatus(400).build());
    }

    private static SendOutcome lost(Kind kind) {
        return new SendOutcome.Ambiguous(TransportFailure.of(kind, "no clear answer"));
    }

    private boolean rolls(double probability) {
        return !faults.isOver() && world.happens(probability);
    }
}
