package dev.wakit.provider.meta.account;

/**
 * A business portfolio that shares parent ids of people with others. Immutable.
 *
 * @param id its id
 * @param name its name; empty if Meta does not say
 * @since 0.1
 */
public record LinkedPortfolio(String id, String name) {}
