package dev.wakit.provider.meta.account;

/**
 * The name by which people may find a number. Immutable.
 *
 * @param name the name; empty if there is none
 * @param status where it stands
 * @since 0.1
 */
public record Username(String name, Word<UsernameStatus> status) {}
