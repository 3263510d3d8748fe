package dev.wakit.provider.meta.internal.account;

import java.util.Optional;

/**
 * Which business account and which app the configuration names.
 *
 * @param accountId the id of the WhatsApp business account
 * @param appId the id of the app
 */
public record Waba(Optional<String> accountId, Optional<String> appId) {

    /** The id of the business account. */
    String account() {
        return accountId.orElseThrow(() -> new IllegalStateException(
                "This call needs the id of the WhatsApp business account. Call businessAccountId(...) on the builder"
                        + " of the provider."));
    }
}
