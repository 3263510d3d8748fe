package dev.wakit.template.definition;

import dev.wakit.template.definition.TemplateFinding.Severity;

/**
 * The rules of {@link TemplateLint}.
 *
 * @since 0.1
 */
public enum TemplateRule {
    /** Every template has a body. */
    BODY_MISSING("is missing"),
    /** A text that is there says something. */
    TEXT_BLANK("is blank"),
    /** A text keeps its limit. */
    TEXT_TOO_LONG("is too long"),
    /** Braces hold a number or a name of lower-case letters, digits and underscores. */
    VARIABLE_MALFORMED("has braces that hold no number or name"),
    /** A template has numbered or named variables, not both. */
    VARIABLES_MIXED("mixes numbered and named variables"),
    /** Numbered variables count from 1 without a gap. */
    VARIABLES_NOT_SEQUENTIAL("has numbered variables with a gap"),
    /** Numbered variables come in their order; WhatsApp takes others too, but whoever fills them in is easily misled. */
    VARIABLES_OUT_OF_ORDER(Severity.WARNING, "has numbered variables out of order"),
    /** A body neither begins nor ends with a variable. */
    VARIABLE_AT_EDGE("begins or ends with a variable"),
    /** Words stand between two variables. */
    VARIABLES_ADJACENT("has two variables side by side"),
    /** A body has enough words for its variables; where WhatsApp draws the line is not published. */
    VARIABLES_TOO_MANY(Severity.WARNING, "has many variables for so few words"),
    /** A header has at most one variable. */
    HEADER_VARIABLES_TOO_MANY("has more than one variable"),
    /** A header has no formatting and no line break. */
    HEADER_FORMATTED("has formatting or a line break"),
    /** A media header is a picture, a video or a file. */
    HEADER_NOT_MEDIA("is no media format"),
    /** Looping videos only go out through the marketing endpoint. */
    GIF_ON_MARKETING_ENDPOINT_ONLY(Severity.WARNING, "is sent by the marketing endpoint only"),
    /** A footer has no variable. */
    VARIABLE_IN_FOOTER("has a variable"),
    /** Each variable has an example. */
    EXAMPLE_MISSING("has a variable without an example"),
    /** Each example has a variable. */
    EXAMPLE_UNKNOWN("has an example without a variable"),
    /** A media header has a sample. */
    HANDLE_MISSING("is missing"),
    /** The sample is the handle of a resumable upload. */
    HANDLE_IS_MEDIA_ID("looks like a media id"),
    /** A template has at most 10 buttons. */
    BUTTONS_TOO_MANY("are too many"),
    /** Some button types may come once, URL buttons twice. */
    BUTTON_TYPE_TOO_OFTEN("come too often"),
    /** Quick replies stand together. */
    QUICK_REPLIES_SCATTERED("have another button between them"),
    /** With four buttons, or quick replies beside others, WhatsApp on a computer does not show the message. */
    NOT_SHOWN_ON_DESKTOP(Severity.WARNING, "hide the message on computers"),
    /** A URL button has a http or https address. */
    URL_INVALID("is no http or https address"),
    /** A URL button has at most one variable, at the end. */
    URL_VARIABLE_MISPLACED("has a variable elsewhere than at its end"),
    /** A telephone button has a number. */
    PHONE_NUMBER_INVALID("is no telephone number"),
    /** A coupon code has letters and digits, at most 20, 15 with an offer. */
    COUPON_INVALID("is no coupon code"),
    /** A button that hands over passwords names its apps. */
    OTP_APPS_MISSING("name no app"),
    /** A signature hash has 11 characters. */
    OTP_SIGNATURE_INVALID("is no signature hash"),
    /** Zero-tap needs its terms accepted. */
    OTP_TERMS_NOT_ACCEPTED("are not accepted"),
    /** An authentication template has exactly one password button. */
    OTP_BUTTON_MISSING("lack the password button"),
    /** The category is one of WhatsApp's. */
    CATEGORY_UNKNOWN("is none of WhatsApp's"),
    /** Each part belongs to certain categories. */
    NOT_IN_CATEGORY("is not allowed in this category"),
    /** A limited-time offer has no footer. */
    FOOTER_WITH_OFFER("cannot stand with a limited-time offer"),
    /** With a limited-time offer the coupon button comes first. */
    OFFER_BUTTON_ORDER("do not begin with the coupon button"),
    /** A carousel has 2 to 10 cards. */
    CARDS_COUNT("are too few or too many"),
    /** A card shows a picture, a video or a product. */
    CARD_HEADER("is none of picture, video and product"),
    /** The cards of a carousel have the same parts. */
    CARDS_DIFFER("differs from the first card"),
    /** A card with media has at most 2 buttons. */
    CARD_BUTTONS_TOO_MANY("are too many for a card"),
    /** A product header and a product button belong together. */
    PRODUCT_WITHOUT_BUTTON("needs its counterpart"),
    /** A password expires within 1 to 90 whole minutes. */
    CODE_EXPIRATION_RANGE("is out of range"),
    /** The time to live keeps the range of its category. */
    TTL_OUT_OF_RANGE("is out of range"),
    /** The time to live of a marketing template only works through the marketing endpoint. */
    TTL_ON_MARKETING_ENDPOINT_ONLY(Severity.WARNING, "works through the marketing endpoint only");

    private final Severity severity;
    private final String statement;

    TemplateRule(String statement) {
        this(Severity.ERROR, statement);
    }

    TemplateRule(Severity severity, String statement) {
        this.severity = severity;
        this.statement = statement;
    }

    /** Returns how bad it is to break the rule. */
    public Severity severity() {
        return severity;
    }

    String statement() {
        return statement;
    }
}
