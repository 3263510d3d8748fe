package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.guard.Guards;
import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ErrorScope;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Turns the same request or template error on many recipients in a row into one failed campaign. Thread-safe.
 *
 * <p>Answers and webhooks have a guard each: an error that comes by webhook follows an answer that said yes.
 */
final class StormGuard {

    private static final int MAX_CAMPAIGNS = 10_000;

    private final CampaignStops stops;
    private final Map<Key, Streak> streaks = new LinkedHashMap<>();

    StormGuard(CampaignStops stops) {
        this.stops = stops;
    }

    /** A message went well. */
    synchronized void good(TenantId tenant, CampaignId campaign) {
        streaks.remove(new Key(tenant, campaign));
    }

    /** A message failed. Errors that concern one person neither lengthen nor end a row. */
    void failed(TenantId tenant, CampaignId campaign, DeliveryId delivery, ErrorRule rule, Guards guards) {
        if (guards.sameErrorInARow() == 0
                || rule.disposition() != Disposition.FAIL_RECIPIENT
                || (rule.scope() != ErrorScope.REQUEST && rule.scope() != ErrorScope.TEMPLATE)) {
            return;
        }
        int count = count(new Key(tenant, campaign), delivery, rule.code());
        if (count >= guards.sameErrorInARow()) {
            stops.fail(
                    tenant,
                    campaign,
                    count + " recipients in a row got the same error " + rule.code() + " " + rule.title() + ". "
                            + rule.advice());
            good(tenant, campaign);
        }
    }

    private synchronized int count(Key key, DeliveryId delivery, String code) {
        if (streaks.size() > MAX_CAMPAIGNS) {
            streaks.remove(streaks.keySet().iterator().next());
        }
        Streak streak = streaks.computeIfAbsent(key, any -> new Streak(code, new HashSet<>()));
        if (!streak.code().equals(code)) {
            streak = new Streak(code, new HashSet<>());
            streaks.put(key, streak);
        }
        streak.deliveries().add(delivery);
        return streak.deliveries().size();
    }

    private record Key(TenantId tenant, CampaignId campaign) {}

    /** The same error, and whose messages met it: a message that fails twice is one recipient. */
    private record Streak(String code, Set<DeliveryId> deliveries) {}
}
