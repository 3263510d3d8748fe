package dev.wakit.campaign.internal;

import dev.wakit.InvalidMessageException;
import dev.wakit.TenantId;
import dev.wakit.WhatsAppException;
import dev.wakit.campaign.internal.codec.StoredSend;
import dev.wakit.message.Message;
import dev.wakit.message.MessageWithheldException;
import dev.wakit.message.OutgoingCheck;
import dev.wakit.provider.SendOutcome;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's checks of messages right before they are sent. Thread-safe. */
final class Outgoing {

    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);

    private final List<OutgoingCheck> checks;

    Outgoing(List<OutgoingCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** A check could not tell now. */
    static final class UnclearException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnclearException(WhatsAppException cause) {
            super("A check of outgoing messages cannot tell now", cause);
        }
    }

    /**
     * What may be sent of it now.
     *
     * @throws MessageWithheldException if that is nothing
     * @throws UnclearException if a check could not tell
     */
    StoredSend check(TenantId tenant, StoredSend send) {
        if (checks.isEmpty()) {
            return send;
        }
        Message message = send.message();
        for (OutgoingCheck check : checks) {
            try {
                message = check.check(tenant, message);
            } catch (MessageWithheldException | InvalidMessageException decided) {
                throw decided;
            } catch (WhatsAppException unclear) {
                throw new UnclearException(unclear);
            }
        }
        return message == send.message() ? send : new StoredSend(message, send.replyTo(), send.identityHash());
    }

    /** Tells the checks which messages were accepted; these outcomes are written. */
    void accepted(TenantId tenant, List<Flight.Landing> landings) {
        if (checks.isEmpty()) {
            return;
        }
        List<Message> messages = landings.stream()
                .filter(landing -> landing.outcome() instanceof SendOutcome.Accepted)
                .map(landing -> landing.flight().message())
                .toList();
        if (messages.isEmpty()) {
            return;
        }
        for (OutgoingCheck check : checks) {
            try {
                check.accepted(tenant, messages);
            } catch (RuntimeException e) {
                LOG.warn("A check was not told of {} messages that were accepted", messages.size(), e);
            }
        }
    }
}
