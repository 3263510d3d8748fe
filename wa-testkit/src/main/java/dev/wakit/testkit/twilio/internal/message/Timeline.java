package dev.wakit.testkit.twilio.internal.message;

import dev.wakit.testkit.simulator.MagicNumber;
import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.simulator.internal.Span;
import dev.wakit.testkit.simulator.internal.webhook.PendingEvents;
import dev.wakit.testkit.twilio.TwilioInbound;
import dev.wakit.testkit.twilio.TwilioOutcome;
import dev.wakit.testkit.twilio.internal.TwilioSettings;
import dev.wakit.testkit.twilio.internal.callback.Callbacks;
import dev.wakit.testkit.twilio.internal.error.ChannelFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What happens to an accepted message, and when: a function of the seed, the settings and the message. The message resource
 * changes when it happens, whatever becomes of the callback. Thread-safe.
 */
final class Timeline {

    private final TwilioSettings settings;
    private final Dice dice;
    private final Callbacks callbacks;
    private final Inbound inbound;
    private final PendingEvents changes;
    private final ScheduledExecutorService timer;

    Timeline(
            TwilioSettings settings,
            Dice dice,
            Callbacks callbacks,
            Inbound inbound,
            PendingEvents changes,
            ScheduledExecutorService timer) {
        this.settings = settings;
        this.dice = dice;
        this.callbacks = callbacks;
        this.inbound = inbound;
        this.changes = changes;
        this.timer = timer;
    }

    /** Returns the status that a message will show in the end. */
    static String finalStatus(MessageOrder order, MagicNumber magic, boolean read) {
        if (order.failure() != null) {
            return "failed";
        }
        if (magic == MagicNumber.SILENT) {
            return order.hasService() ? "accepted" : "queued";
        }
        return magic == MagicNumber.ORDINARY && !read
                ? "delivered"
                : TwilioOutcome.of(magic).finalStatus();
    }

    /** Plans everything that follows now. */
    void begin(StoredMessage message, boolean read) {
        SplittableRandom random = dice.roll("delay", message.sid(), 0);
        Span delay = settings.callbacks().events().delay();
        Duration happens = isHeld(message) ? settings.latencies().held() : Duration.ZERO;
        String last = finalStatus(message.order(), message.outcome(), read);
        int ordinal = 0;
        for (String status : statuses(message, read)) {
            happens = happens.plus(delay.draw(random));
            ChannelFailure failure = failure(message);
            after(
                    happens,
                    () -> message.advance(status, failure, settings.clock().instant()));
            boolean failed = isFailure(status) && status.equals(last);
            Map<String, String> form = form(message, status, failure);
            callbacks.status(message.order().statusCallback(), message.sid(), form, ordinal++, happens, failed);
        }
        String reply = reply(message.outcome());
        if (!reply.isEmpty() && message.order().failure() == null) {
            Duration later = happens.plus(delay.draw(random));
            TwilioInbound text = TwilioInbound.text(reply)
                    .replyTo(message.sid(), message.order().sender());
            after(later, () -> inbound.answers(message.order(), message.sid(), text));
        }
    }

    /** Plans the callback of a message that was canceled. */
    void canceled(StoredMessage message) {
        Map<String, String> form = form(message, "canceled", null);
        callbacks.status(message.order().statusCallback(), message.sid(), form, 0, Duration.ZERO, true);
    }

    private void after(Duration offset, Runnable change) {
        changes.planned();
        try {
            var unused = timer.schedule(
                    () -> {
                        try {
                            change.run();
                        } finally {
                            changes.delivered(1);
                        }
                    },
                    offset.toNanos(),
                    TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the simulator is closing
            changes.dropped(1);
        }
    }

    private static boolean isHeld(StoredMessage message) {
        return message.order().kind().equals("template")
                && (message.outcome() == MagicNumber.HELD_THEN_RELEASED
                        || message.outcome() == MagicNumber.HELD_THEN_DROPPED);
    }

    private static List<String> statuses(StoredMessage message, boolean read) {
        if (message.order().failure() != null) {
            return List.of("failed");
        }
        MagicNumber outcome = message.outcome();
        return TwilioOutcome.of(outcome == MagicNumber.ORDINARY && !read ? MagicNumber.DELIVERED_ONLY : outcome)
                .statuses();
    }

    private static @Nullable ChannelFailure failure(StoredMessage message) {
        if (message.order().failure() != null) {
            return message.order().failure();
        }
        return switch (message.outcome()) {
            case UNDELIVERABLE -> ChannelFailure.UNDELIVERABLE;
            case MARKETING_LIMIT -> ChannelFailure.MARKETING_LIMIT;
            case OPTED_OUT -> ChannelFailure.OPTED_OUT;
            case EXPERIMENT -> ChannelFailure.EXPERIMENT;
            case BLOCKED -> ChannelFailure.BLOCKED;
            case CONFLICT -> ChannelFailure.INTERNAL;
            case HELD_THEN_DROPPED -> ChannelFailure.TEMPLATE_PAUSED;
            default -> null;
        };
    }

    private static String reply(MagicNumber outcome) {
        return switch (outcome) {
            case REPLIES_STOP -> "STOP";
            case REPLIES_TEXT -> "Thank you! Is it still available? \u263A";
            default -> "";
        };
    }

    private static boolean isFailure(String status) {
        return status.equals("failed") || status.equals("undelivered");
    }

    private static Map<String, String> form(StoredMessage message, String status, @Nullable ChannelFailure failure) {
        MessageOrder order = message.order();
        Map<String, String> form = new TreeMap<>();
        form.put("MessageStatus", status);
        form.put("SmsStatus", status);
        form.put("From", order.sender());
        form.put("To", order.to());
        if (order.hasService()) {
            form.put("MessagingServiceSid", order.serviceSid());
        }
        form.put("ChannelPrefix", "whatsapp");
        form.put("ChannelInstallSid", Inbound.installSid(order.sender()));
        form.put("ChannelToAddress", masked(order));
        if (status.equals("read")) {
            form.put("EventType", "READ");
        }
        if (isFailure(status) && failure != null) {
            form.put("ErrorCode", Integer.toString(failure.code()));
            form.put("ChannelStatusMessage", failure.channelMessage());
        }
        return form;
    }

    private static String masked(MessageOrder order) {
        if (order.isUserId()) {
            return order.recipient();
        }
        int shown = Math.max(1, order.recipient().length() - 4);
        return "+" + order.recipient().substring(0, shown) + "****";
    }
}
