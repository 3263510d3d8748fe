package dev.wakit.campaign.consent;

import java.time.Instant;

/**
 * A reason that a person may not be sent to, now.
 *
 * <p>Immutable. {@link #toString()} does not reveal the address.
 *
 * @param recipientKey the person: {@link dev.wakit.address.Recipient#key()}
 * @param scope what is held back
 * @param source where it came from
 * @param reason in words, such as the word that the person wrote
 * @param at since when
 * @param until when it ends by itself; the epoch if it never does
 * @since 0.1
 */
public record Suppression(
        String recipientKey,
        SuppressionScope scope,
        SuppressionSource source,
        String reason,
        Instant at,
        Instant until) {

    /** Checks that exactly what is for now has an end. */
    public Suppression {
        if (scope == SuppressionScope.MARKETING_FOR_NOW == until.equals(Instant.EPOCH)) {
            throw new IllegalArgumentException("A suppression of scope " + scope
                    + (until.equals(Instant.EPOCH) ? " needs the time when it ends." : " never ends by itself."));
        }
    }

    /** An entry that stays until somebody removes it. */
    public Suppression(
            String recipientKey, SuppressionScope scope, SuppressionSource source, String reason, Instant at) {
        this(recipientKey, scope, source, reason, at, Instant.EPOCH);
    }

    @Override
    public String toString() {
        return "Suppression[" + scope + " by " + source + " at " + at + "]";
    }
}
