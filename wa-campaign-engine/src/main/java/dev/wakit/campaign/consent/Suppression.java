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
 * @since 0.1
 */
public record Suppression(
        String recipientKey, SuppressionScope scope, SuppressionSource source, String reason, Instant at) {

    @Override
    public String toString() {
        return "Suppression[" + scope + " by " + source + " at " + at + "]";
    }
}
