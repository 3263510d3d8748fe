package dev.wakit.provider.dialog360;

import dev.wakit.UnsupportedMessageException;
import dev.wakit.address.SenderId;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.message.MessageId;
import dev.wakit.message.MessageKind;
import dev.wakit.provider.Capabilities;
import dev.wakit.provider.CatalogGateway;
import dev.wakit.provider.MediaGateway;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.dialog360.internal.error.Dialog360Errors;
import dev.wakit.provider.dialog360.internal.http.Dialog360Endpoint;
import dev.wakit.provider.dialog360.internal.template.Dialog360Templates;
import dev.wakit.provider.dialog360.internal.webhook.Dialog360Codec;
import dev.wakit.provider.http.HttpTransport;
import dev.wakit.provider.http.SettingsCheck;
import dev.wakit.provider.meta.cloud.CloudApi;
import dev.wakit.provider.meta.cloud.TemplateCache;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One number at 360dialog.
 *
 * <pre>{@code
 * var dialog360 = Dialog360Provider.builder(apiKey, phoneNumberId)
 *         .webhookHeader("Authorization", "Basic …")
 *         .build();
 * WhatsApp.using(dialog360).send(PhoneNumber.parse("+14155550123"), TextMessage.of("Hello"));
 * }</pre>
 *
 * <p>A key belongs to one number, so several senders are several instances. Every send is one HTTP request that nothing repeats.
 * Thread-safe; close it when it is no longer needed.
 *
 * @since 0.1
 */
public final class Dialog360Provider implements WhatsAppProvider {

    private final ProviderId id;
    private final SenderId sender;
    private final Capabilities capabilities;
    private final ErrorPolicy errors;
    private final HttpTransport http;
    private final Dialog360Endpoint endpoint;
    private final CloudApi api;
    private final Optional<WebhookCodec> webhooks;
    private final TemplateGateway templates;
    private final WebhookSetup webhookSetup;
    private final AtomicLong credentialsVersion = new AtomicLong();

    Dialog360Provider(Dialog360ProviderBuilder builder) {
        this.id = builder.id;
        this.sender = SenderId.of(builder.sender);
        this.errors = builder.errors;
        this.capabilities = Capabilities.builder(builder.throughput)
                .addMessageKinds(CloudApi.messageKinds().toArray(MessageKind[]::new))
                .echoesCallbackData(builder.passes(Passthrough.CALLBACK_DATA))
                .sendsToBsuid(builder.passes(Passthrough.BSUID))
                .checksIdentity(builder.passes(Passthrough.IDENTITY_CHECK))
                .marketingDelivery(builder.passes(Passthrough.MARKETING_MESSAGES))
                .payments(builder.payments)
                .build();
        this.http = HttpTransport.create(builder.httpSettings());
        this.endpoint = new Dialog360Endpoint(builder.baseUrl, builder.apiKey, sender, builder.mediaThroughHost);
        this.api = CloudApi.create(endpoint, http, errors, capabilities.marketingDelivery(), builder.clock);
        this.webhooks = builder.platformSecrets.isEmpty() && builder.webhookHeaders.isEmpty()
                ? Optional.empty()
                : Optional.of(new Dialog360Codec(
                        List.copyOf(builder.platformSecrets), builder.webhookHeaders, builder.clock));
        this.templates = new Dialog360Templates(
                api, new TemplateCache(builder.templateCache, builder.clock), builder.categoryMayChange);
        this.webhookSetup = new WebhookSetup(api, !"https".equalsIgnoreCase(builder.baseUrl.getScheme()));
    }

    /**
     * Starts a provider.
     *
     * @param apiKey the key of the number, from the 360dialog Hub
     * @param phoneNumberId Meta's id of the number, which webhooks name as {@code metadata.phone_number_id}; requests do not carry
     *     it
     */
    public static Dialog360ProviderBuilder builder(String apiKey, String phoneNumberId) {
        return new Dialog360ProviderBuilder(apiKey, phoneNumberId);
    }

