package dev.wakit.provider.meta.account;

import java.net.URI;
import java.util.Optional;

/**
 * An app that gets the webhooks of an account. Immutable.
 *
 * @param id its id
 * @param name its name; empty if Meta does not say
 * @param overrideUrl where its messages go for this account, if not where the app says
 * @since 0.1
 */
public record SubscribedApp(String id, String name, Optional<URI> overrideUrl) {}
