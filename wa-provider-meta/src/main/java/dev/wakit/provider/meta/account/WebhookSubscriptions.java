package dev.wakit.provider.meta.account;

import dev.wakit.address.SenderId;
import java.net.URI;
import java.util.List;

/**
 * The apps that get the webhooks of an account. Without a subscription the handshake succeeds and no webhook ever comes.
 *
 * <p>Calls behave as {@link MetaAccount} says; all but those for one number need the id of the business account. Thread-safe.
 *
 * @since 0.1
 */
public interface WebhookSubscriptions {

    /** The apps that are subscribed. */
    List<SubscribedApp> list();

    /** Whether the app of this provider is: the one that the configuration names, else the one that the token belongs to. */
    boolean isSubscribed();

    /** Subscribes the app that the token belongs to. */
    void subscribe();

    /**
     * Subscribes, and has messages sent to an address of this account's own.
     *
     * @param url https, at most 200 characters
     * @param verifyToken what Meta repeats when it checks the address
     */
    void subscribe(URI url, String verifyToken);

    /** Ends the subscription; no webhook comes any more. */
    void unsubscribe();

    /** Has the messages of one number sent to an address of its own, which goes before that of the account. */
    void override(SenderId sender, URI url, String verifyToken);

    /** Takes back the address of one number. */
    void removeOverride(SenderId sender);
}
