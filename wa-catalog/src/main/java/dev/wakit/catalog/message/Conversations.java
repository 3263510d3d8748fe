package dev.wakit.catalog.message;

import dev.wakit.TenantId;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.catalog.store.ConversationStore;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageEchoed;
import dev.wakit.inbound.MessageReceived;
import java.time.Instant;
import java.util.Optional;

/** When customers of one tenant last wrote, and when a person answered them. Thread-safe. */
public final class Conversations {

    private final TenantId tenant;
    private final ConversationStore store;

    /** Used by {@link dev.wakit.catalog.Shop}. */
    public Conversations(TenantId tenant, ConversationStore store) {
        this.tenant = tenant;
        this.store = store;
    }

    /** Notes a message of a customer, or of a person of the business who uses WhatsApp's own app. */
    public void note(InboundEvent event) {
        if (event instanceof MessageReceived message && message.groupId().isEmpty()) {
            message.from()
                    .ifPresent(from -> store.customerWrote(tenant, from.key(), sender(message.sender()), message.at()));
        } else if (event instanceof MessageEchoed echo) {
            echo.to().recipient().ifPresent(to -> store.agentWrote(tenant, to.key(), sender(echo.sender()), echo.at()));
        }
    }

    /** Notes a message of a person of the business that the host itself knows of. */
    void agentWrote(Recipient person, Instant at) {
        store.agentWrote(tenant, person.key(), "", at);
    }

    /** The conversation in which the person wrote last. */
    Optional<Conversation> latest(String contact) {
        return store.list(tenant, contact).stream()
                .filter(one -> one.wroteAt().isAfter(Instant.EPOCH))
                .max(java.util.Comparator.comparing(Conversation::wroteAt));
    }

    /** Whether a person of the business wrote after a time. */
    boolean hasAgentWritten(String contact, Instant since) {
        return store.list(tenant, contact).stream()
                .anyMatch(one -> one.agentAt().isAfter(since));
    }

    private static String sender(Optional<SenderId> sender) {
        return sender.map(SenderId::value).orElse("");
    }
}
