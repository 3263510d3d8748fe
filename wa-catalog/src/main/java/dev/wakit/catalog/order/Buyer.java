package dev.wakit.catalog.order;

import java.util.Map;

/**
 * Who ordered, and where it goes. Personal data: erased with the person. Immutable.
 *
 * @param contact the phone number or business-scoped user id of the person, at most 200 characters; empty once erased
 * @param name at most 200 characters; may be empty
 * @param address where it is sent, by the names of the host's own fields; may be empty
 * @param note what the customer wrote, at most 4,096 characters; may be empty
 * @since 0.1
 */
public record Buyer(String contact, String name, Map<String, String> address, String note) {

    /** Nobody: an order whose person was erased. */
    public static final Buyer ERASED = new Buyer("", "", Map.of(), "");

    /** Checks the lengths. */
    public Buyer {
        Limits.text("buyer.contact", contact, 0, 200);
        Limits.text("buyer.name", name, 0, 200);
        Limits.text("buyer.note", note, 0, 4_096);
        address = Limits.fields("buyer.address", address);
    }

    /** A person, without address and note. */
    public static Buyer of(String contact) {
        return new Buyer(contact, "", Map.of(), "");
    }

    @Override
    public String toString() {
        return "Buyer[]";
    }
}
