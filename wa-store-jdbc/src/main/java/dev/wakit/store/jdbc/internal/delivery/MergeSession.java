package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.Located;
import dev.wakit.campaign.store.MergeResult;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.Merged;
import dev.wakit.campaign.store.Merger;
import dev.wakit.campaign.store.PastAttempt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One merge over locked rows: every reference sees what the earlier ones led to. Touches no database. Not thread-safe. */
final class MergeSession {

    private final Map<DeliveryId, Delivery> before = new HashMap<>();
    private final Map<DeliveryId, Delivery> after = new LinkedHashMap<>();
    private final Map<String, MessageHit> messages = new HashMap<>();
    private final List<Integer> unmatched = new ArrayList<>();
    private final List<PastAttempt> past = new ArrayList<>();
    private final List<Suppression> suppressions = new ArrayList<>();
    private final List<CampaignId> duplicates = new ArrayList<>();

    /**
     * Starts with rows and the attempts of message ids.
     *
     * @param hits for one message id, the first that is among the rows counts
     */
    MergeSession(List<Delivery> rows, List<MessageHit> hits) {
        rows.forEach(row -> before.put(row.id(), row));
        hits.stream()
                .filter(hit -> before.containsKey(hit.delivery()))
                .forEach(hit -> messages.putIfAbsent(hit.messageId(), hit));
    }

    void apply(DeliveryRef ref, int index, Merger merger) {
        Optional<Located> located = locate(ref);
        if (located.isEmpty()) {
            unmatched.add(index);
        } else {
            keep(located.get().delivery(), merger.merge(located.get(), index));
        }
    }

    private Optional<Located> locate(DeliveryRef ref) {
        Optional<MessageHit> hit = ref.messageId().map(id -> messages.get(id.value()));
        Optional<DeliveryId> id = hit.map(MessageHit::delivery).or(ref::delivery);
        return id.map(this::current)
                .map(row -> new Located(row, hit.map(MessageHit::attemptNo).orElse(0)));
    }

    private Delivery current(DeliveryId id) {
        Delivery changed = after.get(id);
        return changed != null ? changed : before.get(id);
    }

    private void keep(Delivery row, MergeStep step) {
        if (step.after() != row) {
            after.put(row.id(), step.after());
        }
        past.addAll(step.past());
        suppressions.addAll(step.suppressions());
        if (step.duplicateSend()) {
            duplicates.add(row.campaign());
        }
        learn(step);
    }

    // A status later in the batch may know the message only by the id that this one brought.
    private void learn(MergeStep step) {
        Delivery row = step.after();
        step.past().forEach(attempt -> learn(attempt.messageId(), attempt.delivery(), attempt.attemptNo()));
        row.messageId().ifPresent(id -> learn(id.value(), row.id(), row.attemptNo()));
    }

    private void learn(String messageId, DeliveryId delivery, int attemptNo) {
        if (!messageId.isEmpty() && before.containsKey(delivery)) {
            messages.putIfAbsent(messageId, new MessageHit(messageId, delivery, attemptNo));
        }
    }

    MergeResult result() {
        return new MergeResult(
                after.values().stream()
                        .map(row -> new Merged(before.get(row.id()), row))
                        .toList(),
                unmatched);
    }

    List<PastAttempt> past() {
        return past;
    }

    List<Suppression> suppressions() {
        return suppressions;
    }

    List<CampaignId> duplicates() {
        return duplicates;
    }
}
