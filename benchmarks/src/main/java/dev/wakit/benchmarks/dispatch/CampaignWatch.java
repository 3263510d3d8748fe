package dev.wakit.benchmarks.dispatch;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.event.CampaignListener;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/** A listener as a host has one: counts the deliveries that changed, and knows where each campaign stands. Thread-safe. */
public final class CampaignWatch implements CampaignListener {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(30);

    private final LongAdder changes = new LongAdder();
    private final Map<CampaignId, CampaignStatus> statuses = new HashMap<>();

    @Override
    public void on(CampaignEvent event) {
        if (event instanceof CampaignEvent.DeliveryChanged) {
            changes.increment();
        } else if (event instanceof CampaignEvent.StatusChanged changed) {
            if (changed.status() == CampaignStatus.FAILED || !changed.reason().isEmpty()) {
                System.err.println("Campaign " + changed.status() + ": " + changed.reason());
            }
            synchronized (statuses) {
                statuses.put(changed.campaign(), changed.status());
                statuses.notifyAll();
            }
        } else if (event instanceof CampaignEvent.LaneHeld held) {
            System.err.println("Lane held: " + held.reason());
        }
    }

    /** How many changes of deliveries were told. */
    public long changes() {
        return changes.sum();
    }

    /** Waits until the engine told that a campaign has this status. */
    public void await(CampaignId campaign, CampaignStatus status) throws InterruptedException, TimeoutException {
        await(campaign, Set.of(status));
    }

    /** Waits until all deliveries of a campaign are planned; if it is very small, it may be sent by then. */
    public void awaitPlanned(CampaignId campaign) throws InterruptedException, TimeoutException {
        await(campaign, Set.of(CampaignStatus.RUNNING, CampaignStatus.COMPLETED));
    }

    private void await(CampaignId campaign, Set<CampaignStatus> wanted) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        synchronized (statuses) {
            while (!wanted.contains(statuses.getOrDefault(campaign, CampaignStatus.DRAFT))) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new TimeoutException("The campaign is " + statuses.get(campaign) + ", not " + wanted);
                }
                statuses.wait(left);
            }
        }
    }
}
