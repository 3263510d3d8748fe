package dev.wakit.address;

import dev.wakit.WhatsAppException;

/**
 * A text cannot be a phone number; correct it at its source.
 *
 * <p>The message says what is wrong and what to do; it shows at most the last two digits.
 *
 * @since 0.1
 */
public final class InvalidPhoneNumberException extends WhatsAppException {
    private static final long serialVersionUID = 1L;

    private static final int DIGITS_WORTH_SHOWING = 7;

    private final Reason reason;

    InvalidPhoneNumberException(Reason reason, String text) {
        super("The phone number " + masked(text) + " " + reason.sentence);
        this.reason = reason;
    }

    /** Returns what is wrong with the text. */
    public Reason reason() {
        return reason;
    }

    private static String masked(String text) {
        String digits = text.codePoints()
                .filter(Character::isDigit)
                .mapToObj(digit -> String.valueOf(Character.digit(digit, 10)))
                .reduce("", String::concat);
        String shown = digits.length() < DIGITS_WORTH_SHOWING ? "" : digits.substring(digits.length() - 2);
        return (text.strip().startsWith("+") ? "+" : "") + "•••••" + shown + " (" + digits.length() + " digits)";
    }

    /**
     * What can be wrong with a phone number.
     *
     * @since 0.1
     */
    public enum Reason {
        /** No country calling code and no default region. */
        MISSING_COUNTRY_CODE("has no country code. Write it with + and the country code, or give a default region."),
        /** The calling code is not in use. */
        INVALID_COUNTRY_CODE("begins with a country code that does not exist. Check the digits after the +."),
        /** Not a number at all. */
        NOT_A_NUMBER("is not a phone number. Keep only digits, spaces and punctuation."),
        /** Fewer digits than any number of its country. */
        TOO_SHORT("is too short for its country. Check that no digit was cut off."),
        /** More digits than any number of its country. */
        TOO_LONG("is too long for its country. Check that it is one number, with no digit typed twice."),
        /** A length between the lengths in use in its country. */
        INVALID_LENGTH("has a length that its country does not use. Count the digits."),
        /** A number that only works inside one town. */
        LOCAL_ONLY("lacks its area code. Add it."),
        /** A number behind a switchboard. */
        HAS_EXTENSION("has an extension, which WhatsApp cannot dial. Use a direct number.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }
}
