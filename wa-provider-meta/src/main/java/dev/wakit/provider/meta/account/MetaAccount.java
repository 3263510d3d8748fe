package dev.wakit.provider.meta.account;

import dev.wakit.address.Bsuid;
import dev.wakit.address.SenderId;
import java.util.Optional;

/**
 * A business account at Meta: its numbers, their settings, and what it may do.
 *
 * <p>These are management calls, for which Meta has a budget: they block, and throw a {@link dev.wakit.WhatsAppException} when Meta
 * refuses or cannot be reached. Reading ones are repeated when the fault may pass; the others are made once, and end in a
 * {@link dev.wakit.OutcomeUnknownException} if nobody knows whether they were done. Thread-safe.
 *
 * @since 0.1
 */
public interface MetaAccount {

    /**
     * The account itself, with its health.
     *
     * @throws IllegalStateException without the id of the business account
     */
    BusinessAccount details();

    /** Its numbers: how they stand, and how they are registered. */
    SenderNumbers numbers();

    /** What can be set for a number. */
    SenderSettings settings();

    /** Who gets its webhooks. */
    WebhookSubscriptions subscriptions();

    /** The people whom a number does not want to hear from. */
    BlockList blockList();

    /** QR codes and links that begin a chat. */
    QrCodes qrCodes();

    /** The names by which people find a number. */
    Usernames usernames();

    /** What the access token may do and how long it lives. */
    TokenDetails token();

    /**
     * How many people a business portfolio may begin to write to in 24 hours, over all its numbers.
     *
     * @param portfolioId the id of the portfolio
     */
    Word<MessagingLimit> messagingLimit(String portfolioId);

    /**
     * What a portfolio shares parent ids of people with; empty if with none.
     *
     * <p>Meta answers this at its host without versions.
     */
    Optional<ParentAccount> parentAccount(String portfolioId);

    /** Removes a person from Meta's contact book, so that webhooks no longer tell the phone number. */
    void forgetContact(SenderId sender, Bsuid person);
}
