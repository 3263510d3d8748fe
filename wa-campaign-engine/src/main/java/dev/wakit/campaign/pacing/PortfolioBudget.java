package dev.wakit.campaign.pacing;

import dev.wakit.address.SenderId;
import java.util.Set;

/**
 * How many different people the senders of one business portfolio may write to first within a moving 24 hours: WhatsApp's messaging
 * limit. Immutable.
 *
 * <p>A person is counted when a template message to them is about to go; whoever was counted within 24 hours costs nothing more. The
 * engine cannot see all of WhatsApp's exceptions, such as a person who wrote first, and counts those too: it stays below the limit
 * and never above.
 *
 * @param name what the host calls the portfolio, 1 to 100 characters; workers that share it use the same name
 * @param limit how many people, at least 1
 * @param senders which senders belong to it
 * @since 0.1
 */
public record PortfolioBudget(String name, int limit, Set<SenderId> senders) {

    private static final int MAX_NAME = 100;

    /** Checks and copies. */
    public PortfolioBudget {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException(
                    "A portfolio's name has 1 to 100 characters; this one has " + name.length() + ".");
        }
        if (limit < 1) {
            throw new IllegalArgumentException("A limit of " + limit + " people is not possible. Use at least 1.");
        }
        if (senders.isEmpty()) {
            throw new IllegalArgumentException("Portfolio '" + name + "' has no sender. Name at least one.");
        }
        senders = Set.copyOf(senders);
    }
}
