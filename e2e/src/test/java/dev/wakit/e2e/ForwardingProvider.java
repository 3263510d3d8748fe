package dev.wakit.e2e;

import dev.wakit.address.SenderId;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.provider.Capabilities;
import dev.wakit.provider.MediaGateway;
import dev.wakit.provider.OutcomeLookup;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.WhatsAppProvider;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A provider that does what another one does, but for what a test changes. */
class ForwardingProvider implements WhatsAppProvider {

    private final WhatsAppProvider to;

    ForwardingProvider(WhatsAppProvider to) {
        this.to = to;
    }

    @Override
    public ProviderId id() {
        return to.id();
    }

    @Override
    public Optional<String> accountId() {
        return to.accountId();
    }

    @Override
    public SenderId defaultSender() {
        return to.defaultSender();
    }

    @Override
    public Capabilities capabilities() {
        return to.capabilities();
    }

    @Override
    public ErrorPolicy errors() {
        return to.errors();
    }

    @Override
    public CompletionStage<SendOutcome> send(SendRequest request) {
        return to.send(request);
    }

    @Override
    public WebhookCodec webhooks() {
        return to.webhooks();
    }

    @Override
    public Optional<TemplateGateway> templates() {
        return to.templates();
    }

    @Override
    public Optional<MediaGateway> media() {
        return to.media();
    }

    @Override
    public long credentialsVersion() {
        return to.credentialsVersion();
    }

    @Override
    public Optional<OutcomeLookup> lookup() {
        return to.lookup();
    }

    @Override
    public void close() {
        to.close();
    }
}
