package dev.wakit.store.jdbc.internal.counter;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.store.CounterNames;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of changed deliveries changes about the counters: one number a campaign and name. Not thread-safe.
 *
 * <p>The names of state, failure and skip follow the rows; the names of milestones count only the first time.
 */
public final class CounterDelta {

    private static final String NO_CODE = "unknown";
    private static final Map<String, Predicate<Delivery>> MILESTONES = Map.of(
            CounterNames.EVER_SENT, CounterDelta::isSent,
            CounterNames.EVER_DELIVERED, CounterDelta::isDelivered,
            CounterNames.EVER_READ, CounterDelta::isRead,
            CounterNames.EVER_REPLIED, row -> row.repliedAt().isPresent());

    private final SortedMap<CampaignId, SortedMap<String, Long>> changes = new TreeMap<>();

    /** Counts a new row. */
    public void added(Delivery row) {
        standing(row, 1);
        milestones(row, 1, never -> false);
    }

    /** Counts the change of a row. */
    public void changed(Delivery before, Delivery after) {
        standing(before, -1);
        standing(after, 1);
        milestones(after, 1, reached -> reached.test(before));
    }

    /** Counts that rows went from PENDING to SENDING. */
    public void begun(CampaignId campaign, long rows) {
        add(campaign, CounterNames.state(DeliveryState.PENDING), -rows);
        add(campaign, CounterNames.state(DeliveryState.SENDING), rows);
    }

    /** Counts that a row went from SENDING to another state, for an error or a reason if that is FAILED or SKIPPED. */
    public void landed(CampaignId campaign, DeliveryState state, String errorCode, SkipReason reason) {
        add(campaign, CounterNames.state(DeliveryState.SENDING), -1);
        standing(campaign, state, errorCode.isEmpty() ? NO_CODE : errorCode, reason, 1);
    }

    /**
     * Counts the end of a single send's row.
     *
     * <p>Which of them were SKIPPED when they were enqueued, and so never counted, cannot be told from the row; a mailbox's counts of
     * SKIPPED and PENDING mean nothing anyhow.
     */
    public void removedSingle(Delivery row) {
        if (row.state() != DeliveryState.SKIPPED) {
            standing(row, -1);
        }
        milestones(row, -1, never -> false);
    }

    /**
     * Counts the end of a row whose person was erased. A campaign goes on counting what became of it: that it will not be sent, or
     * that nobody will know.
     */
    public void erased(Delivery row) {
        if (row.isSingle()) {
            removedSingle(row);
        } else if (row.state() == DeliveryState.PENDING) {
            changed(row, row.toBuilder().skipped(SkipReason.ERASED, null).build());
        } else if (row.state() == DeliveryState.UNCERTAIN) {
            changed(row, row.toBuilder().state(DeliveryState.UNKNOWN).build());
        }
    }

    /** Counts a second message id of one attempt. */
    public void duplicateSend(CampaignId campaign) {
        add(campaign, CounterNames.DUPLICATE_SENDS, 1);
    }

    /** Counts what a campaign spends. */
    public void spent(CampaignId campaign, long micros) {
        add(campaign, CounterNames.SPENT_MICROS, micros);
    }

    /** The changes that are not zero, by campaign and name, in order. */
    public SortedMap<CampaignId, SortedMap<String, Long>> changes() {
        changes.values().forEach(names -> names.values().removeIf(by -> by == 0));
        return Collections.unmodifiableSortedMap(changes);
    }

    private void standing(Delivery row, long by) {
        standing(
                row.campaign(),
                row.state(),
                row.errorCode().orElse(NO_CODE),
                row.skipReason().orElse(null),
                by);
    }

    private void standing(
            CampaignId campaign, DeliveryState state, String errorCode, @Nullable SkipReason reason, long by) {
        add(campaign, CounterNames.state(state), by);
        if (state == DeliveryState.FAILED) {
            add(campaign, CounterNames.failed(errorCode), by);
        }
        if (state == DeliveryState.SKIPPED && reason != null) {
            add(campaign, CounterNames.skipped(reason), by);
        }
    }

    private void milestones(Delivery after, long by, Predicate<Predicate<Delivery>> wasReached) {
        MILESTONES.forEach((name, reached) -> {
            if (reached.test(after) && !wasReached.test(reached)) {
                add(after.campaign(), name, by);
            }
        });
    }

    private void add(CampaignId campaign, String name, long by) {
        changes.computeIfAbsent(campaign, first -> new TreeMap<>()).merge(name, by, Long::sum);
    }

    private static boolean isSent(Delivery row) {
        return row.sentAt().isPresent() || isDelivered(row);
    }

    private static boolean isDelivered(Delivery row) {
        return row.deliveredAt().isPresent() || isRead(row);
    }

    private static boolean isRead(Delivery row) {
        return row.readAt().isPresent() || row.playedAt().isPresent();
    }
}
