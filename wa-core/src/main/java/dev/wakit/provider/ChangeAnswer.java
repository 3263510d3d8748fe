package dev.wakit.provider;

import dev.wakit.OutcomeUnknownException;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a change that was asked for once.
 *
 * <p>A refusal is not among the answers: it is thrown, because nothing was changed and somebody has to mend something.
 *
 * @param <T> what the BSP tells of a change that it made
 * @since 0.1
 */
public sealed interface ChangeAnswer<T> {

    /**
     * The BSP made the change, or took it on.
     *
     * @param value what it tells
     */
    record Done<T>(T value) implements ChangeAnswer<T> {

        /** Checks that there is a value. */
        public Done {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Nobody knows whether the change was made: the request went out, and its answer was lost or settles nothing. Read the present
     * state before asking again, unless the change does no harm when it is made twice.
     *
     * @param why in words, without personal data
     */
    record Unknown<T>(String why) implements ChangeAnswer<T> {

        /** Checks that there is a reason. */
        public Unknown {
            Objects.requireNonNull(why, "why");
        }
    }

    /** What the BSP told; empty if nobody knows. */
    default Optional<T> known() {
        return this instanceof Done<T> done ? Optional.of(done.value()) : Optional.empty();
    }

    /**
     * What the BSP told.
     *
     * @throws OutcomeUnknownException if nobody knows
     */
    default T orThrow() {
        if (this instanceof Unknown<T> unknown) {
            throw new OutcomeUnknownException(unknown.why());
        }
        return ((Done<T>) this).value();
    }
}
