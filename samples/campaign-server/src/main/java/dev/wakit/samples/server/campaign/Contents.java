package dev.wakit.samples.server.campaign;

import dev.wakit.campaign.content.ButtonValue;
import dev.wakit.campaign.content.CampaignContent;
import dev.wakit.campaign.content.HeaderMedia;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.content.TextContent;
import dev.wakit.samples.server.campaign.CreateRequest.ButtonRequest;
import dev.wakit.samples.server.campaign.CreateRequest.HeaderMediaRequest;
import dev.wakit.samples.server.campaign.CreateRequest.TemplateRequest;
import dev.wakit.samples.server.http.ApiException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a request wants to be sent. */
final class Contents {

    private Contents() {}

    /**
     * A template or a text.
     *
     * @param path what the names of the fields begin with, such as {@code contents.twilio.}; empty for fields of the request itself
     */
    static CampaignContent of(String path, @Nullable TemplateRequest template, @Nullable String asked) {
        String text = Objects.requireNonNullElse(asked, "");
        if (text.isBlank() == (template == null)) {
            throw ApiException.invalid("Give either '" + path + "template' or '" + path + "text'.");
        }
        return template == null
                ? Asked.checked(path + "text", () -> TextContent.of(text))
                : Asked.checked(path + "template", () -> template(path + "template.", template));
    }

    private static TemplateContent template(String path, TemplateRequest request) {
        TemplateContent content = TemplateContent.of(
                Asked.required(request.name(), path + "name"), Asked.required(request.language(), path + "language"));
        List<String> body = request.body() == null ? List.of() : request.body();
        content = content.body(
                body.stream().map(value -> Asked.required(value, path + "body")).toArray(String[]::new));
        Map<String, String> named = request.named() == null ? Map.of() : request.named();
        for (Map.Entry<String, String> value : named.entrySet()) {
            content = content.namedBody(value.getKey(), Asked.required(value.getValue(), path + "named"));
        }
        if (request.headerText() != null) {
            content = content.headerText(request.headerText());
        }
        if (request.headerMedia() != null) {
            content = content.headerMedia(media(path, request.headerMedia()));
        }
        for (ButtonRequest button : request.buttons() == null ? List.<ButtonRequest>of() : request.buttons()) {
            content = content.button(new ButtonValue(
                    button.index(),
                    Asked.oneOf(ButtonValue.Kind.class, button.kind(), path + "buttons.kind"),
                    Asked.required(button.value(), path + "buttons.value")));
        }
        return content;
    }

    private static HeaderMedia media(String path, HeaderMediaRequest request) {
        return new HeaderMedia(
                Asked.oneOf(HeaderMedia.Kind.class, request.kind(), path + "headerMedia.kind"),
                Asked.required(request.source(), path + "headerMedia.source"),
                Objects.requireNonNullElse(request.filename(), ""));
    }
}
