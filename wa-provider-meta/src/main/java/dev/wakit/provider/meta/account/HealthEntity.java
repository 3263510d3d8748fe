package dev.wakit.provider.meta.account;

import java.util.List;

/**
 * One of the things that a message depends on. Immutable.
 *
 * @param type Meta's word for it, such as {@code PHONE_NUMBER}, {@code WABA}, {@code BUSINESS} or {@code APP}
 * @param id its id; empty if Meta does not say
 * @param canSend whether it stands in the way
 * @param problems what is wrong with it
 * @param notes further remarks of Meta's
 * @since 0.1
 */
public record HealthEntity(
        String type, String id, Word<SendAbility> canSend, List<HealthProblem> problems, List<String> notes) {

    /** Copies the lists. */
    public HealthEntity {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }
}
