package dev.wakit.inbound.content;

import java.util.List;

/**
 * A contact card that a person sent. Immutable. Texts that it does not hold are empty.
 *
 * @param name the name
 * @param phones its telephone numbers
 * @param emails its e-mail addresses
 * @param urls its web addresses
 * @param addresses its postal addresses
 * @param company the employer
 * @param department the department
 * @param title the position
 * @param birthday the birthday as it was written, mostly {@code YYYY-MM-DD}
 * @param vcard the whole card as text
 * @param origin why it was sent, such as {@code contact_request} when we asked for it
 * @since 0.1
 */
public record SharedContact(
        Name name,
        List<Phone> phones,
        List<Labelled> emails,
        List<Labelled> urls,
        List<Address> addresses,
        String company,
        String department,
        String title,
        String birthday,
        String vcard,
        String origin) {

    /** Copies the lists. */
    public SharedContact {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        urls = List.copyOf(urls);
        addresses = List.copyOf(addresses);
    }

    @Override
    public String toString() {
        return "SharedContact[…]";
    }

    /**
     * The parts of a name.
     *
     * @param formatted the whole name as it is shown
     * @param first the first name
     * @param middle the middle name
     * @param last the last name
     * @param prefix the title before it
     * @param suffix what follows it
     */
    public record Name(String formatted, String first, String middle, String last, String prefix, String suffix) {

        @Override
        public String toString() {
            return "Name[…]";
        }
    }

    /**
     * A telephone number.
     *
     * @param number the number as it is shown
     * @param waId its WhatsApp id, if it has one
     * @param userId its business-scoped user id, if it is known by one
     * @param label the label, such as {@code CELL}
     */
    public record Phone(String number, String waId, String userId, String label) {

        @Override
        public String toString() {
            return "Phone[…]";
        }
    }

    /**
     * An e-mail or web address with its label.
     *
     * @param value the address
     * @param label the label, such as {@code Work}
     */
    public record Labelled(String value, String label) {

        @Override
        public String toString() {
            return "Labelled[…]";
        }
    }

    /**
     * A postal address.
     *
     * @param street street and number
     * @param city the city
     * @param state the state
     * @param zip the postal code
     * @param country the country
     * @param countryCode its ISO code
     * @param label the label, such as {@code Home}
     */
    public record Address(
            String street, String city, String state, String zip, String country, String countryCode, String label) {

        @Override
        public String toString() {
            return "Address[…]";
        }
    }
}
