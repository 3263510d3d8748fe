package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.InvalidMessageException;
import dev.wakit.address.PhoneNumber;
import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.MessageKind;
import dev.wakit.message.TemplateMessage;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.http.Json;
import dev.wakit.template.TemplateParameter;
import dev.wakit.template.TemplateValues;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands around a message: whom it goes to, what it answers, what is echoed, and which of the two edges takes it. */
public final class Envelopes {

    private static final String MESSAGES = "messages";
    private static final String MARKETING_MESSAGES = "marketing_messages";

    private final SendSettings settings;

    public Envelopes(SendSettings settings) {
        this.settings = settings;
    }

    /**
     * The request for a message.
     *
     * @throws dev.wakit.UnsupportedMessageException if no encoder knows the kind of the message
     * @throws InvalidMessageException if Meta is known to refuse the message
     */
    public WireSend encode(SendRequest request) {
        ObjectNode envelope = Json.object();
        envelope.put("messaging_product", "whatsapp");
        envelope.put("recipient_type", "individual");
        addRecipient(request, envelope);
        // A reaction names its message itself, and Meta allows it no context.
        request.replyTo()
                .filter(id -> request.message().kind() != MessageKind.REACTION)
                .ifPresent(id -> envelope.putObject("context").put("message_id", id.value()));
        Fields.put(envelope, "biz_opaque_callback_data", request.callbackData());
        Fields.put(envelope, "recipient_identity_key_hash", request.identityHash());
        Fields.put(envelope, "messaging_account_id", settings.messagingAccountId());
        Encoders.encode(request.message(), envelope);
        return new WireSend(edge(request, envelope), Json.write(envelope));
    }

    private String edge(SendRequest request, ObjectNode envelope) {
        if (!(request.message() instanceof TemplateMessage template)) {
            return MESSAGES;
        }
        Optional<MarketingDelivery> marketing = settings.marketing(template);
        if (marketing.isEmpty()) {
            refuseGif(template);
            return MESSAGES;
        }
        addMarketing(request, marketing.get(), envelope);
        return MARKETING_MESSAGES;
    }

    private static void addRecipient(SendRequest request, ObjectNode envelope) {
        Optional<PhoneNumber> phone = request.recipient().phone();
        // Meta looks at "to" alone when both are given, so only one is sent. Without the + it may add a country code.
        phone.ifPresentOrElse(
                number -> envelope.put("to", number.e164()),
                () -> envelope.put(
                        "recipient", request.recipient().bsuid().orElseThrow().value()));
    }

    private static void addMarketing(SendRequest request, MarketingDelivery marketing, ObjectNode envelope) {
        envelope.put("product_policy", marketing.strict() ? "STRICT" : "CLOUD_API_FALLBACK");
        marketing.activitySharing().ifPresent(sharing -> envelope.put("message_activity_sharing", sharing));
        marketing.bidMultiplier().ifPresent(multiplier -> {
            if (request.recipient().phone().isEmpty()) {
                throw new InvalidMessageException(
                        "bid_spec.per_message_bid_multiplier",
                        "must not be set for a recipient without a phone number; Meta refuses it (131062)."
                                + " Leave the multiplier out or give the number.");
            }
            envelope.putObject("bid_spec").put("per_message_bid_multiplier", multiplier);
        });
    }

    private static void refuseGif(TemplateMessage template) {
        boolean gif = Stream.concat(Stream.of(template.values()), template.carousel().stream())
                .map(TemplateValues::header)
                .flatMap(Optional::stream)
                .anyMatch(TemplateParameter.Gif.class::isInstance);
        if (gif) {
            throw new InvalidMessageException(
                    "template.header",
                    "must not be a GIF outside of the Marketing Messages API."
                            + " Send a video, or set marketing(MarketingDelivery.standard()) on the message.");
        }
    }
}
