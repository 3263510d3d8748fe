package dev.wakit.provider.twilio.sender;

import dev.wakit.address.SenderId;
import java.util.List;
import java.util.Optional;

/**
 * The WhatsApp senders of an account.
 *
 * <p>These calls block, and throw a {@link dev.wakit.WhatsAppException} when Twilio refuses or cannot be reached. Thread-safe.
 *
 * @since 0.1
 */
public interface TwilioSenders {

    /** All senders of the account. */
    List<TwilioSender> list();

    /** The sender with this number; empty if the account has none. */
    Optional<TwilioSender> find(SenderId number);

    /**
     * What keeps a sender from sending, one sentence each with what to do; empty if nothing does. To be asked before a campaign.
     *
     * @param sender a number; a Messaging Service is not looked into
     */
    List<String> problems(SenderId sender);
}
