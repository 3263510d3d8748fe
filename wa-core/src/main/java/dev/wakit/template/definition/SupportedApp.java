package dev.wakit.template.definition;

import java.util.Objects;

/**
 * An Android app that may be handed one-time passwords. Immutable.
 *
 * @param packageName such as {@code com.example.shop}
 * @param signatureHash the 11 characters of the app's signing key hash
 * @since 0.1
 */
public record SupportedApp(String packageName, String signatureHash) {
    public SupportedApp {
        Objects.requireNonNull(packageName, "packageName");
        Objects.requireNonNull(signatureHash, "signatureHash");
    }
}
