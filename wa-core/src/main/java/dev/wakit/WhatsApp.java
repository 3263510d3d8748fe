package dev.wakit;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ProviderError;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.TransportFailure;
import dev.wakit.provider.WhatsAppProvider;
import java.util.Objects;

/**
 * Sends single messages over a provider, and throws when that fails.
 *
 * <p>For thousands of messages, or for messages that must survive a crash, use the campaign engine. Thread-safe.
 *
 * @since 0.1
 */
public final class WhatsApp {

    private final WhatsAppProvider provider;
    private final SenderId sender;

    private WhatsApp(WhatsAppProvider provider, SenderId sender) {
        this.provider = Objects.requireNonNull(provider, "provider");
        this.sender = Objects.requireNonNull(sender, "sender");
    }

    /** Sends over this provider, from its default sender. */
    public static WhatsApp using(WhatsAppProvider provider) {
        return new WhatsApp(provider, provider.defaultSender());
    }

    /** The same provider with another sender. */
    public WhatsApp from(SenderId otherSender) {
        return new WhatsApp(provider, otherSender);
    }

    /** Sends to a phone number; see {@link #send(Recipient, Message)}. */
    public MessageId send(PhoneNumber to, Message message) {
        return send(Recipient.of(to), message);
    }

    /**
     * Sends one message and waits for the BSP's answer.
     *
     * @return the BSP's id; the message is accepted, not yet sent or delivered
     * @throws WhatsAppException one of its subtypes, by what the caller can do next
     */
    public MessageId send(Recipient to, Message message) {
        return send(SendRequest.builder(sender, to, message).build());
    }

    /** Sends a request with a reply context or callback data; see {@link #send(Recipient, Message)}. */
    public MessageId send(SendRequest request) {
        provider.capabilities().missingFor(request).ifPresent(missing -> {
            throw new UnsupportedMessageException("Provider '" + provider.id() + "' " + missing);
        });
        SendOutcome outcome = provider.send(request).toCompletableFuture().join();
        if (outcome instanceof SendOutcome.Accepted accepted) {
            return accepted.messageId();
        }
        if (outcome instanceof SendOutcome.Rejected rejected) {
            throw refused(rejected.error());
        }
        if (outcome instanceof SendOutcome.NotSent notSent) {
            throw new ProviderUnavailableException(
                    "Nothing was sent: " + describe(notSent.failure()) + ". Try again later; sending again is safe.");
        }
        SendOutcome.Ambiguous ambiguous = (SendOutcome.Ambiguous) outcome;
        throw new OutcomeUnknownException("The message may have been sent or not: " + describe(ambiguous.failure())
                + ". Wait for its status webhook before sending it again.");
    }

    private WhatsAppException refused(ProviderError error) {
        ErrorRule rule = provider.errors().ruleFor(error);
        String text = "Provider '" + provider.id() + "' refused the message (" + error.code()
                + (error.title().isEmpty() ? "" : ": " + error.title()) + "). " + rule.advice();
        return switch (rule.category()) {
            case AUTH -> new AuthenticationException(text);
            case THROTTLE -> new RateLimitedException(text);
            case RECIPIENT -> new RecipientException(text);
            case TEMPLATE -> new TemplateException(text);
            case SERVICE -> new ProviderUnavailableException(text);
            default -> new RequestRefusedException(text);
        };
    }

    private static String describe(TransportFailure failure) {
        return failure.detail();
    }
}
