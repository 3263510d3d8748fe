package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.Region;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.store.DeliveryStore;
import dev.wakit.campaign.store.PlanningClaim;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns captured audiences into delivery rows, and goes on where a planner that died had got to. One thread.
 */
final class Planner {

    private static final Logger LOG = LoggerFactory.getLogger(Planner.class);
    private static final int BATCH = 2_500;
    private static final int MAX_DETAIL = 300;

    private final EngineCore engine;
    private final Duration lease;

    Planner(EngineCore engine, Duration lease) {
        this.engine = engine;
        this.lease = lease;
    }

    /** Plans one campaign if one waits. Returns whether it did. */
    boolean planNext() {
        Optional<PlanningClaim> claim = engine.stores().campaigns().claimPlanning(engine.worker(), lease);
        claim.ifPresent(this::plan);
        return claim.isPresent();
    }

    private void plan(PlanningClaim claim) {
        CampaignBook.Entry entry = engine.book().enter(claim.campaign());
        long line = claim.plannedLine();
        try (var pages = new DraftPages(engine, entry, line, BATCH)) {
            while (!engine.isStopping()) {
                DraftPages.Page page = pages.next();
                if (page.deliveries().isEmpty()) {
                    finish(claim);
                    return;
                }
                line = page.lastLine();
                if (!deliveries().plan(claim, page.deliveries(), line, lease)) {
                    LOG.info(
                            "Campaign {}: another worker plans it, or it was cancelled",
                            claim.campaign().id());
                    return;
                }
            }
        }
        // An orderly end leaves no claim behind: the next planner need not wait for its lease.
        deliveries().plan(claim, List.of(), line, Duration.ZERO);
    }

    private void finish(PlanningClaim claim) {
        TenantId tenant = claim.campaign().tenant();
        Map<String, Long> counters = engine.stores()
                .campaigns()
                .counters(tenant, List.of(claim.campaign().id()))
                .getOrDefault(claim.campaign().id(), Map.of());
        boolean nobody = dev.wakit.campaign.CampaignProgress.of(counters).in(DeliveryState.PENDING) == 0;
        CampaignStatus to = nobody ? CampaignStatus.COMPLETED : CampaignStatus.RUNNING;
        String reason = nobody ? "Every recipient was skipped." : "";
        if (deliveries().finishPlanning(claim, to, reason, engine.now())) {
            engine.notifier()
                    .tell(new CampaignEvent.StatusChanged(
                            tenant, claim.campaign().id(), to, reason));
            engine.wakeLanes();
        }
    }

    /** The person of a row; absent if it has no address. */
    static Optional<Recipient> recipient(String phone, String bsuid, Optional<Region> defaultRegion) {
        Optional<PhoneNumber> number = phone.isBlank()
                ? Optional.empty()
                : Optional.of(defaultRegion
                        .map(region -> PhoneNumber.parse(phone, region))
                        .orElseGet(() -> PhoneNumber.parse(phone)));
        Optional<Bsuid> id = bsuid.isBlank() ? Optional.empty() : Optional.of(new Bsuid(bsuid));
        if (number.isPresent() && id.isPresent()) {
            return Optional.of(Recipient.of(number.get(), id.get()));
        }
        return number.map(Recipient::of).or(() -> id.map(Recipient::of));
    }

    static Map<String, String> withName(Map<String, String> values, String name) {
        if (name.isEmpty() || values.containsKey(AudienceCapture.NAME_VARIABLE)) {
            return values;
        }
        var all = new HashMap<>(values);
        all.put(AudienceCapture.NAME_VARIABLE, name);
        return all;
    }

    static String shorten(@org.jspecify.annotations.Nullable String text) {
        String words = text == null ? "" : text;
        return words.length() <= MAX_DETAIL ? words : words.substring(0, MAX_DETAIL);
    }

    private DeliveryStore deliveries() {
        return engine.stores().deliveries();
    }
}
