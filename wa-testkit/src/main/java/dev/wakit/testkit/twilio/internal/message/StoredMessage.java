package dev.wakit.testkit.twilio.internal.message;

import dev.wakit.testkit.simulator.MagicNumber;
import dev.wakit.testkit.twilio.internal.error.ChannelFailure;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message of the account as it is now. Thread-safe. */
public final class StoredMessage {

    private static final Set<String> FAILED = Set.of("failed", "undelivered", "canceled");

    private final String sid;
    private final MessageOrder order;
    private final MagicNumber outcome;
    private final boolean inbound;
    private final Instant created;
    private final long createdNanos;
    private String status;
    private String body;
    private Instant updated;
    private @Nullable Instant sent;
    private @Nullable ChannelFailure failure;

    StoredMessage(
            String sid,
            MessageOrder order,
            MagicNumber outcome,
            boolean inbound,
            String status,
            Instant created,
            long createdNanos) {
        this.sid = sid;
        this.order = order;
        this.outcome = outcome;
        this.inbound = inbound;
        this.status = status;
        this.body = order.body();
        this.created = created;
        this.createdNanos = createdNanos;
        this.updated = created;
        this.sent = inbound ? created : null;
    }

    /** What can be seen of it at one moment. */
    record View(
            String status,
            String body,
            Instant updated,
            @Nullable Instant sent,
            @Nullable ChannelFailure failure) {
        boolean hasFailed() {
            return FAILED.contains(status);
        }
    }

    String sid() {
        return sid;
    }

    MessageOrder order() {
        return order;
    }

    MagicNumber outcome() {
        return outcome;
    }

    /** Returns the address that sent; null as long as a Messaging Service has not chosen one. */
    @Nullable String from() {
        if (inbound) {
            return order.to();
        }
        View view = view();
        return order.isSenderGiven() || view.sent() != null || view.hasFailed() ? order.sender() : null;
    }

    String to() {
        return inbound ? order.sender() : order.to();
    }

    boolean isInbound() {
        return inbound;
    }

    Instant created() {
        return created;
    }

    long createdNanos() {
        return createdNanos;
    }

    synchronized View view() {
        return new View(status, body, updated, sent, failure);
    }

    synchronized void advance(String newStatus, @Nullable ChannelFailure why, Instant now) {
        status = newStatus;
        failure = FAILED.contains(newStatus) ? why : failure;
        updated = now;
        if (newStatus.equals("sent")) {
            sent = now;
        }
    }

    /** Ends the wait of a scheduled message in the given status; false when it is over already. */
    synchronized boolean leaveSchedule(String newStatus, Instant now) {
        if (!status.equals("scheduled")) {
            return false;
        }
        advance(newStatus, null, now);
        return true;
    }

    synchronized void redact(Instant now) {
        body = "";
        updated = now;
    }
}
