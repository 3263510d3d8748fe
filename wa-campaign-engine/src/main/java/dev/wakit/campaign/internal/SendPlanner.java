package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.PortfolioBudget;
import dev.wakit.campaign.pacing.RampUp;
import dev.wakit.campaign.pacing.SendPlan;
import dev.wakit.campaign.pacing.SendWindow;
import dev.wakit.campaign.store.LaneDays;
import dev.wakit.rate.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Splits a campaign over days by the limits that are known. Thread-safe. */
final class SendPlanner {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final int MAX_DAYS = 366;

    private final EngineCore engine;

    SendPlanner(EngineCore engine) {
        this.engine = engine;
    }

    SendPlan plan(CampaignBook.Entry entry, long messages) {
        Instant now = engine.now();
        Pool pool = engine.pools().of(entry.row());
        List<Sender> senders = (pool.in().isEmpty() ? pool.members() : pool.in())
                .stream().map(member -> sender(entry, member.lane(), now)).toList();
        double rate = entry.settings().rate().map(RateLimit::messagesPerSecond).orElse(Double.MAX_VALUE);
        var planned = new ArrayList<SendPlan.Day>();
        long left = messages;
        for (int day = 0; day < MAX_DAYS && left > 0; day++) {
            Instant from = now.plus(DAY.multipliedBy(day));
            SendPlan.Day most = most(senders, rate, openSeconds(entry.settings(), from), day, from);
            long some = Math.min(left, most.messages());
            planned.add(new SendPlan.Day(from, some, most.limitedBy()));
            left -= some;
        }
        return new SendPlan(messages, planned, left);
    }

    /** What limits one lane. */
    private record Sender(
            double rate, Optional<PortfolioBudget> portfolio, Optional<RampUp> rampUp, Optional<LaneDays> days) {

        /** What its ramp-up lets through on a day, counted from today. */
        long rampedUp(int day) {
            if (rampUp.isEmpty()) {
                return Long.MAX_VALUE;
            }
            LaneDays past = days.orElseThrow();
            return Math.max(0, rampUp.get().max(past.daysBefore() + 1 + day) - (day == 0 ? past.sentToday() : 0));
        }
    }

    private Sender sender(CampaignBook.Entry entry, LaneKey lane, Instant now) {
        boolean initiates = entry.contents().of(lane.provider()) instanceof TemplateContent;
        Optional<RampUp> rampUp = engine.settings().rampUp(lane.sender()).filter(any -> initiates);
        double rate = engine.provider(lane.provider())
                        .map(provider -> provider.capabilities().throughput().messagesPerSecond())
                        .orElse(Double.MAX_VALUE)
                * (1 - engine.settings().inboundReserve());
        return new Sender(
                rate,
                engine.settings().portfolio(lane.sender()).filter(any -> initiates),
                rampUp,
                rampUp.map(it -> engine.stores()
                        .pacing()
                        .days(lane, now.atOffset(ZoneOffset.UTC).toLocalDate())));
    }

    /** The most of a day, and what limits it last. Each sender keeps to its own limits, and those of a portfolio share its one. */
    private static SendPlan.Day most(List<Sender> senders, double rate, double openSeconds, int day, Instant from) {
        HoldLayer limitedBy = HoldLayer.THROUGHPUT;
        Map<Optional<PortfolioBudget>, Long> byPortfolio = new LinkedHashMap<>();
        for (Sender sender : senders) {
            long most = (long) Math.max(0, Math.min(rate, sender.rate()) * openSeconds);
            if (sender.rampedUp(day) < most) {
                most = sender.rampedUp(day);
                limitedBy = HoldLayer.RAMP_UP;
            }
            byPortfolio.merge(sender.portfolio(), most, SendPlanner::sum);
        }
        long all = 0;
        for (Map.Entry<Optional<PortfolioBudget>, Long> some : byPortfolio.entrySet()) {
            // Whoever was written to before frees a place within 24 hours, so that each day has as many as the limit.
            long allowed = some.getKey().map(it -> (long) it.limit()).orElse(Long.MAX_VALUE);
            if (allowed < some.getValue()) {
                limitedBy = HoldLayer.PORTFOLIO;
            }
            all = sum(all, Math.min(allowed, some.getValue()));
        }
        long together = (long) Math.max(0, rate * openSeconds);
        return together < all
                ? new SendPlan.Day(from, together, HoldLayer.THROUGHPUT)
                : new SendPlan.Day(from, all, limitedBy);
    }

    /** A lane whose limits are unknown has none. */
    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    /** For how long the window is open in these 24 hours, where its own zone counts. */
    private static double openSeconds(CampaignSettings settings, Instant from) {
        Optional<SendWindow> window = settings.pacing().window();
        if (window.isEmpty()) {
            return DAY.toSeconds();
        }
        long open = 0;
        for (Instant at = from; at.isBefore(from.plus(DAY)); at = at.plus(STEP)) {
            if (window.get().isOpen(List.of(), at)) {
                open += STEP.toSeconds();
            }
        }
        return open;
    }
}
