package dev.wakit.provider.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.InvalidMessageException;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.template.LibraryButton;
import dev.wakit.provider.meta.template.LibraryChoice;
import dev.wakit.provider.meta.template.LibraryTemplate;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads and writes templates of Meta's library, see meta-cloud-api 4.8. */
final class LibraryCodec {

    private LibraryCodec() {}

    static ObjectNode encode(LibraryChoice choice) {
        ObjectNode node = Json.object();
        node.put("name", choice.name().value());
        node.put("language", choice.language().value());
        node.put("category", choice.category().name());
        node.put("library_template_name", choice.libraryName());
        if (!choice.buttons().isEmpty()) {
            ArrayNode buttons = node.putArray("library_template_button_inputs");
            choice.buttons().forEach(button -> buttons.add(button(button)));
        }
        ObjectNode body = Json.object();
        choice.sentences().stream()
                .sorted()
                .forEach(sentence -> body.put("add_" + sentence.name().toLowerCase(Locale.ROOT), true));
        choice.codeExpiration().ifPresent(after -> body.put("code_expiration_minutes", after.toMinutes()));
        if (!body.isEmpty()) {
            node.set("library_template_body_inputs", body);
        }
        return node;
    }

    private static ObjectNode button(LibraryButton button) {
        if (button instanceof LibraryButton.PhoneNumber phone) {
            return Json.object().put("type", "PHONE_NUMBER").put("phone_number", phone.number());
        }
        var url = (LibraryButton.Url) button;
        ObjectNode node = Json.object().put("type", "URL");
        ObjectNode address = node.putObject("url").put("base_url", url.baseUrl());
        if (!url.example().isEmpty()) {
            address.put("url_suffix_example", url.example());
        }
        return node;
    }

    /** One element of the library; empty if it has no name and language that WhatsApp allows. */
    static Optional<LibraryTemplate> read(JsonNode node) {
        Optional<String> name = Json.text(node, "name");
        Optional<LanguageCode> language = Json.text(node, "language").flatMap(LibraryCodec::language);
        if (name.isEmpty() || language.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LibraryTemplate(
                name.get(),
                language.get(),
                TemplateCategory.from(Json.text(node, "category").orElse("")),
                Json.text(node, "topic").orElse(""),
                Json.text(node, "usecase").orElse(""),
                texts(node.path("industry")),
                Json.text(node, "header").orElse(""),
                Json.text(node, "body").orElse(""),
                texts(node.path("body_params")),
                texts(node.path("body_param_types")),
                StreamSupport.stream(node.path("buttons").spliterator(), false)
                        .map(TemplateReader::button)
                        .toList()));
    }

    static Optional<LanguageCode> language(String code) {
        try {
            return Optional.of(LanguageCode.of(code));
        } catch (InvalidMessageException unknownForm) {
            return Optional.empty();
        }
    }

    static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
