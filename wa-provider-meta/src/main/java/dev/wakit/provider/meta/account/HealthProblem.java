package dev.wakit.provider.meta.account;

/**
 * Something that stands in the way of sending. Immutable.
 *
 * @param code Meta's error code
 * @param description what is wrong, in Meta's words; empty if it does not say
 * @param solution what to do, in Meta's words; empty if it does not say
 * @since 0.1
 */
public record HealthProblem(String code, String description, String solution) {}
