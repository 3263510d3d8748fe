package dev.wakit.campaign.store;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.pacing.FrequencyCap;
import dev.wakit.campaign.pacing.LaneKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What the limits of pacing count. The transaction of intents writes most of it, by {@link IntentLimits}.
 *
 * @since 0.1
 */
public interface PacingStore {

    /** The zones of a campaign's deliveries, as planning wrote them. */
    Set<String> zones(TenantId tenant, CampaignId campaign);

    /** Which of these people reached one of the caps already. */
    Set<String> capped(TenantId tenant, Collection<String> recipientKeys, List<FrequencyCap> caps, Instant now);

    /** How much of a portfolio's 24 hours is used. */
    BudgetUse budget(TenantId tenant, String portfolio, Instant now);

    /** On how many days before this one the lane sent, and how much on this one. */
    LaneDays days(LaneKey lane, LocalDate today);

    /**
     * The PENDING deliveries of a campaign to people who get no marketing for now.
     *
     * <p>What it costs grows with the number of such people, not with the campaign.
     */
    QuietWait quiet(TenantId tenant, CampaignId campaign, Instant now);

    /**
     * Adds to what a campaign has spent.
     *
     * @param micros millionths of the currency
     * @return what it has spent in all
     */
    long addSpend(TenantId tenant, CampaignId campaign, long micros);

    /** Forgets people who no longer count. */
    void tidy(Instant now);
}
