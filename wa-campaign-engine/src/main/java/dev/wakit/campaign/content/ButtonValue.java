package dev.wakit.campaign.content;

/**
 * The value of one button of a template.
 *
 * <p>Immutable.
 *
 * @param index the position of the button in the template, from 0
 * @param kind what the value is
 * @param value the value with placeholders
 * @since 0.1
 */
public record ButtonValue(int index, Kind kind, String value) {

    /** What a button's value is. */
    public enum Kind {
        /** What a quick reply button sends back. */
        PAYLOAD,
        /** The end of a button's address. */
        URL_SUFFIX,
        /** The code that a button copies. */
        COUPON_CODE
    }
}
