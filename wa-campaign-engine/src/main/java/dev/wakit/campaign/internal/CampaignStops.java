package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.PoolMember.State;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.LaneRow;
import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ErrorScope;
import dev.wakit.provider.ProviderId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pauses, fails and resumes campaigns because of what concerns more than one person. Thread-safe.
 *
 * <p>In a campaign with a pool, only the senders that are concerned stop, as long as somebody else is left.
 */
final class CampaignStops {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignStops.class);
    private static final Set<CampaignStatus> OPEN = Set.of(CampaignStatus.RUNNING, CampaignStatus.PAUSED);

    private final EngineCore engine;

    CampaignStops(EngineCore engine) {
        this.engine = engine;
    }

    /**
     * Does what the rule's disposition asks, in the rule's scope; nothing for one that concerns a single person.
     *
     * @param lane the lane whose message met the error
     */
    void stop(CampaignId campaign, LaneKey lane, ErrorRule rule) {
        boolean pauses = rule.disposition() == Disposition.PAUSE_CAMPAIGN;
        if (!pauses && rule.disposition() != Disposition.FAIL_CAMPAIGN) {
            return;
        }
        String reason = rule.code() + " " + rule.title() + ". " + rule.advice();
        Optional<CampaignRow> row = engine.stores().campaigns().find(lane.tenant(), campaign);
        if (row.isPresent() && !pauses) {
            failOver(row.get(), concerned(lane, rule), reason);
        } else if (row.isPresent() && pauseOver(row.get(), concerned(lane, rule), reason)) {
            pauseOthers(row.get(), lane, rule, reason);
        }
    }

    /** What is wrong with a request or a template is wrong over every sender of the provider. */
    private static Predicate<LaneKey> concerned(LaneKey lane, ErrorRule rule) {
        return rule.scope() == ErrorScope.SENDER
                ? other -> other.lane().equals(lane.lane())
                : other -> other.provider().equals(lane.provider());
    }

    /** Pauses what a campaign sends over these lanes: they leave its pool, or it is paused if nobody else is left. */
    boolean pauseOver(CampaignRow row, Predicate<LaneKey> lanes, String reason) {
        return stopOver(row, lanes, Set.of(CampaignStatus.RUNNING), CampaignStatus.PAUSED, reason);
    }

    /** Ends what a campaign sends over these lanes: they leave its pool, or it fails if nobody else is left. */
    boolean failOver(CampaignRow row, Predicate<LaneKey> lanes, String reason) {
        return stopOver(row, lanes, OPEN, CampaignStatus.FAILED, reason);
    }

    /** Somebody is left as long as one sender is not stopped: one that is only held comes back by itself. */
    private boolean stopOver(
            CampaignRow row, Predicate<LaneKey> lanes, Set<CampaignStatus> from, CampaignStatus to, String reason) {
        List<PoolMember> members = engine.pools().of(row).members();
        boolean changed = false;
        if (isPooled(row) && from.contains(row.status())) {
            for (PoolMember member : members) {
                changed |= lanes.test(member.lane())
                        && member.state() != State.STOPPED
                        && engine.pools().change(row.tenant(), row.id(), member, State.STOPPED, reason);
            }
        }
        boolean isSomebodyLeft =
                members.stream().anyMatch(member -> !lanes.test(member.lane()) && member.state() != State.STOPPED);
        if (isSomebodyLeft && changed) {
            engine.wakeLanes();
        }
        return isSomebodyLeft ? changed : move(row.tenant(), row.id(), from, to, reason);
    }

    private boolean isPooled(CampaignRow row) {
        return engine.book().enter(row).settings().senders().isPresent();
    }

    /**
     * What stopped a campaign over these lanes is mended: they take part in its pool again, and a campaign that was paused for it goes
     * on.
     *
     * @param prefix how the reason begins that is mended
     */
    void lift(CampaignRow row, Predicate<LaneKey> lanes, String prefix) {
        boolean isPausedForIt =
                row.status() == CampaignStatus.PAUSED && row.reason().startsWith(prefix);
        if (!isPooled(row)) {
            if (isPausedForIt && lanes.test(row.lane())) {
                resume(row);
            }
            return;
        }
        List<PoolMember> members = engine.pools().of(row).members();
        List<PoolMember> mended = members.stream()
                .filter(member -> lanes.test(member.lane())
                        && member.state() == State.STOPPED
                        && member.reason().startsWith(prefix))
                .toList();
        // Paused for the last sender that was left: whichever comes back can send it now. The campaign first, because a
        // worker that
        // dies in between finds the sender again, and would not know any more what the campaign was paused for.
        if (!mended.isEmpty()
                && row.status() == CampaignStatus.PAUSED
                && members.stream().anyMatch(member -> member.reason().equals(row.reason()))) {
            resume(row);
        }
        mended.forEach(member -> engine.pools().change(row.tenant(), row.id(), member, State.IN, ""));
        if (!mended.isEmpty()) {
            engine.wakeLanes();
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

    /** The running campaigns of a provider instance's lanes, of one tenant or of all; each once, however many of its lanes there are. */
    List<CampaignRow> running(ProviderId provider, Predicate<LaneKey> lanes) {
        Map<List<Object>, CampaignRow> rows = new LinkedHashMap<>();
        engine.stores().lanes().all().stream()
                .map(LaneRow::lane)
                .filter(lane -> lane.provider().equals(provider) && lanes.test(lane))
                .flatMap(lane -> engine.stores().campaigns().running(lane).stream())
                .forEach(row -> rows.putIfAbsent(List.of(row.tenant(), row.id()), row));
        return List.copyOf(rows.values());
    }

    /** What stopped one campaign stops every other one in the same scope: their messages would only collect the same error. */
    private void pauseOthers(CampaignRow stopped, LaneKey lane, ErrorRule rule, String reason) {
        List<CampaignRow> others = switch (rule.scope()) {
            case REQUEST, RECIPIENT -> List.of();
            case SENDER -> engine.stores().campaigns().running(lane);
            case TEMPLATE ->
                running(lane.provider(), any -> true).stream()
                        .filter(other -> haveSameTemplate(stopped, other, lane.provider()))
                        .toList();
            case ACCOUNT -> running(lane.provider(), any -> true);
        };
        others.stream()
                .filter(other ->
                        !other.id().equals(stopped.id()) || !other.tenant().equals(stopped.tenant()))
                .forEach(other -> pauseOver(other, concerned(lane, rule), reason));
    }

    private boolean haveSameTemplate(CampaignRow one, CampaignRow other, ProviderId provider) {
        Optional<List<String>> template = template(one, provider);
        return template.isPresent() && template.equals(template(other, provider));
    }

    /** The name and language of the template that a campaign sends over a provider. */
    Optional<List<String>> template(CampaignRow row, ProviderId provider) {
        return engine.book().enter(row).contents().of(provider) instanceof TemplateContent template
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
