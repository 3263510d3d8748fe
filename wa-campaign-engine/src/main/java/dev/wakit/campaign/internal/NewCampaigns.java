package dev.wakit.campaign.internal;

import static dev.wakit.campaign.CampaignStatus.DRAFT;
import static dev.wakit.campaign.CampaignStatus.SCHEDULED;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.InvalidCampaignException;
import dev.wakit.campaign.InvalidCampaignException.Problem;
import dev.wakit.campaign.audience.AudienceSummary;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.pacing.Pacing;
import dev.wakit.campaign.pacing.PriceList;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.template.TemplateCategory;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Makes campaigns of what hosts ask for, and refuses what could not be sent so. Thread-safe. */
final class NewCampaigns {

    private static final int MAX_NAME = 200;

    private final EngineCore engine;
    private final TenantId tenant;

    NewCampaigns(EngineCore engine, TenantId tenant) {
        this.engine = engine;
        this.tenant = tenant;
    }

    /** Captures the audience and adds the campaign, or refuses what could not be sent as it is asked. */
    CampaignId create(CampaignSpec spec) {
        checkName(spec.name());
        checkPrintable(spec.name());
        Instant now = engine.now();
        checkTimes(spec, now);
        checkSpend(engine, spec.pacing());
        SpecSenders senders = SpecSenders.of(engine, tenant, spec, now);
        CampaignId id = engine.ids().campaign();
        AudienceSummary audience = new AudienceCapture(engine).capture(tenant, id, spec.audience(), senders.contents());
        CampaignSettings settings = settings(engine, spec, senders.category(), audience);
        senders.lanes().forEach(engine.stores().lanes()::ensure);
        var row = new CampaignRow(
                tenant,
                id,
                spec.name().strip(),
                spec.startAt().isPresent() ? SCHEDULED : DRAFT,
                "",
                senders.first(),
                engine.codec().write(senders.contents()),
                engine.codec().write(settings),
                now,
                spec.startAt().orElse(Instant.EPOCH),
                Instant.EPOCH,
                Instant.EPOCH);
        engine.stores().campaigns().insert(row, senders.members());
        return id;
    }

    static CampaignSettings settings(
            EngineCore engine, CampaignSpec spec, Optional<TemplateCategory> category, AudienceSummary audience) {
        return CampaignSettings.builder(
                        spec.category().or(() -> category).orElse(TemplateCategory.UNKNOWN),
                        spec.retry().orElse(engine.settings().retry()),
                        audience)
                .rate(spec.rate().orElse(null))
                .sendBy(spec.sendBy().orElse(null))
                .defaultRegion(spec.defaultRegion().orElse(null))
                .guards(spec.guards())
                .sendMode(spec.sendMode().orElse(SendMode.RECONCILE_HOLD))
                .evidenceGrace(spec.evidenceGrace().orElse(null))
                .pacing(spec.pacing())
                .senders(spec.senders().orElse(null))
                .build();
    }

    static void checkName(String name) {
        if (name.isBlank() || name.strip().length() > MAX_NAME) {
            throw new InvalidCampaignException(
                    Problem.NAME,
                    "A campaign's name has 1 to 200 characters; this one has "
                            + name.strip().length() + ".");
        }
    }

    static void checkPrintable(String name) {
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidCampaignException(
                    Problem.NAME, "The campaign's name holds a line break or another control character. Remove it.");
        }
    }

    private static void checkTimes(CampaignSpec spec, Instant now) {
        spec.startAt().ifPresent(at -> checkFuture("start", at, now));
        spec.sendBy().ifPresent(at -> checkFuture("send-by", at, now));
        if (spec.startAt().isPresent()
                && spec.sendBy().isPresent()
                && !spec.sendBy().get().isAfter(spec.startAt().get())) {
            throw new InvalidCampaignException(
                    Problem.TIME_IN_THE_PAST,
                    "The send-by time " + spec.sendBy().get() + " is not after the start "
                            + spec.startAt().get() + ". Choose a later send-by time.");
        }
    }

    static void checkSpend(EngineCore engine, Pacing pacing) {
        pacing.spendBudget().ifPresent(budget -> {
            String known = engine.settings().prices().map(PriceList::currency).orElse("none");
            if (!known.equals(budget.currency())) {
                throw new InvalidCampaignException(
                        Problem.PRICES,
                        "The spend budget is in " + budget.currency() + "; the engine's price list is in " + known
                                + ". Build the engine with prices in " + budget.currency() + ".");
            }
        });
    }

    static void checkFuture(String what, Instant at, Instant now) {
        if (!at.isAfter(now)) {
            throw new InvalidCampaignException(
                    Problem.TIME_IN_THE_PAST,
                    "The " + what + " time " + at + " is in the past; it is " + now + " now. Choose a later time"
                            + (what.equals("start") ? ", or launch the campaign at once." : "."));
        }
    }

    static WhatsAppProvider provider(EngineCore engine, CampaignSpec spec) {
        Map<ProviderId, WhatsAppProvider> providers = engine.settings().providers();
        if (spec.provider().isEmpty() && providers.size() > 1) {
            throw new InvalidCampaignException(
                    Problem.UNKNOWN_PROVIDER,
                    "The engine has several providers, " + providers.keySet() + ". Say which one sends the campaign.");
        }
        ProviderId wanted =
                spec.provider().orElseGet(() -> providers.keySet().iterator().next());
        return provider(engine, wanted);
    }

    static WhatsAppProvider provider(EngineCore engine, ProviderId wanted) {
        Map<ProviderId, WhatsAppProvider> providers = engine.settings().providers();
        WhatsAppProvider provider = providers.get(wanted);
        if (provider == null) {
            throw new InvalidCampaignException(
                    Problem.UNKNOWN_PROVIDER,
                    "The engine has no provider '" + wanted + "'. It has " + providers.keySet() + ".");
        }
        return provider;
    }
}
