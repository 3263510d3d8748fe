package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.pacing.FrequencyCap;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.Intent;
import dev.wakit.campaign.store.IntentLimits;
import dev.wakit.store.jdbc.internal.pacing.BudgetTable;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The limits of one transaction of intents: what they leave at its beginning, and what it uses. Not thread-safe. */
final class IntentGate {

    private final Handle handle;
    private final Tables tables;
    private final LaneKey lane;
    private final IntentLimits limits;
    private final Instant now;
    private final Map<FrequencyCap, Map<String, Long>> counts = new HashMap<>();
    private final Map<DeliveryId, HoldLayer> held = new HashMap<>();
    private final Set<String> existing = new HashSet<>();
    private final Set<String> counted = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    private final Map<CampaignId, Long> beginsLeft = new HashMap<>();
    private long placesLeft = Long.MAX_VALUE;
    private long todayLeft = Long.MAX_VALUE;
    private long today;

    private IntentGate(Handle handle, Tables tables, LaneKey lane, IntentLimits limits, Instant now) {
        this.handle = handle;
        this.tables = tables;
        this.lane = lane;
        this.limits = limits;
        this.now = now;
    }

    static IntentGate open(
            Handle handle, Tables tables, LaneKey lane, List<Intent> intents, IntentLimits limits, Instant now) {
        var gate = new IntentGate(handle, tables, lane, limits, now);
        gate.countCaps(intents);
        Set<String> people = intents.stream()
                .filter(intent -> limits.isInitiating(intent.campaign()))
                .map(Intent::recipientKey)
                .collect(Collectors.toSet());
        if (!people.isEmpty()) {
            limits.budget().ifPresent(budget -> gate.openBudget(budget, people));
            limits.day()
                    .ifPresent(day -> gate.todayLeft = day.max()
                            - tables.laneDays().read(handle, lane, day.date()).sentToday());
        }
        // Behind the budget, because whoever holds a budget goes on to counters.
        gate.openCanaries(intents);
        return gate;
    }

    private void countCaps(List<Intent> intents) {
        if (!limits.hasCaps()) {
            return;
        }
        Map<FrequencyCap, Set<String>> people = new HashMap<>();
        for (Intent intent : intents) {
            for (FrequencyCap cap : limits.caps(intent.campaign())) {
                people.computeIfAbsent(cap, unknown -> new HashSet<>()).add(intent.recipientKey());
            }
        }
        people.forEach((cap, keys) ->
                counts.put(cap, CapCounts.count(handle, tables.deliveries().dialect(), tenant(), keys, cap, now)));
    }

    private void openBudget(IntentLimits.Budget budget, Set<String> people) {
        long used = tables.budgets().lock(handle, tenant(), budget.portfolio(), budget.limit() - people.size(), now);
        placesLeft = Math.max(0, budget.limit() - used);
        Map<String, Instant> known = tables.budgets().known(handle, tenant(), budget.portfolio(), people);
        existing.addAll(known.keySet());
        known.forEach((person, at) -> {
            if (BudgetTable.counts(at, now)) {
                counted.add(person);
            }
        });
    }

    /** Holds the counters of canaries, so that two lanes do not begin the last message both. */
    private void openCanaries(List<Intent> intents) {
        intents.stream()
                .map(Intent::campaign)
                .filter(limits.mostBegun()::containsKey)
                .distinct()
                .sorted(Comparator.comparingLong(CampaignId::value))
                .forEach(campaign -> beginsLeft.put(
                        campaign,
                        limits.mostBegun().getOrDefault(campaign, Long.MAX_VALUE)
                                - tables.counters().lockBegun(handle, tenant(), campaign)));
    }

    boolean isCapped(Intent intent) {
        return limits.caps(intent.campaign()).stream()
                .anyMatch(
                        cap -> counts.getOrDefault(cap, Map.of()).getOrDefault(intent.recipientKey(), 0L) >= cap.max());
    }

    /** Whether the other limits let it go; then it is counted. */
    boolean admits(Intent intent) {
        if (beginsLeft.getOrDefault(intent.campaign(), 1L) <= 0) {
            held.put(intent.delivery(), HoldLayer.CANARY);
            return false;
        }
        if (limits.isInitiating(intent.campaign())) {
            if (todayLeft <= 0) {
                held.put(intent.delivery(), HoldLayer.RAMP_UP);
                return false;
            }
            if (placesLeft <= 0 && !counted.contains(intent.recipientKey())) {
                held.put(intent.delivery(), HoldLayer.PORTFOLIO);
                return false;
            }
            if (counted.add(intent.recipientKey())) {
                placesLeft--;
            }
            written.add(intent.recipientKey());
            todayLeft--;
            today++;
        }
        beginsLeft.computeIfPresent(intent.campaign(), (campaign, left) -> left - 1);
        limits.caps(intent.campaign())
                .forEach(cap -> counts.computeIfAbsent(cap, unknown -> new HashMap<>())
                        .merge(intent.recipientKey(), 1L, Long::sum));
        return true;
    }

    void write() {
        limits.budget()
                .ifPresent(
                        budget -> tables.budgets().count(handle, tenant(), budget.portfolio(), written, existing, now));
        limits.day().filter(day -> today > 0).ifPresent(day -> tables.laneDays().add(handle, lane, day.date(), today));
    }

    Map<DeliveryId, HoldLayer> held() {
        return held;
    }

    /** When the next place of the budget is free; the epoch if none was missing. */
    Instant budgetFreeAt() {
        return limits.budget()
                .filter(budget -> held.containsValue(HoldLayer.PORTFOLIO))
                .map(budget -> tables.budgets().nextFree(handle, tenant(), budget.portfolio(), now))
                .orElse(Instant.EPOCH);
    }

    private TenantId tenant() {
        return lane.tenant();
    }
}
