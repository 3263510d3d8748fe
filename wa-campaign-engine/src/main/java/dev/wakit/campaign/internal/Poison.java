package dev.wakit.campaign.internal;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.PastAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What happens to a delivery that makes the code around it fail: once it waits for another try, twice it is FAILED.
 *
 * <p>Each time counts as an attempt and is durable, so that a worker that starts again does not start counting again. A delivery
 * that ends the JVM while its request is built is SENDING by then; it is UNCERTAIN for the next worker, which sends it again
 * only as often as the campaign's mode allows.
 */
final class Poison {

    /** The code of a delivery that failed for this reason. */
    static final String CODE = "POISON";

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final EngineCore engine;

    Poison(EngineCore engine) {
        this.engine = engine;
    }

    void met(Delivery delivery, CampaignBook.Entry entry, Throwable error) {
        Instant now = engine.now();
        engine.stores()
                .deliveries()
                .merge(
                        delivery.tenant(),
                        List.of(DeliveryRef.of(delivery.id())),
                        (located, index) -> step(located.delivery(), delivery, entry, error, now),
                        now)
                .changed()
                .forEach(merged -> engine.notifier()
                        .tell(new CampaignEvent.DeliveryChanged(
                                delivery.tenant(),
                                merged.after(),
                                merged.before().state())));
    }

    static MergeStep step(Delivery row, Delivery read, CampaignBook.Entry entry, Throwable error, Instant now) {
        if (row.state() != DeliveryState.PENDING || row.attemptNo() != read.attemptNo()) {
            return MergeStep.of(row);
        }
        boolean second = row.errorCode().filter(CODE::equals).isPresent();
        // The error's message may hold what was to be rendered.
        String text = "It cannot be rendered: " + error.getClass().getSimpleName() + ".";
        Delivery.Builder after = row.toBuilder()
                .attemptNo(row.attemptNo() + 1)
                .tries(row.tries() + 1)
                .error(CODE, text);
        if (second || !entry.takesRetries()) {
            return MergeStep.of(after.state(DeliveryState.FAILED).failedAt(now).build());
        }
        return new MergeStep(
                after.notBefore(now.plus(PAUSE)).build(),
                List.of(new PastAttempt(row.id(), row.attemptNo() + 1, "", CODE, text, now)),
                List.of(),
                false);
    }
}
