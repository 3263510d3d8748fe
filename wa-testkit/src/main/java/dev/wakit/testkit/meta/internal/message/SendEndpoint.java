package dev.wakit.testkit.meta.internal.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.Settings;
import dev.wakit.testkit.meta.internal.Wamids;
import dev.wakit.testkit.meta.internal.error.GraphError;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.meta.internal.media.MediaShelf;
import dev.wakit.testkit.meta.internal.reply.GraphReply;
import dev.wakit.testkit.meta.internal.reply.TraceIds;
import dev.wakit.testkit.meta.internal.template.TemplateRegistry;
import dev.wakit.testkit.meta.internal.webhook.MessageWebhooks;
import dev.wakit.testkit.simulator.LedgerEntry;
import dev.wakit.testkit.simulator.MagicNumber;
import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.Switches;
import dev.wakit.testkit.simulator.internal.Visits;
import dev.wakit.testkit.simulator.internal.http.PendingReply;
import dev.wakit.testkit.simulator.internal.http.Reply;
import dev.wakit.testkit.simulator.internal.ledger.RecordedLedger;
import dev.wakit.testkit.simulator.internal.limit.PairLimit;
import dev.wakit.testkit.simulator.internal.limit.ThroughputLimit;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The messages edge: checks a request, accepts it or not, and decides what the client gets to see of that.
 *
 * <p>Thread-safe.
 */
public final class SendEndpoint {

    private final Settings settings;
    private final Dice dice;
    private final Switches<GraphError> switches;
    private final MessageReader reader;
    private final ThroughputLimit throughput;
    private final PairLimit pairs;
    private final RecordedLedger ledger;
    private final MessageWebhooks webhooks;
    private final TraceIds traces;
    private final Wamids wamids;
    private final Visits visits = new Visits();

    public SendEndpoint(
            Settings settings,
            Dice dice,
            Switches<GraphError> switches,
            TemplateRegistry templates,
            MediaShelf media,
            ThroughputLimit throughput,
            RecordedLedger ledger,
            MessageWebhooks webhooks,
            TraceIds traces) {
        this.settings = settings;
        this.dice = dice;
        this.switches = switches;
        this.reader = new MessageReader(templates, new KindCheck(media));
        this.throughput = throughput;
        this.pairs =
                new PairLimit(settings.rates().pairInterval(), settings.rates().pairBurst(), System::nanoTime);
        this.ledger = ledger;
        this.webhooks = webhooks;
        this.traces = traces;
        this.wamids = new Wamids(dice);
    }

    /** Answers one authorised request to the edge of messages, or of marketing messages. */
    public PendingReply send(String phoneNumberId, boolean marketing, JsonNode body) {
        if (!marketing && body.path("status").asText("").equals("read")) {
            return receipt(body);
        }
        ledger.requestArrived();
        try {
            switches.nextFailure().ifPresent(error -> {
                throw new Refusal(error);
            });
            MessageRequest request = reader.read(phoneNumberId, body);
            if (marketing) {
                MarketingCheck.marketing(request, body);
                return decide(request.throughMarketing());
            }
            MarketingCheck.ordinary(body);
            return decide(request);
        } catch (Refusal refusal) {
            return refused(
                    phoneNumberId, body.path("to").asText(body.path("recipient").asText("")), refusal.error());
        }
    }

    private PendingReply receipt(JsonNode body) {
        JsonNode typing = body.path("typing_indicator");
        if (body.path("message_id").asText("").isEmpty()) {
            return PendingReply.now(GraphReply.error(GraphErrors.required("message_id"), traces.next()));
        }
        if (!typing.isMissingNode() && !typing.path("type").asText("").equals("text")) {
            return PendingReply.now(GraphReply.error(
                    GraphErrors.invalidParameter("Param typing_indicator.type must be one of {TEXT}."), traces.next()));
        }
        return PendingReply.now(Reply.json(Json.object().put("success", true)));
    }

    /** Answers a request that is refused before its content matters. */
    public PendingReply refuse(String phoneNumberId, GraphError error) {
        ledger.requestArrived();
        return refused(phoneNumberId, "", error);
    }

