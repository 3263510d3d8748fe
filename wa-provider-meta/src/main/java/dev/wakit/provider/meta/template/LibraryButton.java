package dev.wakit.provider.meta.template;

import java.util.Objects;

/**
 * What a button of a library template needs. Implementations are immutable.
 *
 * @since 0.1
 */
public sealed interface LibraryButton {

    /** Returns the address of a URL button, always the same. */
    static Url url(String baseUrl) {
        return new Url(baseUrl, "");
    }

    /** Returns the address of a URL button that ends in a variable; the example is a whole address. */
    static Url url(String baseUrl, String example) {
        return new Url(baseUrl, example);
    }

    /** Returns the number of a telephone button. */
    static PhoneNumber phoneNumber(String number) {
        return new PhoneNumber(number);
    }

    /**
     * The address of a URL button.
     *
     * @param baseUrl the address; a variable may stand at its end
     * @param example a whole address with the variable filled; empty without a variable
     * @since 0.1
     */
    record Url(String baseUrl, String example) implements LibraryButton {
        public Url {
            Objects.requireNonNull(baseUrl, "baseUrl");
            Objects.requireNonNull(example, "example");
        }
    }

    /**
     * The number of a telephone button.
     *
     * @param number with + and country code
     * @since 0.1
     */
    record PhoneNumber(String number) implements LibraryButton {
        public PhoneNumber {
            Objects.requireNonNull(number, "number");
        }

        @Override
        public String toString() {
            return "PhoneNumber[…]";
        }
    }
}
