package dev.wakit.campaign.store;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.pacing.FrequencyCap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the transaction of intents has to keep to, because other workers count as well.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class IntentLimits {

    /** Nothing to keep to. */
    public static final IntentLimits NONE = new IntentLimits(Map.of(), Set.of(), null, null, Map.of());

    private final Map<CampaignId, List<FrequencyCap>> caps;
    private final Set<CampaignId> initiating;
    private final @Nullable Budget budget;
    private final @Nullable Day day;
    private final Map<CampaignId, Long> mostBegun;

    private IntentLimits(
            Map<CampaignId, List<FrequencyCap>> caps,
            Set<CampaignId> initiating,
            @Nullable Budget budget,
            @Nullable Day day,
            Map<CampaignId, Long> mostBegun) {
        this.caps = Map.copyOf(caps);
        this.initiating = Set.copyOf(initiating);
        this.budget = budget;
        this.day = day;
        this.mostBegun = Map.copyOf(mostBegun);
    }

    /**
     * So many people in a moving 24 hours.
     *
     * @param portfolio which portfolio of the tenant
     * @param limit how many people
     */
    public record Budget(String portfolio, int limit) {}

    /**
     * So many messages of the lane on a day.
     *
     * @param date the day in UTC
     * @param max how many messages
     */
    public record Day(LocalDate date, int max) {}

    /** Caps for the people of these campaigns. */
    public static IntentLimits caps(Map<CampaignId, List<FrequencyCap>> caps) {
        return new IntentLimits(caps, Set.of(), null, null, Map.of());
    }

    /** The same limits, with these for messages that the business begins: those of the campaigns that are named. */
    public IntentLimits initiating(Set<CampaignId> campaigns, @Nullable Budget newBudget, @Nullable Day newDay) {
        return new IntentLimits(caps, campaigns, newBudget, newDay, mostBegun);
    }

    /**
     * The same limits, with how many deliveries of these campaigns may have been begun at all: a canary that several lanes share.
     * Deliveries that were skipped or cancelled do not count.
     */
    public IntentLimits mostBegun(Map<CampaignId, Long> most) {
        return new IntentLimits(caps, initiating, budget, day, most);
    }

    /** Whether there is nothing to keep to. */
    public boolean isNone() {
        return caps.isEmpty() && budget == null && day == null && mostBegun.isEmpty();
    }

    /** How many deliveries of campaigns may have been begun; those without such a limit are missing. */
    public Map<CampaignId, Long> mostBegun() {
        return mostBegun;
    }

    /** The caps of a campaign. */
    public List<FrequencyCap> caps(CampaignId campaign) {
        return caps.getOrDefault(campaign, List.of());
    }

    /** Whether any campaign has a cap. */
    public boolean hasCaps() {
        return !caps.isEmpty();
    }

    /** Whether budget and day count for a campaign. */
    public boolean isInitiating(CampaignId campaign) {
        return initiating.contains(campaign);
    }

    /** The budget. */
    public Optional<Budget> budget() {
        return Optional.ofNullable(budget);
    }

    /** The day. */
    public Optional<Day> day() {
        return Optional.ofNullable(day);
    }
}
