package dev.wakit.samples.server.delivery;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.error.ErrorRule;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A delivery as lists show it, with its number masked unless it was asked for. */
public record DeliveryView(
        String id,
        long line,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String rawAddress,
        String state,
        int attempts,
        boolean taken,
        @Nullable String errorCode,
        @Nullable String errorText,
        @Nullable String errorTitle,
        @Nullable String errorAdvice,
        @Nullable String skipReason,
        @Nullable String skipDetail,
        @Nullable String changedAt,
        @Nullable String provider,
        @Nullable String sender) {

    private static final int SHOWN_OF_RAW = 3;

    /** With what its provider's error code means. */
    public static DeliveryView of(Delivery delivery, boolean reveal, CampaignEngine engine) {
        Optional<ErrorRule> rule = delivery.lane()
                .flatMap(lane -> delivery.errorCode().flatMap(code -> engine.errorRule(lane.provider(), code)));
        return new DeliveryView(
                delivery.id().toString(),
                delivery.line(),
                delivery.name().orElse(null),
                delivery.recipient()
                        .flatMap(recipient -> recipient.phone())
                        .map(phone -> reveal ? phone.e164() : phone.masked())
                        .orElse(null),
                delivery.rawAddress().map(raw -> reveal ? raw : masked(raw)).orElse(null),
                delivery.state().name(),
                delivery.attemptNo(),
                isTaken(delivery),
                delivery.errorCode().orElse(null),
                delivery.errorText().orElse(null),
                rule.map(ErrorRule::title).orElse(null),
                rule.map(ErrorRule::advice).orElse(null),
                delivery.skipReason().map(Enum::name).orElse(null),
                delivery.skipDetail().orElse(null),
                changedAt(delivery),
                delivery.lane().map(lane -> lane.provider().value()).orElse(null),
                delivery.lane().map(lane -> lane.sender().value()).orElse(null));
    }

    /** Whether WhatsApp is known to have had the message, also if it failed afterwards. */
    private static boolean isTaken(Delivery delivery) {
        return delivery.state().isPositive()
                || delivery.messageId().isPresent()
                || delivery.acceptedAt().isPresent();
    }

    private static String masked(String raw) {
        int shown = Math.min(SHOWN_OF_RAW, raw.length() / 2);
        return raw.isEmpty() ? raw : raw.substring(0, shown) + "•••••";
    }

    private static @Nullable String changedAt(Delivery delivery) {
        return Stream.of(
                        delivery.intentAt(),
                        delivery.acceptedAt(),
                        delivery.sentAt(),
                        delivery.deliveredAt(),
                        delivery.readAt(),
                        delivery.playedAt(),
                        delivery.failedAt(),
                        delivery.repliedAt(),
                        delivery.uncertainAt())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .map(Instant::toString)
                .orElse(null);
    }
}
