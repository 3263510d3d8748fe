package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.store.CampaignRow;
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
import java.util.Objects;
import java.util.Optional;

/** One merge over locked rows: every reference sees what the earlier ones led to. Touches no database. Not thread-safe. */
final class MergeSession {

    private final Map<CampaignId, CampaignRow> campaigns;
    private final Map<DeliveryId, Merged> rows = new LinkedHashMap<>();
    private final Map<String, MessageHit> messages = new HashMap<>();
    private final List<Integer> unmatched = new ArrayList<>();
    private final List<PastAttempt> past = new ArrayList<>();
    private final List<Suppression> suppressions = new ArrayList<>();
    private final List<MergeStep> duplicates = new ArrayList<>();

    /**
     * Starts with rows and the attempts of message ids.
     *
     * @param hits for one message id, the first that is among the rows counts
     */
    MergeSession(List<Delivery> locked, Map<CampaignId, CampaignRow> campaigns, List<MessageHit> hits) {
        this.campaigns = Map.copyOf(campaigns);
        locked.stream()
                .filter(row -> campaigns.containsKey(row.campaign()))
                .forEach(row -> rows.put(row.id(), new Merged(row, row)));
        hits.stream()
                .filter(hit -> rows.containsKey(hit.delivery()))
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
        int attemptNo = hit.map(MessageHit::attemptNo).orElse(0);
        return id.map(rows::get)
                .map(row -> new Located(
                        row.after(),
                        attemptNo,
                        Objects.requireNonNull(campaigns.get(row.after().campaign()))));
    }

    private void keep(Delivery row, MergeStep step) {
        rows.computeIfPresent(row.id(), (id, merged) -> new Merged(merged.before(), step.after()));
        suppressions.addAll(step.suppressions());
        if (step.duplicateSend()) {
            duplicates.add(step);
        } else {
            past.addAll(step.past());
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
        if (!messageId.isEmpty() && rows.containsKey(delivery)) {
            messages.putIfAbsent(messageId, new MessageHit(messageId, delivery, attemptNo));
        }
    }

    MergeResult result(List<Delivery> duplicateSends, List<Suppression> suppressed) {
        return new MergeResult(changed(), unmatched, duplicateSends, suppressed);
    }

    List<Merged> changed() {
        return rows.values().stream().filter(row -> row.after() != row.before()).toList();
    }

    List<PastAttempt> past() {
        return past;
    }

    List<Suppression> suppressions() {
        return suppressions;
    }

    /** Steps that saw a second message of one attempt. */
    List<MergeStep> duplicates() {
        return duplicates;
    }
}
