package dev.wakit.message;

import dev.wakit.internal.Check;
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

    TemplateMessage(TemplateMessageBuilder builder) {
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
    public static TemplateMessageBuilder builder(String name, String language) {
        return builder(TemplateName.of(name), LanguageCode.of(language));
    }

    /** Returns a builder that begins with the template. */
    public static TemplateMessageBuilder builder(TemplateName name, LanguageCode language) {
        return new TemplateMessageBuilder(name, language, TemplateValues.builder());
    }

    /** Returns a builder that begins with everything set here. */
    public TemplateMessageBuilder toBuilder() {
        TemplateMessageBuilder builder = new TemplateMessageBuilder(name, language, values.toBuilder());
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
}
