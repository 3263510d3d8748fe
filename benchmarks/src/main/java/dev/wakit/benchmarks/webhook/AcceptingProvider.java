package dev.wakit.benchmarks.webhook;

import dev.wakit.address.SenderId;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.message.MessageId;
import dev.wakit.provider.Capabilities;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.WhatsAppProvider;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The Cloud API's provider, except that every message is accepted at once without a request, and its attempt ref is kept: so
 * messages exist for which statuses can come. The message id is made of the ref. Thread-safe.
 */
final class AcceptingProvider implements WhatsAppProvider {

    private final WhatsAppProvider meta;
    private final Queue<String> refs = new ConcurrentLinkedQueue<>();

    AcceptingProvider(WhatsAppProvider meta) {
        this.meta = meta;
    }

    /** The refs of the messages so far. */
    List<String> refs() {
        return List.copyOf(refs);
    }

    /** The id of the message that was sent with this ref. */
    static String messageId(String ref) {
        return "wamid." + ref;
    }

    @Override
    public ProviderId id() {
        return meta.id();
    }

    @Override
    public SenderId defaultSender() {
        return meta.defaultSender();
    }

    @Override
    public Capabilities capabilities() {
        return meta.capabilities();
    }

    @Override
    public ErrorPolicy errors() {
        return meta.errors();
    }

    @Override
    public CompletionStage<SendOutcome> send(SendRequest request) {
        String ref = request.callbackData().orElseThrow();
        refs.add(ref);
        return CompletableFuture.completedFuture(new SendOutcome.Accepted(MessageId.of(messageId(ref)), false));
    }

    @Override
    public WebhookCodec webhooks() {
        return meta.webhooks();
    }

    @Override
    public void close() {
        meta.close();
    }
}
