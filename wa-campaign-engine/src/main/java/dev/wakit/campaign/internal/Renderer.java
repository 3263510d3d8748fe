package dev.wakit.campaign.internal;

import dev.wakit.campaign.content.ButtonValue;
import dev.wakit.campaign.content.CampaignContent;
import dev.wakit.campaign.content.HeaderMedia;
import dev.wakit.campaign.content.PlaceholderText;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.content.TextContent;
import dev.wakit.media.MediaSource;
import dev.wakit.message.Message;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TemplateMessageBuilder;
import dev.wakit.message.TextMessage;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.TemplateParameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Content prepared once, filled with each recipient's values many times. Immutable.
 *
 * <p>Filling throws {@link dev.wakit.campaign.content.MissingVariableException} or
 * {@link dev.wakit.InvalidMessageException} for values that cannot be sent.
 */
final class Renderer {

    private final CampaignContent content;
    private final PlaceholderText text;
    private final List<BiConsumer<TemplateMessageBuilder, Map<String, String>>> parts;

    private Renderer(
            CampaignContent content,
            PlaceholderText text,
            List<BiConsumer<TemplateMessageBuilder, Map<String, String>>> parts) {
        this.content = content;
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    static Renderer of(CampaignContent content) {
        if (content instanceof TextContent plain) {
            return new Renderer(content, PlaceholderText.parse(plain.text()), List.of());
        }
        return new Renderer(content, PlaceholderText.parse(""), parts((TemplateContent) content));
    }

    Message render(Map<String, String> values) {
        if (content instanceof TemplateContent template) {
            var builder = TemplateMessage.builder(template.name(), template.language());
            template.marketing().ifPresent(builder::marketing);
            parts.forEach(part -> part.accept(builder, values));
            return builder.build();
        }
        return TextMessage.of(text.fill(values));
    }

    /** A message with a stand-in for every placeholder, to compare with the approved template. */
    Message sample() {
        var values = new HashMap<String, String>();
        content.variables().forEach(name -> values.put(name, "x"));
        return render(values);
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
