package dev.wakit.campaign.content;

import java.util.Set;

/**
 * A free-form text, which WhatsApp delivers only within 24 hours of the person's last message.
 *
 * <p>Immutable. At most 4,096 characters after the values are in.
 *
 * @param text the text with placeholders
 * @since 0.1
 */
public record TextContent(String text) implements CampaignContent {

    /** Checks the placeholders. */
    public TextContent {
        PlaceholderText.parse(text);
    }

    /** Wraps a text. */
    public static TextContent of(String text) {
        return new TextContent(text);
    }

    @Override
    public Set<String> variables() {
        return PlaceholderText.parse(text).variables();
    }

    @Override
    public Set<String> requiredVariables() {
        return PlaceholderText.parse(text).requiredVariables();
    }

    @Override
    public String toString() {
        return "TextContent[" + text.length() + " characters]";
    }
}
