package dev.wakit.testkit.twilio.internal.message;

import dev.wakit.testkit.simulator.LedgerEntry;
import dev.wakit.testkit.simulator.MagicNumber;
import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.simulator.internal.Switches;
import dev.wakit.testkit.simulator.internal.Visits;
import dev.wakit.testkit.simulator.internal.http.Parameters;
import dev.wakit.testkit.simulator.internal.http.PendingReply;
import dev.wakit.testkit.simulator.internal.http.Reply;
import dev.wakit.testkit.simulator.internal.ledger.RecordedLedger;
import dev.wakit.testkit.simulator.internal.limit.PairLimit;
import dev.wakit.testkit.simulator.internal.limit.ThroughputLimit;
import dev.wakit.testkit.twilio.internal.Sids;
import dev.wakit.testkit.twilio.internal.TwilioSettings;
import dev.wakit.testkit.twilio.internal.content.ContentStore;
import dev.wakit.testkit.twilio.internal.error.ChannelFailure;
import dev.wakit.testkit.twilio.internal.error.TwilioError;
import dev.wakit.testkit.twilio.internal.error.TwilioErrors;
import dev.wakit.testkit.twilio.internal.error.TwilioRefusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The creation of messages: checks a request, accepts it or not, and decides what the client gets to see of that.
 *
 * <p>Thread-safe.
 */
public final class CreateEndpoint {

    private final TwilioSettings settings;
    private final Dice dice;
    private final Switches<TwilioError> switches;
    private final MessageReader reader;
    private final ThroughputLimit throughput;
    private final PairLimit pairs;
    private final RecordedLedger ledger;
    private final MessageStore store;
    private final Scheduler scheduler;
    private final MessageJson json;
    private final Sids sids;
    private final Visits visits = new Visits();

    public CreateEndpoint(
            TwilioSettings settings,
            Dice dice,
            Switches<TwilioError> switches,
            ContentStore contents,
            Conversations conversations,
            ThroughputLimit throughput,
            RecordedLedger ledger,
            MessageStore store,
            Scheduler scheduler) {
        this.settings = settings;
        this.dice = dice;
        this.switches = switches;
        this.reader = new MessageReader(settings.senders(), settings.clock(), contents, conversations);
        this.throughput = throughput;
        this.pairs =
                new PairLimit(settings.rates().pairInterval(), settings.rates().pairBurst(), System::nanoTime);
        this.ledger = ledger;
        this.store = store;
        this.scheduler = scheduler;
        this.json = new MessageJson(settings.account().sid());
        this.sids = new Sids(dice);
    }

    /** Answers one authorised request. */
    public PendingReply create(Parameters form) {
        ledger.requestArrived();
        try {
            switches.nextFailure().ifPresent(error -> {
                throw new TwilioRefusal(error);
            });
            return decide(reader.read(form));
        } catch (TwilioRefusal refusal) {
            return refused(form, refusal.error());
        }
    }

    /** Answers a request that is refused before its content matters. */
    public PendingReply refuse(Parameters form, TwilioError error) {
        ledger.requestArrived();
        return refused(form, error);
    }

    private PendingReply decide(MessageOrder order) {
        MagicNumber magic =
                settings.chances().magicNumbers() ? MagicNumber.of(order.recipient()) : MagicNumber.ORDINARY;
        int visit = visits.next(order.recipient());
        switch (magic) {
            case SERVER_ERROR -> throw new TwilioRefusal(TwilioErrors.internal());
            case HTML_UNAVAILABLE -> {
                return rejected(order.sender(), order.to(), 503, Reply.html(503, "Service Unavailable"));
            }
            case RESET_BEFORE_ACCEPTANCE -> {
                return rejected(order.sender(), order.to(), 0, new Reply.Hangup());
            }
            case RATE_LIMITED_ONCE -> {
                if (visit == 1) {
                    throw new TwilioRefusal(TwilioErrors.tooManyRequests());
                }
            }
            default -> {
                // accepted below
            }
        }
        scheduler.admit(order);
        return accept(limited(order, magic, visit), magic, visit);
    }

    /** What is over a limit of the channel is accepted all the same, and fails later. */
    private MessageOrder limited(MessageOrder order, MagicNumber magic, int visit) {
        if (order.failure() != null) {
            return order;
        }
        if (!throughput.admits(order.sender())) {
            return order.failing(ChannelFailure.SENDER_RATE);
        }
        boolean pairIsLimited = magic == MagicNumber.PAIR_LIMITED_ONCE && visit == 1;
        return pairIsLimited || !pairs.admits(order.sender(), order.recipient())
                ? order.failing(ChannelFailure.PAIR_RATE)
                : order;
    }

    private PendingReply accept(MessageOrder order, MagicNumber magic, int visit) {
        boolean read = !dice.hits(settings.chances().unread(), "unread", order.recipient(), 0);
        String sid = sids.sid(order.media().isEmpty() ? "SM" : "MM", order.recipient(), visit);
        StoredMessage message = new StoredMessage(
                sid, order, magic, false, order.firstStatus(), settings.clock().instant(), System.nanoTime());
        RecordedLedger.Recorded recorded = ledger.accepted(sequence -> new LedgerEntry(
                sequence,
                message.created(),
                order.sender(),
                order.to(),
                order.recipient(),
                order.kind(),
                order.contentSid(),
                order.statusCallback(),
                // Twilio's API has no way to answer a message.
                "",
                sid,
                magic,
                Timeline.finalStatus(order, magic, read)));
        store.add(message);
        Reply.Complete answer = Reply.json(201, json.of(message));
        CompletableFuture<Void> ready = recorded.durable().thenRun(() -> scheduler.accepted(message, read));
        return new PendingReply(visible(answer, recorded.entry(), visit), delay(recorded.entry(), visit), ready);
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

    private PendingReply refused(Parameters form, TwilioError error) {
        return rejected(form.get("From"), form.get("To"), error.code(), error.reply());
    }

    private PendingReply rejected(String sender, String to, int code, Reply reply) {
        CompletableFuture<Void> durable = ledger.rejected(sender, to, code);
        Duration delay = switches.latency().draw(dice.roll("latency", to, -1));
        return new PendingReply(reply, delay, durable);
    }
}
