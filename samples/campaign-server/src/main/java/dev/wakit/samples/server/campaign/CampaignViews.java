package dev.wakit.samples.server.campaign;

import dev.wakit.address.Region;
import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.pacing.LaneStatus;
import dev.wakit.error.ErrorRule;
import dev.wakit.rate.RateLimit;
import dev.wakit.samples.server.campaign.CampaignDetail.Failure;
import dev.wakit.samples.server.campaign.CampaignDetail.HoldView;
import dev.wakit.samples.server.campaign.CampaignDetail.Member;
import dev.wakit.samples.server.campaign.CampaignDetail.Sending;
import dev.wakit.samples.server.campaign.CampaignDetail.Skip;
import dev.wakit.samples.server.campaign.CampaignDetail.UnreadableRow;
import dev.wakit.samples.server.pace.RateHistories;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Campaigns as the pages and programs see them. Thread-safe. */
public final class CampaignViews {

    private static final String NO_ADVICE =
            "No table knows this code. Look it up at your provider before you try again.";

    private final CampaignEngine engine;
    private final RateHistories histories;

    /** Adds to each campaign what its lane and its history say. */
    public CampaignViews(CampaignEngine engine, RateHistories histories) {
        this.engine = engine;
        this.histories = histories;
    }

    /** A campaign in a list. */
    public CampaignSummary summary(Campaign campaign) {
        return CampaignSummary.of(campaign);
    }

    /** A campaign on its own page. */
    public CampaignDetail detail(Campaign campaign) {
        RateHistories.Pace pace = histories.of(campaign.id());
        List<HoldView> holds = engine.campaigns().holds(campaign.id()).stream()
                .map(HoldView::of)
                .toList();
        return new CampaignDetail(
                CampaignSummary.of(campaign),
                campaign.settings().category().name(),
                CampaignSummary.text(campaign.settings().sendBy()),
                campaign.settings().defaultRegion().map(Region::code).orElse(null),
                failures(campaign),
                skips(campaign.progress()),
                campaign.settings().audience().errors().stream()
                        .map(error -> new UnreadableRow(error.line(), error.reason()))
                        .toList(),
                campaign.members().stream()
                        .map(member -> Member.of(member, lane(member)))
                        .toList(),
                contents(campaign),
                sending(campaign, pace, holds),
                holds,
                pace.points(),
                actions(campaign));
    }

    private List<Failure> failures(Campaign campaign) {
        return campaign.progress().failedByCode().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> failure(campaign, entry.getKey(), entry.getValue()))
                .toList();
    }

    private Failure failure(Campaign campaign, String code, long count) {
        Optional<ErrorRule> rule = campaign.members().stream()
                .map(member -> member.lane().provider())
                .distinct()
                .flatMap(provider -> engine.errorRule(provider, code).stream())
                .findFirst();
        return new Failure(
                code,
                count,
                rule.map(ErrorRule::title).orElse("Error " + code),
                rule.map(ErrorRule::advice).orElse(NO_ADVICE));
    }

    private static List<Skip> skips(CampaignProgress progress) {
        return progress.skippedByReason().entrySet().stream()
                .map(entry -> new Skip(entry.getKey().name(), entry.getValue()))
                .sorted(Comparator.comparingLong(Skip::count).reversed())
                .toList();
    }

    /** The lane of a member where this process sends over it. */
    private Optional<LaneStatus> lane(PoolMember member) {
        return engine.lanes().stream()
                .filter(status -> status.lane().equals(member.lane()) && status.ownedHere())
                .findFirst();
    }

    private static Map<String, CampaignSummary.Content> contents(Campaign campaign) {
        return campaign.contents().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().value(),
                        entry -> CampaignSummary.Content.of(entry.getValue()),
                        (a, b) -> a,
                        TreeMap::new));
    }

    /** All its senders together: they are held as a whole only if each of them is. */
    private Sending sending(Campaign campaign, RateHistories.Pace pace, List<HoldView> holds) {
        List<LaneStatus> lanes = campaign.members().stream()
                .filter(PoolMember::isIn)
                .flatMap(member -> lane(member).stream())
                .toList();
        boolean ownedHere =
                campaign.members().stream().anyMatch(member -> lane(member).isPresent());
        DoubleStream together = !lanes.isEmpty()
                ? DoubleStream.of(
                        lanes.stream().mapToDouble(LaneStatus::allowedPerSecond).sum())
                : DoubleStream.empty();
        OptionalDouble allowed = DoubleStream.concat(
                        together, campaign.settings().rate().stream().mapToDouble(RateLimit::messagesPerSecond))
                .min();
        boolean running = campaign.status() == CampaignStatus.RUNNING;
        // A layer that only slows a campaign down does not hold it as a whole.
        Optional<HoldView> held = pace.perSecond() == 0 ? holds.stream().findFirst() : Optional.empty();
        Optional<LaneStatus> lane =
                lanes.stream().allMatch(each -> each.holdReason().isPresent())
                        ? lanes.stream().findFirst()
                        : Optional.empty();
        return new Sending(
                allowed.isPresent() ? allowed.getAsDouble() : null,
                running ? pace.perSecond() : 0,
                lanes.stream().mapToInt(LaneStatus::inFlight).sum(),
                ownedHere,
                running
                        ? lane.flatMap(LaneStatus::holdReason)
                                .or(() -> held.map(HoldView::reason))
                                .orElse(null)
                        : null,
                running
                        ? Optional.ofNullable(CampaignSummary.text(lane.flatMap(LaneStatus::heldUntil)))
                                .or(() -> held.map(HoldView::until))
                                .orElse(null)
                        : null);
    }

    /** What an operator may do now; the engine decides again when it is done. */
    private static List<String> actions(Campaign campaign) {
        var actions = new ArrayList<String>(
                switch (campaign.status()) {
                    case DRAFT -> List.of("launch", "schedule", "rate", "delete");
                    case SCHEDULED -> List.of("launch", "schedule", "rate", "cancel");
                    case PREPARING -> List.of("cancel");
                    case RUNNING -> List.of("pause", "rate", "cancel");
                    case PAUSED -> List.of("resume", "rate", "cancel");
                    case COMPLETED, CANCELLED -> List.of("delete");
                    case FAILED -> List.of("resume", "cancel", "delete");
                });
        boolean sends = campaign.status() != CampaignStatus.CANCELLED;
        if (sends && campaign.progress().in(DeliveryState.FAILED) > 0) {
            actions.add(actions.size() - 1, "retry");
        }
        boolean mayRepeat = campaign.settings().sendMode() != SendMode.AT_MOST_ONCE;
        if (sends && mayRepeat && campaign.progress().in(DeliveryState.UNKNOWN) > 0) {
            actions.add(actions.size() - 1, "resend-unknown");
        }
        return List.copyOf(actions);
    }
}
