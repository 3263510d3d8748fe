package dev.wakit.message;

import dev.wakit.internal.Check;
import dev.wakit.media.GeoLocation;
import dev.wakit.media.MediaSource;
import dev.wakit.template.BodyParameter;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.HeaderParameter;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.TapTarget;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An approved template with the values of its variables; the only kind that can start a conversation. Immutable.
 *
 * <pre>{@code
 * TemplateMessage.builder("tour_package_marketing", "en_US").body("Bali Premium", "₹45,000").build();
 * }</pre>
 *
 * <p>{@link #problemsAgainst} tells whether the values fit the approved template, before WhatsApp is asked. {@code toString}
 * shows the name of the template and no values.
 *
 * @since 0.1
 */
public final class TemplateMessage implements Message {
    /** The most characters of a one-time password: {@value}. */
    public static final int MAX_AUTHENTICATION_CODE = 15;

    private static final int MIN_CARDS = 2;
    private static final int MAX_CARDS = 10;
    private static final int MAX_OFFER_COUPON = 15;

    private final TemplateName name;
    private final LanguageCode language;
    private final TemplateValues values;
    private final List<TemplateValues> carousel;
    private final @Nullable Instant limitedTimeOffer;
    private final @Nullable TapTarget tapTarget;
    private final @Nullable MarketingDelivery marketing;

    private TemplateMessage(Builder builder) {
        this.name = Objects.requireNonNull(builder.name, "name");
        this.language = Objects.requireNonNull(builder.language, "language");
        this.values = builder.values.build();
        this.carousel = builder.carousel.isEmpty()
                ? List.of()
                : Check.size("template carousel cards", builder.carousel, MIN_CARDS, MAX_CARDS);
        this.limitedTimeOffer = builder.limitedTimeOffer;
        this.tapTarget = builder.tapTarget;
        this.marketing = builder.marketing;
        if (limitedTimeOffer != null) {
            values.buttons().values().forEach(TemplateMessage::checkOfferCoupon);
        }
    }

    /** Returns a message with a template that has no variables. */
    public static TemplateMessage of(String name, String language) {
        return builder(name, language).build();
    }

    /** Returns a builder that begins with the template, such as {@code "order_update"} in {@code "en_US"}. */
    public static Builder builder(String name, String language) {
        return builder(TemplateName.of(name), LanguageCode.of(language));
    }

    /** Returns a builder that begins with the template. */
    public static Builder builder(TemplateName name, LanguageCode language) {
        return new Builder(name, language, TemplateValues.builder());
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(name, language, values.toBuilder());
        builder.carousel = new ArrayList<>(carousel);
        builder.limitedTimeOffer = limitedTimeOffer;
        builder.tapTarget = tapTarget;
        builder.marketing = marketing;
        return builder;
    }

    /** Returns the name of the template. */
    public TemplateName name() {
        return name;
    }

    /** Returns the language of the template. */
    public LanguageCode language() {
        return language;
    }

    /** Returns the values of the header, body and buttons. */
    public TemplateValues values() {
        return values;
    }

    /** Returns the value of the header, if any. */
    public Optional<HeaderParameter> header() {
        return values.header();
    }

    /** Returns the values of the body in the order in which they were added; unmodifiable. */
    public List<BodyParameter> body() {
        return values.body();
    }

    /** Returns the values of the buttons by index, in ascending order; unmodifiable. */
    public Map<Integer, ButtonParameter> buttons() {
        return values.buttons();
    }

    /** Returns the values of the carousel, card by card; empty when there is no carousel. */
    public List<TemplateValues> carousel() {
        return carousel;
    }

    /** Returns when the limited-time offer ends, if there is one. */
    public Optional<Instant> limitedTimeOffer() {
        return Optional.ofNullable(limitedTimeOffer);
    }

    /** Returns the page that opens when any part of the message is tapped, if any. */
    public Optional<TapTarget> tapTarget() {
        return Optional.ofNullable(tapTarget);
    }

    /** Returns how it goes through the BSP's own way for marketing messages, if it does. */
    public Optional<MarketingDelivery> marketing() {
        return Optional.ofNullable(marketing);
    }

    /**
     * Returns everything that keeps this message from being sent with {@code template}, one sentence each; empty if it fits.
     *
     * <p>The sentences name parameters but never show their values.
     */
    public List<String> problemsAgainst(Template template) {
        return TemplateCheck.problems(this, template);
    }

    @Override
    public MessageKind kind() {
        return MessageKind.TEMPLATE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TemplateMessage that
                && name.equals(that.name)
                && language.equals(that.language)
                && values.equals(that.values)
                && carousel.equals(that.carousel)
                && Objects.equals(limitedTimeOffer, that.limitedTimeOffer)
                && Objects.equals(tapTarget, that.tapTarget)
                && Objects.equals(marketing, that.marketing);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, language, values, carousel, limitedTimeOffer, tapTarget, marketing);
    }

    @Override
    public String toString() {
        return "TemplateMessage[name=" + name + ", language=" + language + ", values=" + values + ", cards="
                + carousel.size() + "]";
    }

    private static void checkOfferCoupon(ButtonParameter button) {
        if (button instanceof ButtonParameter.CouponCode coupon) {
            Check.text("button.coupon_code of a limited-time offer", coupon.code(), MAX_OFFER_COUPON);
        }
    }

    /**
     * Builds a {@link TemplateMessage}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final TemplateName name;
        private final LanguageCode language;
        private final TemplateValues.Builder values;
        private List<TemplateValues> carousel = new ArrayList<>();
        private @Nullable Instant limitedTimeOffer;
        private @Nullable TapTarget tapTarget;
        private @Nullable MarketingDelivery marketing;

        private Builder(TemplateName name, LanguageCode language, TemplateValues.Builder values) {
            this.name = name;
            this.language = language;
            this.values = values;
        }

        /** Sets the body to texts for its positional variables, in order. */
        public Builder body(String... texts) {
            values.body(texts);
            return this;
        }

        /** Adds a text for a named variable of the body. */
        public Builder namedBody(String name, String text) {
            values.namedBody(name, text);
            return this;
        }

        /** Sets the values of the body, replacing earlier ones. */
        public Builder body(List<? extends BodyParameter> parameters) {
            values.body(parameters);
            return this;
        }

        /** Adds a value to the body. */
        public Builder addBody(BodyParameter parameter) {
            values.addBody(parameter);
            return this;
        }

        /** Sets the value of the header. */
        public Builder header(HeaderParameter parameter) {
            values.header(parameter);
            return this;
        }

        /** Sets the text for the positional variable of the header. */
        public Builder headerText(String text) {
            values.headerText(text);
            return this;
        }

        /** Sets the text for the named variable of the header. */
        public Builder headerNamedText(String name, String text) {
            values.headerNamedText(name, text);
            return this;
        }

        /** Sets the picture of the header. */
        public Builder headerImage(MediaSource source) {
            values.headerImage(source);
            return this;
        }

        /** Sets the video of the header. */
        public Builder headerVideo(MediaSource source) {
            values.headerVideo(source);
            return this;
        }

        /** Sets the document of the header, without a file name. */
        public Builder headerDocument(MediaSource source) {
            values.headerDocument(source);
            return this;
        }

        /** Sets the document of the header and the name that it is saved under. */
        public Builder headerDocument(MediaSource source, String filename) {
            values.headerDocument(source, filename);
            return this;
        }

        /** Sets the silent looping video of the header; marketing endpoint only. */
        public Builder headerGif(MediaSource source) {
            values.headerGif(source);
            return this;
        }

        /** Sets the point on the map of the header. */
        public Builder headerLocation(GeoLocation location) {
            values.headerLocation(location);
            return this;
        }

        /** Sets the product of the header. */
        public Builder headerProduct(String catalogId, String productRetailerId) {
            values.headerProduct(catalogId, productRetailerId);
            return this;
        }

        /**
         * Sets the value of a button.
         *
         * @param index the position in the list of all buttons of the template, from 0 to 9
         * @param parameter the value
         */
        public Builder button(int index, ButtonParameter parameter) {
            values.button(index, parameter);
            return this;
        }

        /**
         * Sets a one-time password: in the body and in the button at index 0, where WhatsApp wants it for all authentication
         * templates.
         *
         * @param code at most 15 characters without spaces
         */
        public Builder authenticationCode(String code) {
            Check.text("authentication code", code, MAX_AUTHENTICATION_CODE);
            Check.that(
                    code.chars().noneMatch(Character::isWhitespace), "authentication code", "must not contain spaces.");
            return body(code).button(0, ButtonParameter.urlSuffix(code));
        }

        /** Sets when the limited-time offer ends. A coupon code is then button 0 and has at most 15 characters. */
        public Builder limitedTimeOffer(Instant expiration) {
            this.limitedTimeOffer = Objects.requireNonNull(expiration, "expiration");
            return this;
        }

        /** Sets the values of the carousel, card by card, replacing earlier ones; 2 to 10. */
        public Builder carousel(List<TemplateValues> cards) {
            this.carousel = new ArrayList<>(cards);
            return this;
        }

        /** Adds the values of one more card of the carousel; 2 to 10. */
        public Builder addCard(TemplateValues card) {
            this.carousel.add(Objects.requireNonNull(card, "card"));
            return this;
        }

        /** Sets the page that opens when any part of the message is tapped. */
        public Builder tapTarget(String url, String title) {
            this.tapTarget = TapTarget.of(url, title);
            return this;
        }

        /** Sends it through the BSP's own way for marketing messages; marketing templates only. */
        public Builder marketing(MarketingDelivery marketing) {
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
}
