package dev.wakit.testkit.twilio.internal.message;

import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.simulator.internal.Switches;
import dev.wakit.testkit.simulator.internal.Workers;
import dev.wakit.testkit.simulator.internal.ledger.RecordedLedger;
import dev.wakit.testkit.simulator.internal.limit.ThroughputLimit;
import dev.wakit.testkit.simulator.internal.webhook.PendingEvents;
import dev.wakit.testkit.twilio.internal.TwilioSettings;
import dev.wakit.testkit.twilio.internal.callback.Callbacks;
import dev.wakit.testkit.twilio.internal.content.ContentStore;
import dev.wakit.testkit.twilio.internal.error.TwilioError;

/** Wires what concerns messages together. Thread-safe. */
public final class Messages {

    private final Inbound inbound;
    private final Scheduler scheduler;
    private final CreateEndpoint create;
    private final MessageDesk desk;

    public Messages(
            TwilioSettings settings,
            Dice dice,
            Switches<TwilioError> switches,
            ContentStore contents,
            ThroughputLimit throughput,
            RecordedLedger ledger,
            Callbacks callbacks,
            PendingEvents changes,
            Workers workers) {
        MessageStore store = new MessageStore(settings.latencies().listed(), System::nanoTime);
        Conversations conversations =
                new Conversations(settings.clock(), settings.chances().window());
        this.inbound = new Inbound(settings.clock(), dice, store, conversations, callbacks);
        Timeline timeline = new Timeline(settings, dice, callbacks, inbound, changes, workers.timer());
        this.scheduler = new Scheduler(settings, store, timeline, workers.timer());
        this.create = new CreateEndpoint(
                settings, dice, switches, contents, conversations, throughput, ledger, store, scheduler);
        this.desk = new MessageDesk(
                store, scheduler, ledger, settings.clock(), settings.account().sid());
    }

    public Inbound inbound() {
        return inbound;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    public CreateEndpoint create() {
        return create;
    }

    public MessageDesk desk() {
        return desk;
    }
}
