package dev.wakit.provider.meta.account;

import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import java.util.Optional;

/**
 * A person on the block list, or meant to be. Immutable; {@code toString} hides who it is.
 *
 * @param input the person as the request named it; empty in a listing
 * @param waId the person's WhatsApp id, which is the phone number in digits
 * @param bsuid the person's business-scoped user id
 * @since 0.1
 */
public record BlockedPerson(String input, Optional<String> waId, Optional<Bsuid> bsuid) {

    @Override
    public String toString() {
        return "BlockedPerson["
                + bsuid.map(Bsuid::masked)
                        .or(() -> waId.map(BlockedPerson::mask))
                        .orElse("…") + "]";
    }

    private static String mask(String waId) {
        return PhoneNumber.tryParse("+" + waId).map(PhoneNumber::masked).orElse("…");
    }
}
