package dev.wakit.provider.twilio.internal.webhook;

import dev.wakit.address.Bsuid;
import dev.wakit.inbound.EventSource;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageContext;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.Person;
import dev.wakit.inbound.PreferenceChanged;
import dev.wakit.inbound.Referral;
import dev.wakit.message.MessageId;
import dev.wakit.provider.twilio.internal.message.Addresses;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a message of a person, see bsp-apis 2.6. */
final class InboundReader {

    private InboundReader() {}

    /** The message, and what the person decided by it; empty if Twilio names no message. */
    static List<InboundEvent> read(PostedForm posted) {
        Optional<MessageId> id = posted.messageId();
        if (id.isEmpty()) {
            return List.of();
        }
        FormBody form = posted.form();
        EventSource source = posted.source("message", "To")
                .raw(new String(posted.request().body(), StandardCharsets.UTF_8))
                .build();
        Person person = person(posted);
        String type = InboundContents.type(form);
        var events = new ArrayList<InboundEvent>();
        events.add(MessageReceived.builder(source, id.get(), type)
                .person(person)
                .content(InboundContents.read(type, form))
                .context(context(form))
                .referral(referral(form).orElse(null))
                .build());
        preference(source, person, form).ifPresent(events::add);
        return List.copyOf(events);
    }

    private static Person person(PostedForm posted) {
        FormBody form = posted.form();
        Person.Builder person = posted.person("From").name(form.text("ProfileName"));
        form.find("WaId").ifPresent(person::waId);
        Optional<Bsuid> id =
                form.find("ExternalUserId").map(Addresses::withoutChannel).flatMap(PostedForm::bsuid);
        id.ifPresent(person::userId);
        return person.build();
    }

    private static MessageContext context(FormBody form) {
        return new MessageContext(
                form.text("OriginalRepliedMessageSid"),
                Addresses.withoutChannel(form.text("OriginalRepliedMessageSender")),
                form.flag("Forwarded"),
                form.flag("FrequentlyForwarded"),
                "",
                "");
    }

    private static Optional<Referral> referral(FormBody form) {
        boolean referred =
                form.fields().stream().anyMatch(field -> field.getKey().startsWith("Referral"));
        if (!referred) {
            return Optional.empty();
        }
        String media = form.text("ReferralMediaUrl");
        String kind = form.text("ReferralMediaContentType").toLowerCase(Locale.ROOT);
        boolean video = kind.startsWith("video");
        return Optional.of(new Referral(
                form.text("ReferralSourceType"),
                form.text("ReferralSourceId"),
                form.text("ReferralSourceUrl"),
                form.text("ReferralHeadline"),
                form.text("ReferralBody"),
                video ? "video" : kind.startsWith("image") ? "image" : kind,
                video ? "" : media,
                video ? media : "",
                "",
                form.text("ReferralCtwaClid"),
                ""));
    }

    /** Twilio itself stops sending to who writes STOP, where its opt-out is switched on. */
    private static Optional<InboundEvent> preference(EventSource source, Person person, FormBody form) {
        String type = form.text("OptOutType").toUpperCase(Locale.ROOT);
        boolean decides = type.equals("STOP") || type.equals("START");
        return decides && person.recipient().isPresent()
                ? Optional.of(PreferenceChanged.of(source, person, type.equals("START"), "OptOutType=" + type))
                : Optional.empty();
    }
}
