package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.CampaignQuery;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.guard.Guards;
import dev.wakit.campaign.guard.Settled;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.inbound.AccountChanged;
import dev.wakit.inbound.ErrorReported;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.SenderStandingChanged;
import dev.wakit.inbound.SenderStandingChanged.Change;
import dev.wakit.inbound.TemplateCategoryChanged;
import dev.wakit.inbound.TemplateStatusChanged;
import dev.wakit.provider.ProviderId;
import dev.wakit.template.TemplateStatus;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Watches running campaigns: their share of failures, their template, their sender. Thread-safe. */
final class GuardKeeper {

    private static final Set<TemplateStatus> BACK = Set.of(TemplateStatus.APPROVED, TemplateStatus.REINSTATED);
    /** Warnings and words that we do not know do not stop anybody. */
    private static final Set<TemplateStatus> STILL_SENDABLE =
            Set.of(TemplateStatus.FLAGGED, TemplateStatus.UNKNOWN, TemplateStatus.UNARCHIVED, TemplateStatus.IN_APPEAL);

    private static final int PAGE = 1_000;

    private final EngineCore engine;
    private final AccountGuard account;
    private final CategoryGuard category;

    GuardKeeper(EngineCore engine) {
        this.engine = engine;
        this.account = new AccountGuard(engine, this);
        this.category = new CategoryGuard(engine, this);
    }

    /** Looks at the failures of what runs on these lanes. */
    void look(Collection<LaneKey> lanes) {
        for (LaneKey lane : lanes) {
            List<CampaignRow> guarded = engine.stores().campaigns().running(lane).stream()
                    .filter(row -> settings(row).guards().maxFailureShare() < 1)
                    .toList();
            if (!guarded.isEmpty()) {
                Map<CampaignId, Map<String, Long>> counters = engine.stores()
                        .campaigns()
                        .counters(
                                lane.tenant(),
                                guarded.stream().map(CampaignRow::id).toList());
                guarded.forEach(row -> checkFailures(row, counters.getOrDefault(row.id(), Map.of())));
            }
        }
    }

    private void checkFailures(CampaignRow row, Map<String, Long> counters) {
        CampaignSettings settings = settings(row);
        Guards guards = settings.guards();
        Settled now = settled(counters);
        Settled begin = now.least(settings.forgiven());
        if (!begin.equals(settings.forgiven())) {
            new SettingsChange(engine)
                    .make(
                            row.tenant(),
                            row.id(),
                            latest -> latest.toBuilder()
                                    .forgiven(begin.least(latest.forgiven()))
                                    .build());
        }
        Settled settled = now.minus(begin);
        if (settled.messages() < guards.minMessages()
                || settled.failed() <= guards.maxFailureShare() * settled.messages()) {
            return;
        }
        String reason = String.format(
                Locale.ROOT,
                "%d of %d messages failed, more than the campaign's limit of %.1f %%. Look at the errors, then resume it.",
                settled.failed(),
                settled.messages(),
                guards.maxFailureShare() * 100);
        if (guards.onFailureShare() == Guards.Action.FAIL) {
            engine.stops().fail(row.tenant(), row.id(), reason);
        } else {
            engine.stops().pause(row.tenant(), row.id(), reason);
        }
    }

    /** A resumed campaign begins to count anew: what made it pause was looked at. */
    CampaignSettings forgive(CampaignSettings settings, Map<String, Long> counters) {
        return settings.toBuilder().forgiven(settled(counters)).build();
    }

    /** Reacts to what the BSP says about a template, a number or the account, wherever its account sends. */
    void heard(TenantId tenant, ProviderId receiver, InboundEvent event) {
        if (!engine.news().isFresh(event)
                || !stopsOrLifts(event)
                || engine.news().isRepeat(tenant, event)) {
            return;
        }
        for (ProviderId provider : engine.news().concerned(receiver, event)) {
            if (event instanceof TemplateStatusChanged template) {
                heard(tenant, provider, template);
            } else if (event instanceof SenderStandingChanged standing) {
                heard(tenant, provider, standing);
            } else if (event instanceof TemplateCategoryChanged changed) {
                category.heard(tenant, provider, changed);
            } else {
                account.heard(tenant, provider, event);
            }
        }
    }

