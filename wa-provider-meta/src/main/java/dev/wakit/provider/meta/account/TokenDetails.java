package dev.wakit.provider.meta.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What an access token may do and how long it lives. Immutable; never holds the token.
 *
 * @param valid whether Meta accepts it
 * @param appId the app that it belongs to
 * @param type whose it is, in Meta's word, such as {@code SYSTEM_USER}
 * @param expiresAt when it ends; empty if it does not
 * @param dataAccessExpiresAt when the permission to read data ends; empty if it does not
 * @param scopes what it may do, such as {@code whatsapp_business_messaging}
 * @since 0.1
 */
public record TokenDetails(
        boolean valid,
        Optional<String> appId,
        Optional<String> type,
        Optional<Instant> expiresAt,
        Optional<Instant> dataAccessExpiresAt,
        Set<String> scopes) {

    /** Copies the set. */
    public TokenDetails {
        scopes = Set.copyOf(scopes);
    }
}
