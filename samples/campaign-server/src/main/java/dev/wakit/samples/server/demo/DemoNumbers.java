package dev.wakit.samples.server.demo;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.wakit.testkit.simulator.MagicNumber;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Makes phone numbers that are valid in their country, each once, in the notations that people write. Not thread-safe. */
final class DemoNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String HOME = "IN";
    private static final int KEPT_DIGITS = 3;
    private static final int SUFFIX_DIGITS = 4;
    private static final int MOST_DRAWS = 10_000;
    private static final Set<String> ZERO_IN_BRACKETS = Set.of("GB", "DE", "FR");

    private final Random random;
    private final Set<String> used = new HashSet<>();

    DemoNumbers(Random random) {
        this.random = random;
    }

    /** A mobile number that makes the simulator do this: of the country, or of the home country when there is none left. */
    PhoneNumber draw(String country, MagicNumber wanted) {
        String example = String.valueOf(
                NUMBERS.getExampleNumberForType(country, PhoneNumberType.MOBILE).getNationalNumber());
        int kept = country.equals(HOME) ? 1 : KEPT_DIGITS;
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            PhoneNumber number = parse(varied(example, kept, wanted.suffix()), country);
            String e164 = NUMBERS.format(number, PhoneNumberFormat.E164);
            if (NUMBERS.isValidNumberForRegion(number, country) && MagicNumber.of(e164) == wanted && used.add(e164)) {
                return number;
            }
        }
        if (!country.equals(HOME)) {
            return draw(HOME, wanted);
        }
        throw new IllegalStateException("No free mobile number of " + country + " is left that ends in '"
                + wanted.suffix() + "'. Ask for fewer recipients.");
    }

    private String varied(String example, int kept, String suffix) {
        var digits = new StringBuilder(example.substring(0, kept));
        while (digits.length() < example.length()) {
            digits.append(random.nextInt(10));
        }
        return suffix.isEmpty() ? digits.toString() : digits.substring(0, digits.length() - SUFFIX_DIGITS) + suffix;
    }

    private static PhoneNumber parse(String national, String country) {
        try {
            return NUMBERS.parse(national, country);
        } catch (NumberParseException e) {
            throw new IllegalStateException(country, e);
        }
    }

    /** One of the ways in which people write a number. */
    String written(PhoneNumber number) {
        String country = String.valueOf(NUMBERS.getRegionCodeForNumber(number));
        String e164 = NUMBERS.format(number, PhoneNumberFormat.E164);
        String international = NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL);
        return switch (random.nextInt(country.equals(HOME) ? 9 : 6)) {
            case 0, 1 -> e164;
            case 2 -> international;
            case 3 -> "00" + e164.substring(1);
            case 4 -> international.replace('-', '.').replace(' ', '-');
            case 5 ->
                ZERO_IN_BRACKETS.contains(country) ? international.replaceFirst(" ", " (0)") : other(e164, country);
            case 6 -> NUMBERS.format(number, PhoneNumberFormat.NATIONAL);
            case 7 -> String.valueOf(number.getNationalNumber());
            default -> "+91 (0)" + number.getNationalNumber();
        };
    }

    /** Digits of the country's own script where it has some. */
    private static String other(String e164, String country) {
        int zero = switch (country) {
            case "AE", "SA", "EG" -> '\u0660';
            case "TH" -> '\u0e50';
            default -> '0';
        };
        var text = new StringBuilder();
        e164.chars().map(c -> Character.isDigit(c) ? c - '0' + zero : c).forEach(text::appendCodePoint);
        return text.toString();
    }
}
