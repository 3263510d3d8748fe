package dev.wakit.message.interactive;

import dev.wakit.internal.Check;
import java.util.Map;

/**
 * An address that the person may pick in an {@link AddressRequest}. Immutable.
 *
 * @param id what the answer carries
 * @param values the parts of the address, by the field names of {@link AddressRequest}
 * @since 0.1
 */
public record SavedAddress(String id, Map<String, String> values) {
    public SavedAddress {
        Check.present("saved_address.id", id);
        values = AddressRequest.checkFields("saved_address", values);
    }

    @Override
    public String toString() {
        return "SavedAddress[…]";
    }
}