    private static boolean stopsOrLifts(InboundEvent event) {
        return event instanceof TemplateStatusChanged
                || event instanceof SenderStandingChanged
                || event instanceof TemplateCategoryChanged
                || event instanceof AccountChanged
                || event instanceof ErrorReported;
    }

    private void heard(TenantId tenant, ProviderId provider, TemplateStatusChanged event) {
        boolean isBack = BACK.contains(event.status());
        List<String> template = List.of(event.name().value(), event.language().value());
        if ((!isBack && STILL_SENDABLE.contains(event.status()))
                || !engine.news().isLatest(tenant, provider, event, "template", template.get(0), template.get(1))) {
            return;
        }
        String prefix = "Template '" + event.name() + "' (" + event.language() + ") is ";
        Predicate<CampaignRow> concerned = row ->
                engine.stops().template(row, provider).filter(template::equals).isPresent();
        if (isBack) {
            resume(tenant, provider, concerned, prefix);
        } else {
            String why = event.reason().isEmpty() ? "." : ": " + event.reason();
            pause(
                    tenant,
                    provider,
                    row -> concerned.test(row) && settings(row).guards().pauseOnTemplate(),
                    prefix + event.status() + why);
        }
    }

    /** The number is named as it is displayed, which no lane knows: every lane of the account is concerned. */
    private void heard(TenantId tenant, ProviderId provider, SenderStandingChanged event) {
        boolean isBetter = event.change() == Change.UNFLAGGED || event.change() == Change.UPGRADE;
        boolean isWorse = event.change() == Change.FLAGGED || event.change() == Change.DOWNGRADE;
        if ((!isBetter && !isWorse)
                || !engine.news().isLatest(tenant, provider, event, "number", event.displayNumber())) {
            return;
        }
        String prefix = "Number +" + event.displayNumber() + " is ";
        if (isBetter) {
            resume(tenant, provider, row -> true, prefix);
        } else {
            pause(
                    tenant,
                    provider,
                    row -> settings(row).guards().pauseOnSender(),
                    prefix + event.change()
                            + " for low quality. Look at it in the BSP's console, then resume the campaign.");
        }
    }

    void pause(TenantId tenant, ProviderId provider, Predicate<CampaignRow> concerned, String reason) {
        pause(tenant, provider, lane -> true, concerned, reason);
    }

    /** Pauses what runs over these lanes of a provider. */
    void pause(
            TenantId tenant,
            ProviderId provider,
            Predicate<LaneKey> lanes,
            Predicate<CampaignRow> concerned,
            String reason) {
        engine.stops().running(provider, lane -> lane.tenant().equals(tenant) && lanes.test(lane)).stream()
                .filter(concerned)
                .forEach(row -> engine.stops()
                        .pauseOver(row, lane -> lane.provider().equals(provider) && lanes.test(lane), reason));
    }

    /** Only what was stopped for this: an operator's pause stays. A sender may have left the pool of a campaign that runs. */
    void resume(TenantId tenant, ProviderId provider, Predicate<CampaignRow> concerned, String prefix) {
        List<CampaignRow> paused =
                engine.stores().campaigns().list(tenant, Set.of(CampaignStatus.PAUSED), CampaignQuery.FIRST_PAGE, PAGE);
        Stream.concat(
                        paused.stream(),
                        engine.stops().running(provider, lane -> lane.tenant().equals(tenant)).stream())
                .filter(row -> engine.book().enter(row).providers().contains(provider) && concerned.test(row))
                .forEach(row -> engine.stops().lift(row, lane -> lane.provider().equals(provider), prefix));
    }

    CampaignSettings settings(CampaignRow row) {
        return engine.book().enter(row).settings();
    }

    private static Settled settled(Map<String, Long> counters) {
        CampaignProgress progress = CampaignProgress.of(counters);
        long failed = progress.in(DeliveryState.FAILED);
        long positive = 0;
        for (DeliveryState state : DeliveryState.values()) {
            positive += state.isPositive() ? progress.in(state) : 0;
        }
        return new Settled(failed, failed + positive);
    }
}
