package dev.wakit.samples.server.delivery;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.store.PastAttempt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to one message, in order. */
public final class Timeline {

    private final List<Step> steps = new ArrayList<>();

    private Timeline() {}

    /**
     * A step.
     *
     * @param at when; absent for what has no moment
     * @param what a word for programs
     * @param attempt which attempt; absent where it does not matter
     * @param code the BSP's code
     * @param text why, in words
     */
    public record Step(
            @Nullable String at,
            String what,
            @Nullable Integer attempt,
            @Nullable String code,
            @Nullable String text) {}

    /** The steps of a delivery and its earlier attempts. */
    public static List<Step> of(Delivery delivery, List<PastAttempt> attempts) {
        var timeline = new Timeline();
        attempts.forEach(attempt -> timeline.steps.add(new Step(
                attempt.at().toString(),
                "attempt_failed",
                attempt.attemptNo(),
                blank(attempt.errorCode()),
                blank(attempt.errorText()))));
        delivery.intentAt()
                .ifPresent(
                        at -> timeline.steps.add(new Step(at.toString(), "intent", delivery.attemptNo(), null, null)));
        timeline.add(delivery.acceptedAt(), "accepted");
        timeline.add(delivery.sentAt(), "sent");
        timeline.add(delivery.deliveredAt(), "delivered");
        timeline.add(delivery.readAt(), "read");
        timeline.add(delivery.playedAt(), "played");
        timeline.add(delivery.repliedAt(), "replied");
        timeline.explain(delivery.uncertainAt(), "uncertain", delivery);
        timeline.explain(delivery.failedAt(), "failed", delivery);
        // Meta's times have whole seconds and ours have parts of them: within a second the order is the one that must
        // have been.
        timeline.steps.sort(Comparator.comparing(
                step -> Instant.parse(String.valueOf(step.at())).getEpochSecond()));
        timeline.last(delivery);
        return List.copyOf(timeline.steps);
    }

    private void add(Optional<Instant> at, String what) {
        at.ifPresent(time -> steps.add(new Step(time.toString(), what, null, null, null)));
    }

    private void explain(Optional<Instant> at, String what, Delivery delivery) {
        at.ifPresent(time -> steps.add(new Step(
                time.toString(),
                what,
                null,
                delivery.errorCode().orElse(null),
                delivery.errorText().orElse(null))));
    }

    private void last(Delivery delivery) {
        if (delivery.state() == DeliveryState.PENDING) {
            boolean later = delivery.notBefore().isAfter(Instant.EPOCH);
            steps.add(new Step(later ? delivery.notBefore().toString() : null, "waiting", null, null, null));
        } else if (delivery.state() == DeliveryState.SKIPPED) {
            steps.add(
                    new Step(null, "skipped", null, null, delivery.skipDetail().orElse(null)));
        }
    }

    private static @Nullable String blank(String text) {
        return text.isEmpty() ? null : text;
    }
}
