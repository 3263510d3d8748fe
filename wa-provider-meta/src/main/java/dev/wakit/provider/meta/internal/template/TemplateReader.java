package dev.wakit.provider.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.WhatsAppException;
import dev.wakit.provider.http.Json;
import dev.wakit.template.HeaderFormat;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.ParameterFormat;
import dev.wakit.template.QualityRating;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateBuilder;
import dev.wakit.template.TemplateButton;
import dev.wakit.template.TemplateButtonType;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateParts;
import dev.wakit.template.TemplateStatus;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one element of {@code message_templates}; words that are new become {@code UNKNOWN}. */
public final class TemplateReader {

    private static final Logger LOG = LoggerFactory.getLogger(TemplateReader.class);

    /** What a template is asked for. */
    static final String FIELDS =
            "id,name,language,status,category,parameter_format,components,quality_score,rejected_reason,"
                    + "previous_category,correct_category,message_send_ttl_seconds,library_template_name";

    private static final Duration LONGEST = Duration.ofDays(30);

    private TemplateReader() {}

    /** The template, or empty, with a log line, if it has no name and language that WhatsApp allows. */
    public static Optional<Template> read(JsonNode node) {
        Optional<String> name = Json.text(node, "name");
        Optional<String> language = Json.text(node, "language");
        if (name.isEmpty() || language.isEmpty()) {
            LOG.warn("A template without a name or a language is left out.");
            return Optional.empty();
        }
        try {
            return Optional.of(read(TemplateName.of(name.get()), LanguageCode.of(language.get()), node));
        } catch (WhatsAppException unusable) {
            LOG.warn("Template '{}' ({}) is left out: {}", name.get(), language.get(), unusable.getMessage());
            return Optional.empty();
        }
    }

    private static Template read(TemplateName name, LanguageCode language, JsonNode node) {
        TemplateBuilder builder = Template.builder(
                name,
                language,
                TemplateCategory.from(Json.text(node, "category").orElse("")),
                TemplateStatus.from(Json.text(node, "status").orElse("")),
                parts(node.path("components")));
        Json.text(node, "id").ifPresent(builder::id);
        if (Json.text(node, "parameter_format")
                .filter("NAMED"::equalsIgnoreCase)
                .isPresent()) {
            builder.parameterFormat(ParameterFormat.NAMED);
        }
        standing(node, builder);
        for (JsonNode component : node.path("components")) {
            if (isType(component, "CAROUSEL")) {
                component.path("cards").forEach(card -> builder.addCard(parts(card.path("components"))));
            } else if (isType(component, "LIMITED_TIME_OFFER")) {
                builder.limitedTimeOffer(component
                        .path("limited_time_offer")
                        .path("has_expiration")
                        .asBoolean(true));
            }
        }
        return builder.build();
    }

    private static void standing(JsonNode node, TemplateBuilder builder) {
        // Meta writes the score as an object, older versions as a word.
        Json.text(node, "quality_score", "score")
                .or(() -> Json.text(node, "quality_score"))
                .map(QualityRating::from)
                .ifPresent(builder::quality);
        Json.text(node, "rejected_reason")
                .filter(reason -> !reason.equals("NONE"))
                .ifPresent(builder::rejectedReason);
        Json.text(node, "previous_category").map(TemplateCategory::from).ifPresent(builder::previousCategory);
        Json.text(node, "correct_category")
                .map(TemplateCategory::from)
                .filter(coming -> !coming.name().equals(node.path("category").asText()))
                .ifPresent(builder::comingCategory);
        Json.text(node, "library_template_name").ifPresent(builder::libraryTemplate);
        JsonNode ttl = node.path("message_send_ttl_seconds");
        if (ttl.isIntegralNumber()) {
            builder.ttl(ttl.asLong() < 0 ? LONGEST : Duration.ofSeconds(ttl.asLong()));
        }
    }

    private static TemplateParts parts(JsonNode components) {
        TemplateParts.Builder builder = TemplateParts.builder();
        for (JsonNode component : components) {
            Optional<String> text = Json.text(component, "text");
            if (isType(component, "HEADER")) {
                builder.headerFormat(
                        HeaderFormat.from(Json.text(component, "format").orElse("")));
                text.ifPresent(builder::headerText);
            } else if (isType(component, "BODY")) {
                text.ifPresent(builder::body);
            } else if (isType(component, "FOOTER")) {
                text.ifPresent(builder::footer);
            } else if (isType(component, "BUTTONS")) {
                component.path("buttons").forEach(button -> builder.addButton(button(button)));
            }
        }
        return builder.build();
    }

    static TemplateButton button(JsonNode node) {
        TemplateButton.Builder builder = TemplateButton.builder(
                TemplateButtonType.from(Json.text(node, "type").orElse("")));
        Json.text(node, "text").ifPresent(builder::text);
        Json.text(node, "url").ifPresent(builder::url);
        Json.text(node, "phone_number").ifPresent(builder::phoneNumber);
        return builder.build();
    }

    private static boolean isType(JsonNode component, String type) {
        return Json.text(component, "type").filter(type::equalsIgnoreCase).isPresent();
    }
}
