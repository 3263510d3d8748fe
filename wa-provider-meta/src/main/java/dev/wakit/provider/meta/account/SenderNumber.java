package dev.wakit.provider.meta.account;

import dev.wakit.address.SenderId;
import dev.wakit.template.QualityRating;
import java.time.Instant;
import java.util.Optional;

/**
 * A business number as Meta describes it. Immutable; everything but the id may be missing.
 *
 * @param id its id, by which it sends
 * @param displayNumber the number as it is shown
 * @param verifiedName the name that people see
 * @param status whether it can send
 * @param quality what people think of its messages of the last seven days
 * @param throughput how fast it may send
 * @param messagingLimit how many people its portfolio may begin to write to in 24 hours
 * @param nameStatus where the name stands in review
 * @param newNameStatus where a new name stands in review
 * @param codeVerification whether the business proved that it owns the number
 * @param platform where it is connected
 * @param mode whether it is for tests
 * @param officialAccount whether it has the badge of an official business account
 * @param onBusinessApp whether it is also used in the WhatsApp Business app
 * @param lastOnboardedAt when it joined the platform last
 * @param username the name by which people may find it
 * @param health whether messages can be sent, and what stands in the way
 * @since 0.1
 */
public record SenderNumber(
        SenderId id,
        Optional<String> displayNumber,
        Optional<String> verifiedName,
        Word<NumberStatus> status,
        QualityRating quality,
        Word<ThroughputLevel> throughput,
        Word<MessagingLimit> messagingLimit,
        Word<NameStatus> nameStatus,
        Word<NameStatus> newNameStatus,
        Word<CodeVerification> codeVerification,
        Word<PlatformType> platform,
        Word<AccountMode> mode,
        Optional<Boolean> officialAccount,
        Optional<Boolean> onBusinessApp,
        Optional<Instant> lastOnboardedAt,
        Optional<String> username,
        Optional<HealthStatus> health) {

    /** Tells whether it can send; a status that this version does not know counts as one that cannot. */
    public boolean isUsable() {
        return status.is(NumberStatus.CONNECTED);
    }
}
