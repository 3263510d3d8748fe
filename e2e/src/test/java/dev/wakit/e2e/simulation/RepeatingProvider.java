package dev.wakit.e2e.simulation;

import dev.wakit.address.SenderId;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.provider.Capabilities;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.WhatsAppProvider;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The mistake of many HTTP clients: what got no clear answer is posted again. */
final class RepeatingProvider implements WhatsAppProvider {

    private final WhatsAppProvider real;

    RepeatingProvider(WhatsAppProvider real) {
        this.real = real;
    }

    @Override
    public CompletionStage<SendOutcome> send(SendRequest request) {
        return real.send(request)
                .thenCompose(outcome -> outcome instanceof SendOutcome.Ambiguous
                        ? real.send(request)
                        : CompletableFuture.completedFuture(outcome));
    }

    @Override
    public ProviderId id() {
        return real.id();
    }

    @Override
    public SenderId defaultSender() {
        return real.defaultSender();
    }

    @Override
    public Capabilities capabilities() {
        return real.capabilities();
    }

    @Override
    public ErrorPolicy errors() {
        return real.errors();
    }

    @Override
    public WebhookCodec webhooks() {
        return real.webhooks();
    }

    @Override
    public void close() {
        real.close();
    }
}
