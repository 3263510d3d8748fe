package dev.wakit.samples.server.message;

import dev.wakit.address.InvalidPhoneNumberException;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.Region;
import dev.wakit.samples.server.campaign.Asked;
import dev.wakit.samples.server.http.ApiException;
import org.jspecify.annotations.Nullable;

/** Reads to whom a message goes. */
public final class Recipients {

    private Recipients() {}

    /**
     * The person whom the field {@code to} names.
     *
     * @param usualRegion the country of numbers without a country code
     */
    public static Recipient read(@Nullable String to, Region usualRegion) {
        try {
            return Recipient.of(PhoneNumber.parse(Asked.required(to, "to"), usualRegion));
        } catch (InvalidPhoneNumberException e) {
            throw ApiException.invalid("The field 'to' cannot be used. " + e.getMessage());
        }
    }
}
