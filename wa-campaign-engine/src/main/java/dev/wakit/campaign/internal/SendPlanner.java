package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.campaign.pacing.PortfolioBudget;
import dev.wakit.campaign.pacing.RampUp;
import dev.wakit.campaign.pacing.SendPlan;
import dev.wakit.campaign.pacing.SendWindow;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.LaneDays;
import dev.wakit.rate.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
        CampaignRow row = entry.row();
        boolean initiates = entry.content() instanceof TemplateContent;
        Optional<PortfolioBudget> portfolio =
                engine.settings().portfolio(row.lane().sender()).filter(any -> initiates);
        Optional<RampUp> rampUp = engine.settings().rampUp(row.lane().sender()).filter(any -> initiates);
        Optional<LaneDays> days = rampUp.map(it -> engine.stores()
                .pacing()
                .days(row.lane(), now.atOffset(ZoneOffset.UTC).toLocalDate()));
        double rate = rate(entry);
        var planned = new ArrayList<SendPlan.Day>();
        long left = messages;
        for (int day = 0; day < MAX_DAYS && left > 0; day++) {
            Instant from = now.plus(DAY.multipliedBy(day));
            long most = (long) Math.max(0, rate * openSeconds(entry.settings(), from));
            HoldLayer limitedBy = HoldLayer.THROUGHPUT;
            if (rampUp.isPresent()) {
                long sent = day == 0 ? days.orElseThrow().sentToday() : 0;
                long allowed = rampUp.get().max(days.orElseThrow().daysBefore() + 1 + day) - sent;
                if (allowed < most) {
                    most = Math.max(0, allowed);
                    limitedBy = HoldLayer.RAMP_UP;
                }
            }
            if (portfolio.isPresent()) {
                // Whoever was written to before frees a place within 24 hours, so that each day has as many as the
                // limit.
                long allowed = portfolio.get().limit();
                if (allowed < most) {
                    most = allowed;
                    limitedBy = HoldLayer.PORTFOLIO;
                }
            }
            long some = Math.min(left, most);
            planned.add(new SendPlan.Day(from, some, limitedBy));
            left -= some;
        }
        return new SendPlan(messages, planned, left);
    }

    private double rate(CampaignBook.Entry entry) {
        double lane = engine.provider(entry.row().lane().provider())
                        .map(provider -> provider.capabilities().throughput().messagesPerSecond())
                        .orElse(Double.MAX_VALUE)
                * (1 - engine.settings().inboundReserve());
        return Math.min(
                lane, entry.settings().rate().map(RateLimit::messagesPerSecond).orElse(Double.MAX_VALUE));
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
