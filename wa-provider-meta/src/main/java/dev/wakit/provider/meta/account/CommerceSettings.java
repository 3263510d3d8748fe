package dev.wakit.provider.meta.account;

import java.util.Optional;

/**
 * How a number shows its catalogue. Immutable.
 *
 * @param catalogId the catalogue, if one is connected
 * @param cart whether people can put products into a cart
 * @param catalogVisible whether people see the catalogue
 * @since 0.1
 */
public record CommerceSettings(Optional<String> catalogId, boolean cart, boolean catalogVisible) {}
