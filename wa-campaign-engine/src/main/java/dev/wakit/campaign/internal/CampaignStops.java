package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.LaneRow;
import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorRule;
import dev.wakit.provider.ProviderId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pauses, fails and resumes campaigns because of what concerns more than one person. Thread-safe. */
final class CampaignStops {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignStops.class);
    private static final Set<CampaignStatus> OPEN = Set.of(CampaignStatus.RUNNING, CampaignStatus.PAUSED);

    private final EngineCore engine;

    CampaignStops(EngineCore engine) {
        this.engine = engine;
    }

    /** Does what the rule's disposition asks, in the rule's scope; nothing for one that concerns a single person. */
    void stop(TenantId tenant, CampaignId campaign, ErrorRule rule) {
        String reason = rule.code() + " " + rule.title() + ". " + rule.advice();
        if (rule.disposition() == Disposition.PAUSE_CAMPAIGN) {
            if (move(tenant, campaign, Set.of(CampaignStatus.RUNNING), CampaignStatus.PAUSED, reason)) {
                pauseOthers(tenant, campaign, rule, reason);
            }
        } else if (rule.disposition() == Disposition.FAIL_CAMPAIGN) {
            fail(tenant, campaign, reason);
        }
    }

    boolean pause(TenantId tenant, CampaignId campaign, String reason) {
        return move(tenant, campaign, Set.of(CampaignStatus.RUNNING), CampaignStatus.PAUSED, reason);
    }

    boolean fail(TenantId tenant, CampaignId campaign, String reason) {
        return move(tenant, campaign, OPEN, CampaignStatus.FAILED, reason);
    }

    /** Resumes a campaign if it is paused for the reason that was read still: meanwhile an operator may have taken the pause over. */
    void resume(CampaignRow paused) {
        if (engine.stores().campaigns().move(paused, CampaignStatus.RUNNING, "", engine.now())) {
            moved(paused.tenant(), paused.id(), CampaignStatus.RUNNING, "");
        }
    }

    /** The running campaigns of a provider instance's lanes, of one tenant or of all. */
    List<CampaignRow> running(ProviderId provider, Predicate<LaneKey> lanes) {
        return engine.stores().lanes().all().stream()
                .map(LaneRow::lane)
                .filter(lane -> lane.provider().equals(provider) && lanes.test(lane))
                .flatMap(lane -> engine.stores().campaigns().running(lane).stream())
                .toList();
    }

    /** What stopped one campaign stops every other one in the same scope: their messages would only collect the same error. */
    private void pauseOthers(TenantId tenant, CampaignId campaign, ErrorRule rule, String reason) {
        Optional<CampaignRow> stopped = engine.stores().campaigns().find(tenant, campaign);
        if (stopped.isEmpty()) {
            return;
        }
        LaneKey lane = stopped.get().lane();
        List<CampaignRow> others = switch (rule.scope()) {
            case REQUEST, RECIPIENT -> List.of();
            case SENDER -> engine.stores().campaigns().running(lane);
            case TEMPLATE ->
                running(lane.provider(), any -> true).stream()
                        .filter(other -> haveSameTemplate(stopped.get(), other))
                        .toList();
            case ACCOUNT -> running(lane.provider(), any -> true);
        };
        others.forEach(other -> pause(other.tenant(), other.id(), reason));
    }

    private boolean haveSameTemplate(CampaignRow one, CampaignRow other) {
        return template(one).isPresent() && template(one).equals(template(other));
    }

    /** The template's name and language. */
    Optional<List<String>> template(CampaignRow row) {
        return engine.book().enter(row).content() instanceof TemplateContent template
                ? Optional.of(
                        List.of(template.name().value(), template.language().value()))
                : Optional.empty();
    }

    private boolean move(
            TenantId tenant, CampaignId campaign, Set<CampaignStatus> from, CampaignStatus to, String reason) {
        if (!engine.stores().campaigns().move(tenant, campaign, from, to, reason, engine.now())) {
            return false;
        }
        moved(tenant, campaign, to, reason);
        return true;
    }

    private void moved(TenantId tenant, CampaignId campaign, CampaignStatus to, String reason) {
        LOG.warn("Campaign {} is {}: {}", campaign, to, reason);
        engine.notifier().tell(new CampaignEvent.StatusChanged(tenant, campaign, to, reason));
        engine.wakeLanes();
    }
}
