package dev.wakit.template;

import dev.wakit.template.ButtonParameter.CatalogThumbnail;
import dev.wakit.template.ButtonParameter.CouponCode;
import dev.wakit.template.ButtonParameter.Flow;
import dev.wakit.template.ButtonParameter.Order;
import dev.wakit.template.ButtonParameter.Payload;
import dev.wakit.template.ButtonParameter.Products;
import dev.wakit.template.ButtonParameter.UrlSuffix;
import dev.wakit.template.ButtonParameter.VoiceCall;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The types of template button, with the parameter that each takes when the template is sent.
 *
 * @since 0.1
 */
public enum TemplateButtonType {
    /** Sends an answer; its payload may be set. */
    QUICK_REPLY(Payload.class, false),
    /** Opens a web page; the end of the URL is set when it has a variable. */
    URL(UrlSuffix.class, false),
    /** Calls a telephone number. */
    PHONE_NUMBER(null, false),
    /** Copies a coupon code, which must be set. */
    COPY_CODE(CouponCode.class, true),
    /** Copies or fills in a one-time password, which must be set as a URL suffix. */
    OTP(UrlSuffix.class, true),
    /** Opens a flow; its token and data may be set. */
    FLOW(Flow.class, false),
    /** Opens the catalog; the picture may be set. */
    CATALOG(CatalogThumbnail.class, false),
    /** Opens a list of products, which must be set. */
    MPM(Products.class, true),
    /** Opens one product, which is set in the header. */
    SPM(null, false),
    /** Opens an order to pay, which must be set. */
    ORDER_DETAILS(Order.class, true),
    /** Calls the business on WhatsApp; how long it works may be set. */
    VOICE_CALL(VoiceCall.class, false),
    /** Opens an app. */
    APP(null, false),
    /** Asks for the telephone number of the person. */
    REQUEST_CONTACT_INFO(null, false),
    /** A type that this version does not know. */
    UNKNOWN(null, false);

    private final @Nullable Class<? extends ButtonParameter> parameter;
    private final boolean required;

    TemplateButtonType(@Nullable Class<? extends ButtonParameter> parameter, boolean required) {
        this.parameter = parameter;
        this.required = required;
    }

    /** Returns the parameter that such a button takes, empty when it takes none. */
    public Optional<Class<? extends ButtonParameter>> parameter() {
        return Optional.ofNullable(parameter);
    }

    /** Tells whether every button of the type needs its parameter; URL buttons only need it when they have a variable. */
    public boolean requiresParameter() {
        return required;
    }

    /** Returns the type that a provider means, in any case; {@link #UNKNOWN} when there is none. */
    public static TemplateButtonType from(String value) {
        String name = value.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
