package dev.wakit.samples.server.message;

import dev.wakit.address.Region;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.campaign.pacing.Priority;
import dev.wakit.message.Message;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TemplateMessageBuilder;
import dev.wakit.message.TextMessage;
import dev.wakit.samples.server.campaign.Asked;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.provider.SenderChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/messages}. */
record MessageRequest(
        @Nullable String to,
        @Nullable String provider,
        @Nullable String sender,
        @Nullable String text,
        @Nullable TemplateRequest template,
        @Nullable String category,
        @Nullable String priority,
        @Nullable String notBefore,
        @Nullable String sendBy) {

    /** A template and the values of its body, or the code of a one-time password. */
    record TemplateRequest(
            @Nullable String name,
            @Nullable String language,
            @Nullable List<String> body,
            @Nullable String code) {}

    SingleSend send(SenderChoice senders, Region usualRegion, @Nullable String key) {
        SingleSend.Builder send = SingleSend.builder(Recipients.read(to, usualRegion), message());
        SenderChoice.Chosen chosen = senders.of("", provider, sender);
        send.provider(chosen.provider()).sender(chosen.sender());
        if (category != null) {
            send.category(Asked.oneOf(SendCategory.class, category, "category"));
        }
        if (priority != null) {
            send.priority(Asked.oneOf(Priority.class, priority, "priority"));
        }
        if (notBefore != null) {
            send.notBefore(Asked.time(notBefore, "notBefore"));
        }
        if (sendBy != null) {
            send.sendBy(Asked.time(sendBy, "sendBy"));
        }
        if (key != null) {
            Asked.checked("Idempotency-Key", () -> send.idempotencyKey(key));
        }
        return Asked.checked("sendBy", send::build);
    }

    private Message message() {
        if ((text == null) == (template == null)) {
            throw ApiException.invalid("Give either 'template' or 'text'.");
        }
        return template == null ? TextMessage.of(Asked.required(text, "text")) : message(template);
    }

    private static Message message(TemplateRequest template) {
        TemplateMessageBuilder message = TemplateMessage.builder(
                Asked.required(template.name(), "template.name"),
                Asked.required(template.language(), "template.language"));
        if (template.code() != null && template.body() != null) {
            throw ApiException.invalid("'template.code' fills the body too. Leave 'template.body' out.");
        }
        if (template.code() != null) {
            message.authenticationCode(template.code());
        } else if (template.body() != null) {
            message.body(template.body().stream()
                    .map(value -> Asked.required(value, "template.body"))
                    .toArray(String[]::new));
        }
        return message.build();
    }
}
