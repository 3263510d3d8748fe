package dev.wakit.provider.meta.account;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What people see when they open the profile of a number. Immutable; everything may be missing.
 *
 * @param about the line below the name
 * @param address the postal address
 * @param description what the business does
 * @param email how to write to it
 * @param pictureUrl where its picture is
 * @param websites at most two
 * @param vertical what kind of business it is
 * @since 0.1
 */
public record BusinessProfile(
        Optional<String> about,
        Optional<String> address,
        Optional<String> description,
        Optional<String> email,
        Optional<URI> pictureUrl,
        List<URI> websites,
        Word<Vertical> vertical) {

    /** Copies the list. */
    public BusinessProfile {
        websites = List.copyOf(websites);
    }
}
