package dev.wakit.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.wakit.address.InvalidPhoneNumberException.Reason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number in E.164 form, such as {@code +919978783238}. Immutable.
 *
 * <p>Two numbers are equal when their E.164 forms are, whatever notation they were read from. {@code toString} is masked;
 * use {@link #e164()} where the whole number is wanted.
 *
 * <p>A number is accepted when its length is one that lines of its country have. Whether the range is assigned is not checked, because
 * ranges open faster than libraries are updated and test numbers lie outside them.
 *
 * @since 0.1
 */
public final class PhoneNumber {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String MASK = "•••••";
    private static final int MEXICO = 52;
    private static final long MEXICO_OLD_MOBILE_PREFIX = 10_000_000_000L;

    private static final int MAX_E164 = 18;

    private final String e164;
    // Worked out when first asked for; two threads that ask at once work out the same.
    private volatile @Nullable Origin origin;

    private PhoneNumber(String e164, @Nullable Origin origin) {
        this.e164 = e164;
        this.origin = origin;
    }

    /** Where a number is from. */
    private record Origin(int callingCode, Region region) {

        private static final Origin NOWHERE = new Origin(0, Region.UNKNOWN);

        // A text that was changed where it was kept must not break whoever prints it.
        static Origin of(String e164) {
            try {
                return of(read(e164, Region.UNKNOWN));
            } catch (InvalidPhoneNumberException notANumber) {
                return NOWHERE;
            }
        }

        static Origin of(Phonenumber.PhoneNumber number) {
            return new Origin(number.getCountryCode(), regionOf(number));
        }
    }

    /**
     * Returns the number of a text in international notation, which begins with {@code +}.
     *
     * <p>Spaces and punctuation are ignored.
     *
     * @throws InvalidPhoneNumberException if there is no {@code +}, or the rest is not a number
     */
    public static PhoneNumber parse(String e164) {
        return parse(e164, Region.UNKNOWN);
    }

    /**
     * Returns the number of a text in any notation that people use in {@code defaultRegion}.
     *
     * <p>National prefixes, {@code 00} or another dialling-out prefix, brackets, and digits of other scripts are understood. A
     * text that begins with {@code +} is read as international, whatever the region.
     *
     * @throws InvalidPhoneNumberException if the text is not a number
     */
    public static PhoneNumber parse(String text, Region defaultRegion) {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(defaultRegion, "defaultRegion");
        Phonenumber.PhoneNumber number = read(text, defaultRegion);
        if (number.hasExtension()) {
            throw new InvalidPhoneNumberException(Reason.HAS_EXTENSION, text);
        }
        dropMexicanMobilePrefix(number);
        requirePossible(number, text);
        return new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164), Origin.of(number));
    }

    /**
     * Returns the number of a text that {@link #e164()} returned and that was kept since, in a database say.
     *
     * <p>Much faster than {@link #parse(String)}, which looks into the numbering plan of the country; this looks at the form only. A text of
     * that form that is no number is from {@link Region#UNKNOWN} and calling code 0.
     *
     * @throws InvalidPhoneNumberException if it is not {@code +} and digits
     */
    public static PhoneNumber stored(String e164) {
        if (!isE164(e164)) {
            throw new InvalidPhoneNumberException(Reason.NOT_A_NUMBER, e164);
        }
        return new PhoneNumber(e164, null);
    }

    /**
     * Returns the number of an international text that has digits only, as WhatsApp writes it in a {@code wa_id}.
     *
     * @throws InvalidPhoneNumberException if the text is not a number
     */
    public static PhoneNumber fromDigits(String digits) {
        return parse(digits.startsWith("+") ? digits : "+" + digits);
    }

    // By hand, because one is read with every row.
    private static boolean isE164(String text) {
        if (text.length() < 3 || text.length() > MAX_E164 || text.charAt(0) != '+' || text.charAt(1) == '0') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Like {@link #parse(String)}, but empty instead of an exception. */
    public static Optional<PhoneNumber> tryParse(String e164) {
        return tryParse(e164, Region.UNKNOWN);
    }

    /** Like {@link #parse(String, Region)}, but empty instead of an exception. */
    public static Optional<PhoneNumber> tryParse(String text, Region defaultRegion) {
        try {
            return Optional.of(parse(text, defaultRegion));
        } catch (InvalidPhoneNumberException notANumber) {
            return Optional.empty();
        }
    }

    /** Returns the whole number: {@code +}, country calling code, national number. */
    public String e164() {
        return e164;
    }

    /** Returns the whole number without the {@code +}. */
    public String digits() {
        return e164.substring(1);
    }

    /**
     * Returns the country or territory of the number.
     *
     * <p>Countries that share a calling code are told apart by range: {@code +1 212} is US, {@code +1 416} is CA. A number of a
     * shared code in an unassigned range is {@link Region#UNKNOWN}; a satellite or toll-free international one is
     * {@link Region#WORLD}.
     */
    public Region region() {
        return origin().region();
    }

    /** Returns the country calling code, such as 91. */
    public int callingCode() {
        return origin().callingCode();
    }

    private Origin origin() {
        Origin known = origin;
        if (known == null) {
            known = Origin.of(e164);
            origin = known;
        }
        return known;
    }

    /** Returns the number with its middle hidden, such as {@code +91•••••3238}; safe to log. */
    public String masked() {
        int callingCode = callingCode();
        int national = e164.length() - 1 - String.valueOf(callingCode).length();
        int shown = national >= 9 ? 4 : 2;
        return "+" + callingCode + MASK + e164.substring(e164.length() - shown);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhoneNumber that && e164.equals(that.e164);
    }

    @Override
    public int hashCode() {
        return e164.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }

    private static Phonenumber.PhoneNumber read(String text, Region defaultRegion) {
        try {
            return NUMBERS.parse(text, defaultRegion.code());
        } catch (NumberParseException unreadable) {
            // The cause is left out: its message may repeat the input.
            throw new InvalidPhoneNumberException(reasonOf(unreadable, text), text);
        }
    }

    private static Reason reasonOf(NumberParseException unreadable, String text) {
        return switch (unreadable.getErrorType()) {
            case INVALID_COUNTRY_CODE ->
                text.strip().startsWith("+") ? Reason.INVALID_COUNTRY_CODE : Reason.MISSING_COUNTRY_CODE;
            case TOO_SHORT_NSN, TOO_SHORT_AFTER_IDD -> Reason.TOO_SHORT;
            case TOO_LONG -> Reason.TOO_LONG;
            case NOT_A_NUMBER -> Reason.NOT_A_NUMBER;
        };
    }

    // Lengths of fixed and mobile lines are tried first: over all types India alone would allow every length from 8 to
    // 13.
    private static void requirePossible(Phonenumber.PhoneNumber number, String text) {
        ValidationResult result =
                NUMBERS.isPossibleNumberForTypeWithReason(number, PhoneNumberType.FIXED_LINE_OR_MOBILE);
        if (result != ValidationResult.IS_POSSIBLE && !NUMBERS.isValidNumber(number)) {
            throw new InvalidPhoneNumberException(reasonOf(result, text), text);
        }
    }

    private static Reason reasonOf(ValidationResult result, String text) {
        return switch (result) {
            case IS_POSSIBLE_LOCAL_ONLY -> text.strip().startsWith("+") ? Reason.TOO_SHORT : Reason.LOCAL_ONLY;
            case INVALID_COUNTRY_CODE -> Reason.INVALID_COUNTRY_CODE;
            case TOO_SHORT -> Reason.TOO_SHORT;
            case TOO_LONG -> Reason.TOO_LONG;
            case IS_POSSIBLE, INVALID_LENGTH -> Reason.INVALID_LENGTH;
        };
    }

    // Until 2019 Mexican mobiles were dialled with a 1 after +52, and address books still hold both spellings of one
    // phone.
    private static void dropMexicanMobilePrefix(Phonenumber.PhoneNumber number) {
        long national = number.getNationalNumber();
        if (number.getCountryCode() == MEXICO && national / MEXICO_OLD_MOBILE_PREFIX == 1) {
            number.setNationalNumber(national - MEXICO_OLD_MOBILE_PREFIX);
        }
    }

    private static Region regionOf(Phonenumber.PhoneNumber number) {
        List<String> sharing = NUMBERS.getRegionCodesForCountryCode(number.getCountryCode());
        String code = sharing.size() == 1 ? sharing.get(0) : NUMBERS.getRegionCodeForNumber(number);
        return code == null ? Region.UNKNOWN : new Region(code);
    }
}
