package dev.wakit.template;

import dev.wakit.commerce.PaymentRequest;
import dev.wakit.commerce.ProductSection;
import dev.wakit.internal.Check;
import dev.wakit.internal.JsonValues;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value for one button of a template. Implementations are immutable, and no {@code toString} shows a secret.
 *
 * <p>Which value a button takes is told by {@link TemplateButtonType#parameter()}.
 *
 * @since 0.1
 */
public sealed interface ButtonParameter {
    /** Returns what the webhook carries when a quick reply is tapped. */
    static Payload payload(String payload) {
        return new Payload(payload);
    }

    /** Returns what replaces the variable at the end of a button URL. */
    static UrlSuffix urlSuffix(String suffix) {
        return new UrlSuffix(suffix);
    }

    /** Returns the coupon code that a button copies; at most 20 letters and digits. */
    static CouponCode couponCode(String code) {
        return new CouponCode(code);
    }

    /** Returns the product whose picture stands above a catalog button. */
    static CatalogThumbnail catalogThumbnail(String productRetailerId) {
        return new CatalogThumbnail(productRetailerId);
    }

    /** Returns the products behind a multi-product button. */
    static Products products(String thumbnail, ProductSection... sections) {
        return new Products(thumbnail, List.of(sections));
    }

    /** Returns what a flow begins with, without data. */
    static Flow flow(String token) {
        return new Flow(token, Map.of());
    }

    /** Returns what a flow begins with. */
    static Flow flow(String token, Map<String, Object> data) {
        return new Flow(token, data);
    }

    /** Returns the order behind a payment button. */
    static Order order(PaymentRequest request) {
        return new Order(request);
    }

    /** Returns how long a call button works: 1 minute to 30 days. */
    static VoiceCall voiceCall(Duration ttl) {
        return new VoiceCall(ttl, null);
    }

    /** Returns how long a call button works, and what the call webhook carries. */
    static VoiceCall voiceCall(Duration ttl, String payload) {
        return new VoiceCall(ttl, Objects.requireNonNull(payload, "payload"));
    }

    /**
     * What the webhook carries when a quick reply is tapped; the text of the button without it.
     *
     * @param payload your own text
     * @since 0.1
     */
    record Payload(String payload) implements ButtonParameter {
        public Payload {
            Check.present("button.payload", payload);
        }

        @Override
        public String toString() {
            return "Payload[…]";
        }
    }

    /**
     * What replaces the variable at the end of a button URL; also the code of an authentication button.
     *
     * @param suffix the end of the URL, percent-encoded where needed; at most 2,000 characters
     * @since 0.1
     */
    record UrlSuffix(String suffix) implements ButtonParameter {
        public UrlSuffix {
            Check.text("button.url_suffix", suffix, 2000);
        }

        @Override
        public String toString() {
            return "UrlSuffix[…]";
        }
    }

    /**
     * The coupon code that a button copies.
     *
     * @param code at most 20 letters and digits; 15 with a limited-time offer
     * @since 0.1
     */
    record CouponCode(String code) implements ButtonParameter {
        private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,20}");

        public CouponCode {
            Check.matches("button.coupon_code", code, FORM, "have 1 to 20 letters and digits");
        }

        @Override
        public String toString() {
            return "CouponCode[…]";
        }
    }

    /**
     * The product whose picture stands above a catalog button.
     *
     * @param productRetailerId the product id in the catalog
     * @since 0.1
     */
    record CatalogThumbnail(String productRetailerId) implements ButtonParameter {
        public CatalogThumbnail {
            Check.present("button.thumbnail_product_retailer_id", productRetailerId);
        }
    }

    /**
     * The products behind a multi-product button.
     *
     * @param thumbnail the product whose picture is shown
     * @param sections 1 to 10 sections with together at most 30 products
     * @since 0.1
     */
    record Products(String thumbnail, List<ProductSection> sections) implements ButtonParameter {
        public Products {
            Check.present("button.thumbnail_product_retailer_id", thumbnail);
            sections = ProductSection.checkAll(sections);
        }
    }

    /**
     * What a flow begins with.
     *
     * @param token what the answer of the flow carries; your own id of the flow belongs here
     * @param data what the first screen is given, may be empty: strings, numbers, booleans, lists, maps
     * @since 0.1
     */
    record Flow(String token, Map<String, Object> data) implements ButtonParameter {
        public Flow {
            Check.present("button.flow_token", token);
            data = JsonValues.copy("button.flow_action_data", data);
        }

        @Override
        public String toString() {
            return "Flow[…]";
        }
    }

    /**
     * The order behind a payment button.
     *
     * @param request the order
     * @since 0.1
     */
    record Order(PaymentRequest request) implements ButtonParameter {
        public Order {
            Objects.requireNonNull(request, "request");
        }
    }

    /**
     * How long a call button works, and what the call webhook carries.
     *
     * @since 0.1
     */
    final class VoiceCall implements ButtonParameter {
        private static final int MAX_MINUTES = 43_200;

        private final Duration ttl;
        private final @Nullable String payload;

        private VoiceCall(Duration ttl, @Nullable String payload) {
            Check.range("button.ttl_minutes", ttl.toMinutes(), 1, MAX_MINUTES);
            this.ttl = ttl;
            this.payload = Check.optional("button.payload", payload);
        }

        /** Returns how long the button works: 1 minute to 30 days. */
        public Duration ttl() {
            return ttl;
        }

        /** Returns what the call webhook carries, if anything. */
        public Optional<String> payload() {
            return Optional.ofNullable(payload);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof VoiceCall that && ttl.equals(that.ttl) && Objects.equals(payload, that.payload);
        }

        @Override
        public int hashCode() {
            return Objects.hash(ttl, payload);
        }

        @Override
        public String toString() {
            return "VoiceCall[ttl=" + ttl + "]";
        }
    }
}
