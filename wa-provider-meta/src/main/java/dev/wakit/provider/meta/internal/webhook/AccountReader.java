package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.SenderStandingChanged;
import dev.wakit.inbound.TemplateQualityChanged;
import dev.wakit.inbound.TemplateStatusChanged;
import dev.wakit.provider.meta.internal.json.Json;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.QualityRating;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateStatus;
import java.util.Optional;

/** Reads changes of templates and numbers, whose value is one event. */
final class AccountReader {

    private static final int MAX_REASON = 300;

    private AccountReader() {}

    static Optional<InboundEvent> read(String field, JsonNode value, ChangeContext context) {
        return switch (field) {
            case "message_template_status_update", "message_template_quality_update" -> template(value, context);
            case "phone_number_quality_update" -> number(value, context);
            default -> Optional.empty();
        };
    }

    /** Meta's own sample of a quality change names the field of a status change: the value tells them apart. */
    private static Optional<InboundEvent> template(JsonNode value, ChangeContext context) {
        Optional<TemplateName> name = Json.text(value, "message_template_name").map(TemplateName::of);
        Optional<LanguageCode> language =
                Json.text(value, "message_template_language").map(text -> LanguageCode.of(text.replace('-', '_')));
        if (name.isEmpty() || language.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> quality = Json.text(value, "new_quality_score");
        if (quality.isPresent()) {
            return Optional.of(new TemplateQualityChanged(
                    name.get(),
                    language.get(),
                    QualityRating.from(
                            Json.text(value, "previous_quality_score").orElse("")),
                    QualityRating.from(quality.get()),
                    context.entryAt()));
        }
        return Json.text(value, "event")
                .map(event -> new TemplateStatusChanged(
                        name.get(), language.get(), status(event, value), reason(value), context.entryAt()));
    }

    /** A template that was paused and may be used again is reported with an event of its own. */
    private static TemplateStatus status(String event, JsonNode value) {
        boolean unpaused = Json.text(value, "other_info", "title")
                .filter("UNPAUSE"::equals)
                .isPresent();
        return unpaused ? TemplateStatus.APPROVED : TemplateStatus.from(event);
    }

    private static String reason(JsonNode value) {
        return Json.text(value, "rejection_info", "reason")
                .or(() -> Json.text(value, "other_info", "description"))
                .or(() -> Json.text(value, "reason").filter(reason -> !reason.equals("NONE")))
                .map(reason -> reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason)
                .orElse("");
    }

    private static Optional<InboundEvent> number(JsonNode value, ChangeContext context) {
        return Json.text(value, "display_phone_number")
                .map(number -> number.replaceAll("\\D", ""))
                .filter(number -> !number.isEmpty() && number.length() <= 20)
                .flatMap(number -> Json.text(value, "event")
                        .map(event -> new SenderStandingChanged(
                                number, SenderStandingChanged.Change.from(event), context.entryAt())));
    }
}
