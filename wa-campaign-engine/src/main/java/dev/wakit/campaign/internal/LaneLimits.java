package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.pacing.FrequencyCap;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.PortfolioBudget;
import dev.wakit.campaign.pacing.RampUp;
import dev.wakit.campaign.store.IntentLimits;
import dev.wakit.campaign.store.IntentResult;
import dev.wakit.campaign.store.LaneDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The limits of a lane that the database counts: portfolio, ramp-up, and caps. Belongs to the lane's thread. */
final class LaneLimits {

    private final EngineCore engine;
    private final LaneKey lane;
    private final Optional<PortfolioBudget> portfolio;
    private final Optional<RampUp> rampUp;
    private final GateLayer portfolioGate = new GateLayer(HoldLayer.PORTFOLIO);
    private final GateLayer rampUpGate = new GateLayer(HoldLayer.RAMP_UP);
    private LocalDate today = LocalDate.MIN;
    private int maxToday;

    LaneLimits(EngineCore engine, LaneKey lane) {
        this.engine = engine;
        this.lane = lane;
        this.portfolio = engine.settings().portfolio(lane.sender());
        this.rampUp = engine.settings().rampUp(lane.sender());
    }

    /** What the campaigns of the lane share. */
    List<GateLayer> gates() {
        return List.of(portfolioGate, rampUpGate);
    }

    IntentLimits of(Collection<Feed> feeds, Instant now) {
        Map<CampaignId, List<FrequencyCap>> caps = new HashMap<>();
        Set<CampaignId> initiating = new HashSet<>();
        Map<CampaignId, Long> mostBegun = new HashMap<>();
        for (Feed feed : feeds) {
            CampaignId campaign = feed.entry().row().id();
            List<FrequencyCap> some = engine.settings().caps(feed.entry().settings());
            if (!some.isEmpty()) {
                caps.put(campaign, some);
            }
            if (feed.pace().initiates()) {
                initiating.add(campaign);
            }
            feed.pace().mostBegun().ifPresent(most -> mostBegun.put(campaign, most));
        }
        return IntentLimits.caps(caps)
                .initiating(
                        initiating,
                        portfolio
                                .map(it -> new IntentLimits.Budget(it.name(), it.limit()))
                                .orElse(null),
                        day(now))
                .mostBegun(mostBegun);
    }

    private IntentLimits.@Nullable Day day(Instant now) {
        if (rampUp.isEmpty()) {
            return null;
        }
        LocalDate date = now.atOffset(ZoneOffset.UTC).toLocalDate();
        if (!date.equals(today)) {
            LaneDays days = engine.stores().pacing().days(lane, date);
            maxToday = rampUp.get().max(days.daysBefore() + 1);
            today = date;
        }
        return maxToday == Integer.MAX_VALUE ? null : new IntentLimits.Day(date, maxToday);
    }

    /** Closes what held something, and opens what did not. */
    void learn(IntentResult result, Instant now) {
        Set<HoldLayer> held = Set.copyOf(result.held().values());
        if (held.contains(HoldLayer.PORTFOLIO)) {
            portfolioGate.close(
                    portfolio
                            .map(it -> "Portfolio '" + it.name() + "' has written to " + it.limit()
                                    + " people in 24 hours")
                            .orElse(""),
                    result.budgetFreeAt(),
                    now);
        } else if (!result.granted().isEmpty()) {
            portfolioGate.opened();
        }
        if (held.contains(HoldLayer.RAMP_UP)) {
            rampUpGate.close(
                    "The sender is new and may send " + maxToday + " messages today",
                    today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                    now);
        } else if (!result.granted().isEmpty()) {
            rampUpGate.opened();
        }
    }
}