    /** What the error codes of Meta and of 360dialog mean; the start of a policy for {@link Dialog360ProviderBuilder#errors}. */
    public static ErrorPolicy defaultErrors() {
        return Dialog360Errors.table();
    }

    @Override
    public ProviderId id() {
        return id;
    }

    @Override
    public SenderId defaultSender() {
        return sender;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public ErrorPolicy errors() {
        return errors;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A request of another sender than the key's is rejected as {@code d360_foreign_sender}, which pauses that sender's lanes;
     * nothing is sent.
     *
     * @throws UnsupportedMessageException if {@link #capabilities()} do not have what the message needs; nothing was sent
     * @throws dev.wakit.InvalidMessageException if Meta is known to refuse the message; nothing was sent
     */
    @Override
    public CompletionStage<SendOutcome> send(SendRequest request) {
        if (!request.sender().equals(sender)) {
            return CompletableFuture.completedFuture(new SendOutcome.Rejected(Dialog360Errors.foreignSender()));
        }
        capabilities.missingFor(request).ifPresent(missing -> {
            throw new UnsupportedMessageException("Provider '" + id + "' " + missing);
        });
        return api.send(request);
    }

    /**
     * Tells a person that their message was read, and with it all earlier ones of the conversation.
     *
     * <p>It sends no message, so it is tried up to three times. Blocks until it was answered.
     *
     * @param received the message of the person
     * @throws dev.wakit.WhatsAppException by what the caller can do about it
     */
    public void markRead(MessageId received) {
        api.markRead(sender, received, false);
    }

    /**
     * Does what {@link #markRead} does, and shows that an answer is being typed: until one is sent, for 25 seconds at most.
     *
     * @param received the message of the person
     * @throws dev.wakit.WhatsAppException by what the caller can do about it
     */
    public void showTyping(MessageId received) {
        api.markRead(sender, received, true);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if neither a platform secret nor a header is configured, because then no webhook can be told
     *     from a forged one
     */
    @Override
    public WebhookCodec webhooks() {
        return webhooks.orElseThrow(() -> new IllegalStateException("Provider '" + id
                + "' cannot tell webhooks from forged ones. Call platformSecret(...) on its builder if the account belongs to a"
                + " partner, else webhookHeader(...) with what webhookSetup().set(...) gives 360dialog."));
    }

    /** Tells 360dialog where to post the events of the number. */
    public WebhookSetup webhookSetup() {
        return webhookSetup;
    }

    /** {@inheritDoc} Never empty. */
    @Override
    public Optional<TemplateGateway> templates() {
        return Optional.of(templates);
    }

    /** {@inheritDoc} Never empty. */
    @Override
    public Optional<MediaGateway> media() {
        return Optional.of(api.media());
    }

    /**
     * Empty: 360dialog's API has no catalogs. They are connected in WhatsApp Manager, and filled there or with
     * {@code MetaProvider.catalog()} and a token of the business; product messages are sent here as any other.
     */
    @Override
    public Optional<CatalogGateway> catalog() {
        return Optional.empty();
    }

    /**
     * Sends with another key from now on; lanes that wait because the old one was refused go on at once.
     *
     * @param apiKey a key of the same number: visible ASCII, not empty
     * @throws IllegalArgumentException if it cannot be a key; the old one stays
     */
    public void replaceApiKey(String apiKey) {
        List<String> problems = new SettingsCheck().token("apiKey", apiKey).problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "The new API key of provider '" + id + "' cannot be one: " + problems.get(0) + ".");
        }
        endpoint.replaceApiKey(apiKey);
        credentialsVersion.incrementAndGet();
    }

    @Override
    public long credentialsVersion() {
        return credentialsVersion.get();
    }

    @Override
    public void close() {
        http.close();
    }

    @Override
    public String toString() {
        return "Dialog360Provider[" + id + "]";
    }
}
