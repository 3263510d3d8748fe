package dev.wakit.campaign.pacing;

import java.time.Duration;

/**
 * A first part of the audience that goes out alone: after it the campaign waits and goes on only if few of those messages failed;
 * otherwise it is paused with the reason. Immutable.
 *
 * <p>The wait begins anew when another worker takes the lane. To send the rest of a campaign whose canary failed, change its pacing
 * to one without a canary and resume it.
 *
 * @param count how many messages; 0 if {@code share} counts
 * @param share which share of the audience, 0 to 1; 0 if {@code count} counts
 * @param watch how long the campaign waits for news about them
 * @param maxFailureShare the highest share of failed ones with which it goes on, 0 to 1
 * @since 0.1
 */
public record Canary(int count, double share, Duration watch, double maxFailureShare) {

    /** Checks the numbers. */
    public Canary {
        if (count < 0 || !(share >= 0 && share <= 1) || (count > 0) == (share > 0)) {
            throw new IllegalArgumentException("A canary of " + count + " messages or a share of " + share
                    + " is not possible. Use one of them, above zero, and a share of at most 1.");
        }
        if (watch.isNegative()) {
            throw new IllegalArgumentException("A watch of " + watch + " is not possible. Use zero or more.");
        }
        if (!(maxFailureShare >= 0 && maxFailureShare <= 1)) {
            throw new IllegalArgumentException(
                    "A failure share of " + maxFailureShare + " is not possible. Use 0 to 1.");
        }
    }

    /** So many messages. */
    public static Canary of(int count, Duration watch, double maxFailureShare) {
        return new Canary(count, 0, watch, maxFailureShare);
    }

    /** A share of those who are sent to, at least one. */
    public static Canary share(double share, Duration watch, double maxFailureShare) {
        return new Canary(0, share, watch, maxFailureShare);
    }

    /** How many messages it is for an audience of so many. */
    public long size(long audience) {
        return count > 0 ? Math.min(count, audience) : Math.min(audience, (long) Math.ceil(share * audience));
    }
}
