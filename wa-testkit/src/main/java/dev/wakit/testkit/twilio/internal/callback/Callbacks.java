package dev.wakit.testkit.twilio.internal.callback;

import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.simulator.internal.webhook.EventSchedule;
import dev.wakit.testkit.simulator.internal.webhook.PendingEvents;
import dev.wakit.testkit.twilio.internal.Account;
import dev.wakit.testkit.twilio.internal.Sids;
import dev.wakit.testkit.twilio.internal.TwilioSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Plans the forms that Twilio posts: statuses to the address of each message, inbound messages to the configured one. Thread-safe. */
public final class Callbacks {

    private final Account account;
    private final Sids sids;
    private final PendingEvents pending;
    private final EventSchedule<Callback> schedule;
    private volatile @Nullable URI inbound;
    private volatile @Nullable URI statuses;

    public Callbacks(
            TwilioSettings settings,
            Dice dice,
            CallbackOutbox outbox,
            PendingEvents pending,
            ScheduledExecutorService timer) {
        this.account = settings.account();
        this.sids = new Sids(dice);
        this.pending = pending;
        this.schedule = new EventSchedule<>(settings.callbacks().events(), dice, pending, timer, outbox::add);
    }

    /** Sends inbound messages to the address from now on. */
    public void inboundTo(URI url) {
        inbound = url;
    }

    /** Sends the statuses of messages that name no address to this one from now on. */
    public void statusesTo(URI url) {
        statuses = url;
    }

    public void duplicateShare(double share) {
        schedule.duplicateShare(share);
    }

    public void dropShare(double share) {
        schedule.dropShare(share);
    }

    /**
     * Plans a status.
     *
     * @param address the address of the message; empty when it has none
     * @param form the fields that differ between statuses and messages
     */
    public void status(
            String address,
            String sid,
            Map<String, String> form,
            int ordinal,
            Duration offset,
            boolean definiteFailure) {
        URI usual = statuses;
        URI target = address.isEmpty() ? usual : URI.create(address);
        if (target == null) {
            return;
        }
        plan(target, sid, form, ordinal, offset, definiteFailure);
    }

    /** Plans an inbound message; without an address it is dropped. */
    public void inbound(String sid, Map<String, String> form) {
        URI target = inbound;
        if (target == null) {
            pending.planned();
            pending.dropped(1);
            return;
        }
        plan(target, sid, form, 0, Duration.ZERO, false);
    }

    private void plan(
            URI target, String sid, Map<String, String> form, int ordinal, Duration offset, boolean definiteFailure) {
        TreeMap<String, String> all = new TreeMap<>(form);
        all.put("MessageSid", sid);
        all.put("SmsSid", sid);
        all.put("AccountSid", account.sid());
        all.put("ApiVersion", "2010-04-01");
        String token = sids.idempotencyToken(sid, form.getOrDefault("MessageStatus", "received"));
        schedule.plan(
                new Callback(new CallbackAddress(target), all, sid, token, definiteFailure), sid, ordinal, offset);
    }
}
