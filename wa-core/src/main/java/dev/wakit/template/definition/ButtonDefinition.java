package dev.wakit.template.definition;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A button of a new template. Implementations are immutable.
 *
 * <p>Labels have at most 25 characters. Where the provider sets the label itself, it is empty here.
 *
 * @since 0.1
 */
public sealed interface ButtonDefinition
        permits ButtonDefinition.QuickReply,
                ButtonDefinition.Url,
                ButtonDefinition.PhoneNumber,
                ButtonDefinition.CopyCode,
                ButtonDefinition.Otp,
                FlowButton,
                ButtonDefinition.Catalog,
                ButtonDefinition.MultiProduct,
                ButtonDefinition.SingleProduct,
                ButtonDefinition.OrderDetails,
                ButtonDefinition.VoiceCall,
                ButtonDefinition.RequestContactInfo {

    /** Returns a button that sends an answer. */
    static QuickReply quickReply(String text) {
        return new QuickReply(text);
    }

    /** Returns a button that opens a web page, always the same. */
    static Url url(String text, String url) {
        return new Url(text, url, "");
    }

    /** Returns a button that opens a web page whose address ends in a variable; the example is a whole address, or its end. */
    static Url url(String text, String url, String example) {
        return new Url(text, url, example);
    }

    /** Returns a button that calls a telephone number. */
    static PhoneNumber phoneNumber(String text, String number) {
        return new PhoneNumber(text, number);
    }

    /** Returns a button that copies a coupon code; its label is preset. */
    static CopyCode copyCode(String example) {
        return new CopyCode(example);
    }

    /** Returns a button that copies a one-time password, with the preset label. */
    static Otp copyOtp() {
        return new Otp(OtpKind.COPY_CODE, "", "", false, List.of());
    }

    /** Returns a button that hands a one-time password to one of these apps, with the preset labels. */
    static Otp oneTapOtp(SupportedApp... apps) {
        return new Otp(OtpKind.ONE_TAP, "", "", false, List.of(apps));
    }

    /** Returns a button that hands a one-time password over by itself; calling this accepts WhatsApp's zero-tap terms. */
    static Otp zeroTapOtp(SupportedApp... apps) {
        return new Otp(OtpKind.ZERO_TAP, "", "", true, List.of(apps));
    }

    /** Returns a button that opens the catalog. */
    static Catalog catalog(String text) {
        return new Catalog(text);
    }

    /** Returns a button that opens a list of products. */
    static MultiProduct multiProduct(String text) {
        return new MultiProduct(text);
    }

    /** Returns a button that opens the product of the header. */
    static SingleProduct singleProduct(String text) {
        return new SingleProduct(text);
    }

    /** Returns a button that opens an order to pay; India and Brazil only. */
    static OrderDetails orderDetails(String text) {
        return new OrderDetails(text);
    }

    /** Returns a button that calls the business on WhatsApp. */
    static VoiceCall voiceCall(String text) {
        return new VoiceCall(text);
    }

    /** Returns a button that asks for the telephone number of the person; its label is preset. */
    static RequestContactInfo requestContactInfo() {
        return new RequestContactInfo();
    }

    /** Returns the label; empty where the provider sets it. */
    String text();

    /**
     * Sends an answer.
     *
     * @param text the label
     * @since 0.1
     */
    record QuickReply(String text) implements ButtonDefinition {
        public QuickReply {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Opens a web page.
     *
     * @param text the label
     * @param url an http or https address, at most 2,000 characters; a variable may stand at its end
     * @param example a whole address with the variable filled, or just what fills the variable; empty without a variable
     * @since 0.1
     */
    record Url(String text, String url, String example) implements ButtonDefinition {
        private static final Pattern ADDRESS = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

        public Url {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(example, "example");
        }

        /** Returns the example as a whole address, which is how WhatsApp documents it; empty without an example. */
        public String exampleAddress() {
            int variable = url.indexOf("{{");
            return example.isBlank() || variable < 0 || ADDRESS.matcher(example).lookingAt()
                    ? example
                    : url.substring(0, variable) + example;
        }
    }

    /**
     * Calls a telephone number of the business.
     *
     * @param text the label
     * @param number the number with {@code +} and country code, at most 20 characters
     * @since 0.1
     */
    record PhoneNumber(String text, String number) implements ButtonDefinition {
        public PhoneNumber {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(number, "number");
        }

        @Override
        public String toString() {
            return "PhoneNumber[text=" + text + "]";
        }
    }

    /**
     * Copies a coupon code.
     *
     * @param example a code; at most 20 letters and digits, 15 with a limited-time offer
     * @since 0.1
     */
    record CopyCode(String example) implements ButtonDefinition {
        public CopyCode {
            Objects.requireNonNull(example, "example");
        }

        @Override
        public String text() {
            return "";
        }
    }

    /**
     * Hands over a one-time password.
     *
     * @param kind how
     * @param text the label of the copy button; empty for the preset one
     * @param autofillText the label of the one-tap button; empty for the preset one
     * @param zeroTapTermsAccepted whether WhatsApp's terms of zero-tap are accepted
     * @param apps the apps that may get the password; none for copying
     * @since 0.1
     */
    record Otp(OtpKind kind, String text, String autofillText, boolean zeroTapTermsAccepted, List<SupportedApp> apps)
            implements ButtonDefinition {
        public Otp {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(autofillText, "autofillText");
            apps = List.copyOf(apps);
        }

        /** Returns the same button with labels of your own. */
        public Otp labelled(String copyText, String newAutofillText) {
            return new Otp(kind, copyText, newAutofillText, zeroTapTermsAccepted, apps);
        }
    }

    /**
     * Opens the catalog.
     *
     * @param text the label
     * @since 0.1
     */
    record Catalog(String text) implements ButtonDefinition {
        public Catalog {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Opens a list of products.
     *
     * @param text the label
     * @since 0.1
     */
    record MultiProduct(String text) implements ButtonDefinition {
        public MultiProduct {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Opens the product of the header.
     *
     * @param text the label
     * @since 0.1
     */
    record SingleProduct(String text) implements ButtonDefinition {
        public SingleProduct {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Opens an order to pay.
     *
     * @param text the label
     * @since 0.1
     */
    record OrderDetails(String text) implements ButtonDefinition {
        public OrderDetails {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Calls the business on WhatsApp.
     *
     * @param text the label
     * @since 0.1
     */
    record VoiceCall(String text) implements ButtonDefinition {
        public VoiceCall {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Asks for the telephone number of the person.
     *
     * @since 0.1
     */
    record RequestContactInfo() implements ButtonDefinition {
        @Override
        public String text() {
            return "";
        }
    }
}
