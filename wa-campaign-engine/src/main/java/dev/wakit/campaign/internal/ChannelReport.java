package dev.wakit.campaign.internal;

import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.LaneRow;
import dev.wakit.campaign.store.UncertainGroup;
import dev.wakit.campaign.store.UncertainQuery;
import dev.wakit.campaign.webhook.WebhookChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says which lanes have deliveries that wait because their webhooks are not proven to work. Thread-safe. */
final class ChannelReport {

    private static final int MAX_GROUPS = 1_000;

    private final EngineCore engine;

    ChannelReport(EngineCore engine) {
        this.engine = engine;
    }

    List<WebhookChannel> channels() {
        Instant now = engine.now();
        List<UncertainGroup> groups = engine.stores().deliveries().uncertainGroups(MAX_GROUPS);
        return engine.stores().lanes().all().stream()
                .map(LaneRow::lane)
                .map(lane -> new WebhookChannel(
                        lane, engine.stores().lanes().latestStatus(lane), notProvenSince(lane, groups, now)))
                .toList();
    }

    private Optional<Instant> notProvenSince(LaneKey lane, List<UncertainGroup> groups, Instant now) {
        return groups.stream()
                .filter(group -> group.lane().equals(lane))
                .flatMap(group -> overdue(group, now).stream())
                .min(Instant::compareTo);
    }

    /** The oldest delivery whose time is over and whose absence does not count. */
    private Optional<Instant> overdue(UncertainGroup group, Instant now) {
        Optional<CampaignRow> row =
                engine.stores().campaigns().find(group.lane().tenant(), group.campaign());
        if (row.isEmpty()) {
            return Optional.empty();
        }
        CampaignBook.Entry entry = engine.book().enter(row.get());
        Instant graceOver = now.minus(engine.uncertainJudge().grace(entry.settings()));
        if (group.oldest().isAfter(graceOver)) {
            return Optional.empty();
        }
        ChannelProof.Window window =
                engine.channelProof().window(group.lane(), entry.settings().sendMode(), now);
        return engine.stores().deliveries().uncertain(UncertainQuery.since(group, graceOver, 1)).stream()
                .filter(delivery -> !window.holds(delivery.intentAt().orElse(now)))
                .flatMap(delivery -> delivery.uncertainAt().stream())
                .findFirst();
    }
}
