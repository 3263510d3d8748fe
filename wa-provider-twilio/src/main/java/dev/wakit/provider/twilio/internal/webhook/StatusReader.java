package dev.wakit.provider.twilio.internal.webhook;

import dev.wakit.error.ProviderError;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.SentMessageNoticed;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.message.MessageId;
import dev.wakit.provider.twilio.internal.error.TwilioErrors;
import dev.wakit.provider.twilio.internal.message.StatusCallbacks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a status callback, see bsp-apis 2.5. */
final class StatusReader {

    private static final Map<String, MessageStatus> STATUSES = Map.of(
            "sent", MessageStatus.SENT,
            "delivered", MessageStatus.DELIVERED,
            "read", MessageStatus.READ,
            "undelivered", MessageStatus.FAILED,
            "failed", MessageStatus.FAILED,
            "canceled", MessageStatus.FAILED);

    /** Twilio has the message, and WhatsApp does not yet. */
    private static final Set<String> UNDER_WAY =
            Set.of("accepted", "scheduled", "queued", "sending", "partially_delivered");

    private StatusReader() {}

    static String word(FormBody form) {
        return form.find("MessageStatus").orElse(form.text("SmsStatus")).toLowerCase(Locale.ROOT);
    }

    static Optional<InboundEvent> read(PostedForm posted) {
        FormBody form = posted.form();
        // Twilio tells that a message was read by an event, whatever word stands beside it.
        String word = form.text("EventType").equalsIgnoreCase("READ") ? "read" : word(form);
        return posted.messageId().flatMap(id -> {
            if (UNDER_WAY.contains(word)) {
                return Optional.of(new SentMessageNoticed(
                        posted.source("status", "From").build(),
                        id,
                        SentMessageNoticed.Kind.QUEUED,
                        posted.person("To").build(),
                        List.of()));
            }
            return Optional.ofNullable(STATUSES.get(word)).map(status -> changed(id, status, word, posted));
        });
    }

    private static InboundEvent changed(MessageId id, MessageStatus status, String word, PostedForm posted) {
        return StatusChanged.builder(id, status, posted.now())
                .source(posted.source("status", "From").build())
                .person(posted.person("To").build())
                .callbackData(posted.request()
                        .queryParameter(StatusCallbacks.REF)
                        .filter(ref -> !ref.isBlank())
                        .orElse(null))
                .errors(status == MessageStatus.FAILED ? List.of(error(word, posted.form())) : List.of())
                .build();
    }

    private static ProviderError error(String word, FormBody form) {
        String code = form.find("ErrorCode").orElse(word.equals("canceled") ? word : "");
        return TwilioErrors.ofMessage(code, form.find("ChannelStatusMessage").orElse(form.text("ErrorMessage")));
    }
}
