package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.guard.Guards;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ErrorScope;
import dev.wakit.provider.ProviderId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Turns the same request or template error on many recipients in a row into one failed campaign, or, over one provider of a pool, into
 * senders that leave it. Thread-safe.
 *
 * <p>Answers and webhooks have a guard each: an error that comes by webhook follows an answer that said yes.
 */
final class StormGuard {

    private static final int MAX_CAMPAIGNS = 10_000;

    private final EngineCore engine;
    private final Map<Key, Streak> streaks = new LinkedHashMap<>();

    StormGuard(EngineCore engine) {
        this.engine = engine;
    }

    /** A message went well. */
    synchronized void good(CampaignId campaign, LaneKey lane) {
        streaks.remove(Key.of(campaign, lane));
    }

    /** A message failed. Errors that concern one person neither lengthen nor end a row. */
    void failed(CampaignId campaign, LaneKey lane, DeliveryId delivery, ErrorRule rule, Guards guards) {
        if (guards.sameErrorInARow() == 0
                || rule.disposition() != Disposition.FAIL_RECIPIENT
                || (rule.scope() != ErrorScope.REQUEST && rule.scope() != ErrorScope.TEMPLATE)) {
            return;
        }
        int count = count(Key.of(campaign, lane), delivery, rule.code());
        if (count >= guards.sameErrorInARow()) {
            String reason = count + " recipients in a row got the same error " + rule.code() + " " + rule.title() + ". "
                    + rule.advice();
            engine.stores()
                    .campaigns()
                    .find(lane.tenant(), campaign)
                    .ifPresent(row -> engine.stops()
                            .failOver(row, other -> other.provider().equals(lane.provider()), reason));
            good(campaign, lane);
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

    /** Another provider gets another content, whose errors say nothing about this one. */
    private record Key(TenantId tenant, CampaignId campaign, ProviderId provider) {

        static Key of(CampaignId campaign, LaneKey lane) {
            return new Key(lane.tenant(), campaign, lane.provider());
        }
    }

    /** The same error, and whose messages met it: a message that fails twice is one recipient. */
    private record Streak(String code, Set<DeliveryId> deliveries) {}
}
