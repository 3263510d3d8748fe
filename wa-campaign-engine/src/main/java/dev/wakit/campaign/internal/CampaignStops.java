package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorRule;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pauses or fails a campaign because of an error that concerns more than one person. Thread-safe. */
final class CampaignStops {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignStops.class);

    private final EngineCore engine;

    CampaignStops(EngineCore engine) {
        this.engine = engine;
    }

    /** Does what the rule's disposition asks; nothing for one that concerns a single person. */
    void stop(TenantId tenant, CampaignId campaign, ErrorRule rule) {
        if (rule.disposition() == Disposition.PAUSE_CAMPAIGN) {
            move(tenant, campaign, Set.of(CampaignStatus.RUNNING), CampaignStatus.PAUSED, rule);
        } else if (rule.disposition() == Disposition.FAIL_CAMPAIGN) {
            move(tenant, campaign, Set.of(CampaignStatus.RUNNING, CampaignStatus.PAUSED), CampaignStatus.FAILED, rule);
        }
    }

    private void move(
            TenantId tenant, CampaignId campaign, Set<CampaignStatus> from, CampaignStatus to, ErrorRule rule) {
        String reason = rule.code() + " " + rule.title() + ". " + rule.advice();
        if (engine.stores().campaigns().move(tenant, campaign, from, to, reason, engine.now())) {
            LOG.warn("Campaign {} is {}: {}", campaign, to, reason);
            engine.notifier().tell(new CampaignEvent.StatusChanged(tenant, campaign, to, reason));
            engine.wakeLanes();
        }
    }
}
