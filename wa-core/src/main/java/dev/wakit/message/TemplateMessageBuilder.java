package dev.wakit.message;

import dev.wakit.internal.Check;
import dev.wakit.media.GeoLocation;
import dev.wakit.media.MediaSource;
import dev.wakit.template.BodyParameter;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.HeaderParameter;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.TapTarget;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link TemplateMessage}. Not thread-safe; build once and share the result.
 *
 * @since 0.1
 */
public final class TemplateMessageBuilder {
    final TemplateName name;
    final LanguageCode language;
    final TemplateValues.Builder values;
    List<TemplateValues> carousel = new ArrayList<>();

    @Nullable Instant limitedTimeOffer;

    @Nullable TapTarget tapTarget;

    @Nullable MarketingDelivery marketing;

    TemplateMessageBuilder(TemplateName name, LanguageCode language, TemplateValues.Builder values) {
        this.name = name;
        this.language = language;
        this.values = values;
    }

    /** Sets the body to texts for its positional variables, in order. */
    public TemplateMessageBuilder body(String... texts) {
        values.body(texts);
        return this;
    }

    /** Adds a text for a named variable of the body. */
    public TemplateMessageBuilder namedBody(String name, String text) {
        values.namedBody(name, text);
        return this;
    }

    /** Sets the values of the body, replacing earlier ones. */
    public TemplateMessageBuilder body(List<? extends BodyParameter> parameters) {
        values.body(parameters);
        return this;
    }

    /** Adds a value to the body. */
    public TemplateMessageBuilder addBody(BodyParameter parameter) {
        values.addBody(parameter);
        return this;
    }

    /** Sets the value of the header. */
    public TemplateMessageBuilder header(HeaderParameter parameter) {
        values.header(parameter);
        return this;
    }

    /** Sets the text for the positional variable of the header. */
    public TemplateMessageBuilder headerText(String text) {
        values.headerText(text);
        return this;
    }

    /** Sets the text for the named variable of the header. */
    public TemplateMessageBuilder headerNamedText(String name, String text) {
        values.headerNamedText(name, text);
        return this;
    }

    /** Sets the picture of the header. */
    public TemplateMessageBuilder headerImage(MediaSource source) {
        values.headerImage(source);
        return this;
    }

    /** Sets the video of the header. */
    public TemplateMessageBuilder headerVideo(MediaSource source) {
        values.headerVideo(source);
        return this;
    }

    /** Sets the document of the header, without a file name. */
    public TemplateMessageBuilder headerDocument(MediaSource source) {
        values.headerDocument(source);
        return this;
    }

    /** Sets the document of the header and the name that it is saved under. */
    public TemplateMessageBuilder headerDocument(MediaSource source, String filename) {
        values.headerDocument(source, filename);
        return this;
    }

    /** Sets the silent looping video of the header; marketing endpoint only. */
    public TemplateMessageBuilder headerGif(MediaSource source) {
        values.headerGif(source);
        return this;
    }

    /** Sets the point on the map of the header. */
    public TemplateMessageBuilder headerLocation(GeoLocation location) {
        values.headerLocation(location);
        return this;
    }

    /** Sets the product of the header. */
    public TemplateMessageBuilder headerProduct(String catalogId, String productRetailerId) {
        values.headerProduct(catalogId, productRetailerId);
        return this;
    }

    /**
     * Sets the value of a button.
     *
     * @param index the position in the list of all buttons of the template, from 0 to 9
     * @param parameter the value
     */
    public TemplateMessageBuilder button(int index, ButtonParameter parameter) {
        values.button(index, parameter);
        return this;
    }

    /**
     * Sets a one-time password: in the body and in the button at index 0, where WhatsApp wants it for all authentication
     * templates.
     *
     * @param code at most 15 characters without spaces
     */
    public TemplateMessageBuilder authenticationCode(String code) {
        Check.text("authentication code", code, TemplateMessage.MAX_AUTHENTICATION_CODE);
        Check.that(code.chars().noneMatch(Character::isWhitespace), "authentication code", "must not contain spaces.");
        return body(code).button(0, ButtonParameter.urlSuffix(code));
    }

    /** Sets when the limited-time offer ends. A coupon code is then button 0 and has at most 15 characters. */
    public TemplateMessageBuilder limitedTimeOffer(Instant expiration) {
        this.limitedTimeOffer = Objects.requireNonNull(expiration, "expiration");
        return this;
    }

    /** Sets the values of the carousel, card by card, replacing earlier ones; 2 to 10. */
    public TemplateMessageBuilder carousel(List<TemplateValues> cards) {
        this.carousel = new ArrayList<>(cards);
        return this;
    }

    /** Adds the values of one more card of the carousel; 2 to 10. */
    public TemplateMessageBuilder addCard(TemplateValues card) {
        this.carousel.add(Objects.requireNonNull(card, "card"));
        return this;
    }

    /** Sets the page that opens when any part of the message is tapped. */
    public TemplateMessageBuilder tapTarget(String url, String title) {
        this.tapTarget = TapTarget.of(url, title);
        return this;
    }

    /** Sends it through the BSP's own way for marketing messages; marketing templates only. */
    public TemplateMessageBuilder marketing(MarketingDelivery marketing) {
        this.marketing = Objects.requireNonNull(marketing, "marketing");
        return this;
    }

    /**
     * Returns the message, after checking it.
     *
     * @throws dev.wakit.InvalidMessageException if a limit is broken
     */
    public TemplateMessage build() {
        return new TemplateMessage(this);
    }
}
