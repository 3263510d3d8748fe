package dev.wakit.provider.meta.template;

import java.util.OptionalInt;

/**
 * How many templates there are. Immutable.
 *
 * @param matching those asked about
 * @param account all of the account; empty if Meta did not say
 * @param limit how many the account may have: 250, or 6,000 for a verified business; empty if Meta did not say
 * @since 0.1
 */
public record TemplateCount(int matching, OptionalInt account, OptionalInt limit) {}
