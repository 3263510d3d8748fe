package dev.wakit.template;

import java.util.Objects;

/**
 * What a provider answered when a template was handed in. Immutable.
 *
 * @param id its id at the provider
 * @param status where it stands, usually {@link TemplateStatus#PENDING}
 * @param category the category that the provider gave it, which may differ from the one asked for and decides the price;
 *     {@link TemplateCategory#UNKNOWN} if it did not say
 * @since 0.1
 */
public record TemplateReceipt(String id, TemplateStatus status, TemplateCategory category) {
    public TemplateReceipt {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(category, "category");
    }
}
