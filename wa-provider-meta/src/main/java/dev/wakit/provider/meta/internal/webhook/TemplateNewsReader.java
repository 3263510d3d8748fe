package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.inbound.EventSource;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.TemplateCategoryChanged;
import dev.wakit.inbound.TemplateComponentsChanged;
import dev.wakit.inbound.TemplateQualityChanged;
import dev.wakit.inbound.TemplateStatusChanged;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.QualityRating;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads changes of templates, whose value is one event.
 *
 * <p>The value decides what it is, not the field: Meta's own sample of a quality change carries the field of a status change.
 */
final class TemplateNewsReader {

    private static final int MAX_REASON = 300;

    private final JsonNode value;
    private final EventSource source;
    private final TemplateName name;
    private final LanguageCode language;
    private final String id;

    private TemplateNewsReader(JsonNode value, ChangeContext context) {
        this.value = value;
        this.source = context.source(value);
        this.name = TemplateName.of(Fields.text(value, "message_template_name"));
        this.language = LanguageCode.of(Fields.text(value, "message_template_language"));
        this.id = Fields.text(value, "message_template_id");
    }

    static Optional<InboundEvent> read(JsonNode value, ChangeContext context) {
        return new TemplateNewsReader(value, context).event();
    }

    private Optional<InboundEvent> event() {
        if (value.has("new_quality_score")) {
            return Optional.of(new TemplateQualityChanged(
                    source,
                    name,
                    language,
                    id,
                    QualityRating.from(Fields.text(value, "previous_quality_score")),
                    QualityRating.from(Fields.text(value, "new_quality_score"))));
        }
        if (value.has("new_category")) {
            return Optional.of(category());
        }
        if (value.has("event")) {
            return status();
        }
        return value.has("message_template_element") || value.has("message_template_buttons")
                ? Optional.of(components())
                : Optional.empty();
    }

    /** Before a change {@code new_category} is the category still in force, and {@code correct_category} the one to come. */
    private TemplateCategoryChanged category() {
        TemplateCategory named = TemplateCategory.from(Fields.text(value, "new_category"));
        boolean impending = value.has("correct_category");
        return new TemplateCategoryChanged(
                source,
                name,
                language,
                id,
                impending ? named : TemplateCategory.from(Fields.text(value, "previous_category")),
                impending ? TemplateCategory.from(Fields.text(value, "correct_category")) : named,
                impending,
                Fields.time(value, "category_update_timestamp").orElse(impending ? Instant.MAX : source.at()));
    }

    private Optional<InboundEvent> status() {
        String event = Fields.text(value, "event");
        if (event.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new TemplateStatusChanged(
                source,
                name,
                language,
                id,
                sendable(event),
                event,
                TemplateCategory.from(Fields.text(value, "message_template_category")),
                reason(),
                Fields.text(value, "rejection_info", "recommendation"),
                Fields.text(value, "other_info", "title"),
                Fields.text(value, "reason"),
                Fields.text(value, "disable_info", "disable_date")));
    }

    /** A template that was paused and may be used again is reported with an event of its own. */
    private TemplateStatus sendable(String event) {
        return Fields.text(value, "other_info", "title").equals("UNPAUSE")
                ? TemplateStatus.APPROVED
                : TemplateStatus.from(event);
    }

    private String reason() {
        String reason = Fields.text(value, "rejection_info", "reason");
        if (reason.isBlank()) {
            reason = Fields.text(value, "other_info", "description");
        }
        if (reason.isBlank()) {
            reason = Fields.text(value, "reason");
        }
        if (reason.isBlank() || reason.equals("NONE")) {
            return "";
        }
        return reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
    }

    private TemplateComponentsChanged components() {
        return new TemplateComponentsChanged(
                source,
                name,
                language,
                id,
                Fields.text(value, "message_template_title"),
                Fields.text(value, "message_template_element"),
                Fields.text(value, "message_template_footer"),
                Fields.list(
                        value.path("message_template_buttons"),
                        button -> Optional.of(new TemplateComponentsChanged.Button(
                                Fields.text(button, "message_template_button_type"),
                                Fields.text(button, "message_template_button_text"),
                                Fields.text(button, "message_template_button_url"),
                                Fields.text(button, "message_template_button_phone_number")))));
    }
}
