package dev.wakit.campaign.internal;

import dev.wakit.campaign.content.ButtonValue;
import dev.wakit.campaign.content.CampaignContent;
import dev.wakit.campaign.content.HeaderMedia;
import dev.wakit.campaign.content.InteractiveContent;
import dev.wakit.campaign.content.PlaceholderText;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.content.TextContent;
import dev.wakit.media.MediaSource;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.Message;
import dev.wakit.message.TemplateMessageBuilder;
import dev.wakit.message.TextMessage;
import dev.wakit.message.interactive.InteractiveHeader;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.TemplateParameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Content prepared once, filled with each recipient's values many times. Immutable.
 *
 * <p>Filling throws {@link dev.wakit.campaign.content.MissingVariableException} or
 * {@link dev.wakit.InvalidMessageException} for values that cannot be sent.
 */
final class Renderer {

    private final CampaignContent content;
    private final Function<Map<String, String>, Message> filling;

    private Renderer(CampaignContent content, Function<Map<String, String>, Message> filling) {
        this.content = content;
        this.filling = filling;
    }

    static Renderer of(CampaignContent content) {
        if (content instanceof TextContent plain) {
            var text = PlaceholderText.parse(plain.text());
            return new Renderer(content, values -> TextMessage.of(text.fill(values)));
        }
        if (content instanceof InteractiveContent interactive) {
            return new Renderer(content, interactive(interactive.message()));
        }
        return new Renderer(content, template((TemplateContent) content));
    }

    Message render(Map<String, String> values) {
        return filling.apply(values);
    }

    /** A message with a stand-in for every placeholder, to compare with the approved template. */
    Message sample() {
        var values = new HashMap<String, String>();
        content.variables().forEach(name -> values.put(name, "x"));
        return render(values);
    }

    private static Function<Map<String, String>, Message> interactive(InteractiveMessage message) {
        var parts = new ArrayList<BiConsumer<InteractiveMessage.Builder, Map<String, String>>>();
        if (message.header().orElse(null) instanceof InteractiveHeader.Text header) {
            var filled = PlaceholderText.parse(header.text());
            parts.add((builder, values) -> builder.header(InteractiveHeader.text(filled.fill(values))));
        }
        message.body()
                .map(PlaceholderText::parse)
                .ifPresent(filled -> parts.add((builder, values) -> builder.body(filled.fill(values))));
        message.footer()
                .map(PlaceholderText::parse)
                .ifPresent(filled -> parts.add((builder, values) -> builder.footer(filled.fill(values))));
        return values -> {
            InteractiveMessage.Builder builder = message.toBuilder();
            parts.forEach(part -> part.accept(builder, values));
            return builder.build();
        };
    }

    private static Function<Map<String, String>, Message> template(TemplateContent template) {
        List<BiConsumer<TemplateMessageBuilder, Map<String, String>>> parts = parts(template);
        boolean hasBody = !template.body().isEmpty() || !template.namedBody().isEmpty();
        return values -> {
            TemplateMessageBuilder builder = template.shared().toBuilder();
            if (hasBody) {
                builder.body(List.of());
            }
            parts.forEach(part -> part.accept(builder, values));
            return builder.build();
        };
    }

    private static List<BiConsumer<TemplateMessageBuilder, Map<String, String>>> parts(TemplateContent template) {
        var parts = new ArrayList<BiConsumer<TemplateMessageBuilder, Map<String, String>>>();
        for (String value : template.body()) {
            var filled = PlaceholderText.parse(value);
            parts.add((builder, values) -> builder.addBody(TemplateParameter.text(filled.fill(values))));
        }
        template.namedBody().forEach((name, value) -> {
            var filled = PlaceholderText.parse(value);
            parts.add((builder, values) -> builder.namedBody(name, filled.fill(values)));
        });
        template.headerText()
                .map(PlaceholderText::parse)
                .ifPresent(filled -> parts.add((builder, values) -> builder.headerText(filled.fill(values))));
        template.headerMedia().ifPresent(media -> parts.add(header(media)));
        template.buttons().forEach(button -> parts.add(button(button)));
        return parts;
    }

    private static BiConsumer<TemplateMessageBuilder, Map<String, String>> header(HeaderMedia media) {
        var source = PlaceholderText.parse(media.source());
        var filename = PlaceholderText.parse(media.filename());
        return (builder, values) -> {
            MediaSource filled = source(source.fill(values));
            switch (media.kind()) {
                case IMAGE -> builder.headerImage(filled);
                case VIDEO -> builder.headerVideo(filled);
                case DOCUMENT -> {
                    String name = filename.fill(values);
                    if (name.isEmpty()) {
                        builder.headerDocument(filled);
                    } else {
                        builder.headerDocument(filled, name);
                    }
                }
            }
        };
    }

    private static MediaSource source(String text) {
        return text.startsWith("http://") || text.startsWith("https://")
                ? MediaSource.link(text)
                : MediaSource.id(text);
    }

    private static BiConsumer<TemplateMessageBuilder, Map<String, String>> button(ButtonValue button) {
        var value = PlaceholderText.parse(button.value());
        return (builder, values) -> {
            String filled = value.fill(values);
            builder.button(
                    button.index(),
                    switch (button.kind()) {
                        case PAYLOAD -> ButtonParameter.payload(filled);
                        case URL_SUFFIX -> ButtonParameter.urlSuffix(filled);
                        case COUPON_CODE -> ButtonParameter.couponCode(filled);
                    });
        };
    }
}