    private PendingReply decide(MessageRequest request) {
        MagicNumber magic =
                settings.chances().magicNumbers() ? MagicNumber.of(request.recipient()) : MagicNumber.ORDINARY;
        int visit = visits.next(request.recipient());
        switch (magic) {
            case SERVER_ERROR -> throw new Refusal(GraphErrors.somethingWentWrong());
            case HTML_UNAVAILABLE -> {
                return rejected(request.phoneNumberId(), request.to(), 503, Reply.html(503, "Service Unavailable"));
            }
            case RESET_BEFORE_ACCEPTANCE -> {
                return rejected(request.phoneNumberId(), request.to(), 0, new Reply.Hangup());
            }
            default -> refuseOnce(magic, visit);
        }
        admit(request);
        return accept(request, magic, visit);
    }

    private static void refuseOnce(MagicNumber magic, int visit) {
        if (visit == 1 && magic == MagicNumber.RATE_LIMITED_ONCE) {
            throw new Refusal(GraphErrors.rateLimited());
        }
        if (visit == 1 && magic == MagicNumber.PAIR_LIMITED_ONCE) {
            throw new Refusal(GraphErrors.pairLimited());
        }
    }

    private void admit(MessageRequest request) {
        if (!throughput.admits(request.phoneNumberId())) {
            throw new Refusal(GraphErrors.rateLimited());
        }
        if (!pairs.admits(request.phoneNumberId(), request.recipient())) {
            throw new Refusal(GraphErrors.pairLimited());
        }
    }

    private PendingReply accept(MessageRequest request, MagicNumber magic, int visit) {
        boolean read = !dice.hits(settings.chances().unread(), "unread", request.recipient(), 0);
        String finalStatus = magic == MagicNumber.ORDINARY && !read ? "delivered" : magic.finalStatus();
        RecordedLedger.Recorded recorded = ledger.accepted(sequence -> new LedgerEntry(
                sequence,
                settings.clock().instant(),
                request.phoneNumberId(),
                request.to(),
                request.recipient(),
                request.kind(),
                request.templateName(),
                request.callbackData(),
                wamids.outbound(request.recipient(), visit),
                magic,
                finalStatus));
        LedgerEntry entry = recorded.entry();
        CompletableFuture<Void> ready = recorded.durable().thenRun(() -> webhooks.accepted(entry, request.category()));
        return new PendingReply(visible(accepted(request, entry), entry, visit), delay(entry, visit), ready);
    }

    private static Reply.Complete accepted(MessageRequest request, LedgerEntry entry) {
        ObjectNode body = Json.object().put("messaging_product", "whatsapp");
        body.putArray("contacts")
                .addObject()
                .put("input", request.to())
                .put(request.isUserId() ? "user_id" : "wa_id", request.recipient());
        ObjectNode message = body.putArray("messages").addObject().put("id", entry.wamid());
        if (request.isTemplate()) {
            boolean held = entry.outcome() == MagicNumber.HELD_THEN_RELEASED
                    || entry.outcome() == MagicNumber.HELD_THEN_DROPPED;
            message.put("message_status", held ? "held_for_quality_assessment" : "accepted");
        }
        return Reply.json(body);
    }

    /** What of the answer the client gets to see. */
    private Reply visible(Reply.Complete answer, LedgerEntry entry, int visit) {
        if (entry.outcome() == MagicNumber.LOST_RESPONSE
                || dice.hits(switches.lostResponses(), "lost", entry.recipient(), visit)) {
            return new Reply.Hangup();
        }
        if (entry.outcome() == MagicNumber.TRUNCATED_ANSWER) {
            return new Reply.Truncated(answer.status(), answer.contentType(), answer.body());
        }
        return answer;
    }

    private Duration delay(LedgerEntry entry, int visit) {
        return switch (entry.outcome()) {
            case SLOW -> settings.latencies().slow();
            case VERY_SLOW -> settings.latencies().verySlow();
            default -> switches.latency().draw(dice.roll("latency", entry.recipient(), visit));
        };
    }

    private PendingReply refused(String phoneNumberId, String to, GraphError error) {
        return rejected(phoneNumberId, to, error.code(), GraphReply.error(error, traces.next()));
    }

    private PendingReply rejected(String phoneNumberId, String to, int code, Reply reply) {
        CompletableFuture<Void> durable = ledger.rejected(phoneNumberId, to, code);
        Duration delay = switches.latency().draw(dice.roll("latency", to, -1));
        return new PendingReply(reply, delay, durable);
    }
}
