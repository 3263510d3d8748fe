package dev.wakit.provider;

import dev.wakit.address.SenderId;
import dev.wakit.error.ErrorPolicy;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * One account at one BSP.
 *
 * <p>Implementations are thread-safe. They answer with a {@link SendOutcome} and do not throw for what the BSP says; they make
 * exactly one HTTP request a send, and never repeat a POST.
 *
 * @since 0.1
 */
public interface WhatsAppProvider extends AutoCloseable {

    /** The name of this instance; stored with every lane, so it must not change between starts. */
    ProviderId id();

    /**
     * The BSP's id of the account that sends, as {@link dev.wakit.inbound.EventSource#account()} names it, such as a WABA id. News of
     * another account does not concern what this instance sends; empty if it is not known, and then all news does.
     */
    default Optional<String> accountId() {
        return Optional.empty();
    }

    /** The sender used when a message names none. */
    SenderId defaultSender();

    /** What it can do. */
    Capabilities capabilities();

    /** What its errors mean. */
    ErrorPolicy errors();

    /**
     * Sends one message with exactly one HTTP request.
     *
     * <p>Returns at once. The stage always completes normally, with an outcome, within the provider's time limits; its
     * dependents may run on the provider's own threads, so they must be short.
     *
     * @throws dev.wakit.UnsupportedMessageException if {@link #capabilities()} lack what the request needs; nothing was sent
     * @throws dev.wakit.InvalidMessageException if the BSP is known to refuse the message; nothing was sent
     */
    CompletionStage<SendOutcome> send(SendRequest request);

    /** Reads its webhooks. */
    WebhookCodec webhooks();

    /** Its templates, where it has them. */
    default Optional<TemplateGateway> templates() {
        return Optional.empty();
    }

    /** Its store of media, where it has one. */
    default Optional<MediaGateway> media() {
        return Optional.empty();
    }

    /** Its catalogs, where it has them. */
    default Optional<CatalogGateway> catalog() {
        return Optional.empty();
    }

    /**
     * How often its credentials were replaced since it was built. When the number grows, lanes that wait for better credentials
     * go on.
     */
    default long credentialsVersion() {
        return 0;
    }

    /**
     * Asks the BSP now whether this instance can send: a management call that blocks for at most some seconds and never throws for what
     * the BSP or the network does. Empty if the BSP cannot be asked.
     */
    default Optional<ProviderHealth> health() {
        return Optional.empty();
    }

    /** Finds messages whose answer was lost, where the BSP can be asked. */
    default Optional<OutcomeLookup> lookup() {
        return Optional.empty();
    }

    /** Stops taking requests and frees connections. Requests in flight may still complete. Idempotent. */
    @Override
    void close();
}
