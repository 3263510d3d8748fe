package dev.wakit.provider.meta.account;

import java.util.List;

/**
 * Whether messages can be sent, and what stands in the way. Immutable.
 *
 * @param canSend the worst of all entities
 * @param entities what a message depends on
 * @since 0.1
 */
public record HealthStatus(Word<SendAbility> canSend, List<HealthEntity> entities) {

    /** Copies the list. */
    public HealthStatus {
        entities = List.copyOf(entities);
    }
}
