package dev.wakit.catalog.store;

import dev.wakit.TenantId;
import dev.wakit.catalog.message.Conversation;
import java.time.Instant;
import java.util.List;

/**
 * When customers and the business last wrote to each other.
 *
 * @since 0.1
 */
public interface ConversationStore {

    /** Notes that a customer wrote; an earlier time than the known one changes nothing. */
    void customerWrote(TenantId tenant, String contact, String sender, Instant at);

    /** Notes that a person of the business wrote; an earlier time than the known one changes nothing. */
    void agentWrote(TenantId tenant, String contact, String sender, Instant at);

    /** The conversations of a person, one for each business number. */
    List<Conversation> list(TenantId tenant, String contact);

    /** Forgets a person. Returns how many conversations were theirs. */
    int erase(TenantId tenant, String contact);
}
