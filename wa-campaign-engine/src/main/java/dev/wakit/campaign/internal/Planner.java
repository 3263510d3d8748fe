package dev.wakit.campaign.internal;

import dev.wakit.InvalidMessageException;
import dev.wakit.TenantId;
import dev.wakit.address.Bsuid;
import dev.wakit.address.InvalidPhoneNumberException;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.Region;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.content.MissingVariableException;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.pacing.FrequencyCap;
import dev.wakit.campaign.store.AudienceRow;
import dev.wakit.campaign.store.DeliveryStore;
import dev.wakit.campaign.store.PlanningClaim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns captured audiences into delivery rows, and goes on where a planner that died had got to. One thread.
 */
final class Planner {

    private static final Logger LOG = LoggerFactory.getLogger(Planner.class);
    private static final int BATCH = 1_000;
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
        TenantId tenant = claim.campaign().tenant();
        CampaignBook.Entry entry = engine.book().enter(claim.campaign());
        long line = claim.plannedLine();
        while (!engine.isStopping()) {
            List<AudienceRow> rows =
                    engine.stores().audiences().read(tenant, claim.campaign().id(), line, BATCH);
            if (rows.isEmpty()) {
                finish(claim);
                return;
            }
            line = rows.get(rows.size() - 1).line();
            if (!deliveries().plan(claim, deliveries(entry, rows), line, lease)) {
                LOG.info(
                        "Campaign {}: another worker plans it, or it was cancelled",
                        claim.campaign().id());
                return;
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

    private List<Delivery> deliveries(CampaignBook.Entry entry, List<AudienceRow> rows) {
        var drafts = new ArrayList<Delivery>(rows.size());
        var keys = new HashSet<String>();
        var names = new HashSet<String>();
        for (AudienceRow row : rows) {
            Delivery draft = draft(entry, row);
            drafts.add(draft);
            if (draft.state() == DeliveryState.PENDING) {
                draft.recipient().ifPresent(recipient -> {
                    keys.add(recipient.key());
                    names.addAll(recipient.keys());
                });
            }
        }
        TenantId tenant = entry.row().tenant();
        Set<String> taken =
                new HashSet<>(deliveries().planned(tenant, entry.row().id(), keys));
        Set<String> suppressed = engine.stores()
                .suppressions()
                .suppressed(tenant, names, entry.settings().isMarketing());
        List<FrequencyCap> caps = engine.settings().caps(entry.settings());
        Set<String> capped =
                caps.isEmpty() ? Set.of() : engine.stores().pacing().capped(tenant, keys, caps, engine.now());
        List<Delivery> settled = drafts.stream()
                .map(draft -> settle(draft, taken, suppressed, capped))
                .toList();
        return entry.settings().senders().isPresent()
                ? SenderChoice.of(engine, entry.row()).assign(settled)
                : settled;
    }

    /** Skips a row whose person has one already, opted out, or got enough messages lately. */
    private static Delivery settle(Delivery draft, Set<String> taken, Set<String> suppressed, Set<String> capped) {
        if (draft.state() != DeliveryState.PENDING) {
            return draft;
        }
        Recipient recipient = draft.recipient().orElseThrow();
        if (recipient.keys().stream().anyMatch(suppressed::contains)) {
            return draft.toBuilder().skipped(SkipReason.SUPPRESSED, null).build();
        }
        String key = recipient.key();
        if (!taken.add(key)) {
            return draft.toBuilder().skipped(SkipReason.DUPLICATE, null).build();
        }
        if (capped.contains(key)) {
            return draft.toBuilder().skipped(SkipReason.CAPPED, null).build();
        }
        return draft;
    }

    private Delivery draft(CampaignBook.Entry entry, AudienceRow row) {
        Delivery.Builder builder = Delivery.builder(
                        entry.row().tenant(),
                        engine.ids().delivery(),
                        entry.row().id())
                .line(row.line())
                .name(row.name().isEmpty() ? null : row.name())
                .rawAddress(row.phone().isEmpty() ? null : row.phone());
        if (row.error().equals(AudienceRow.ERASED)) {
            return builder.skipped(SkipReason.ERASED, null).build();
        }
        if (!row.error().isEmpty()) {
            return builder.skipped(SkipReason.UNREADABLE_ROW, row.error()).build();
        }
        try {
            Optional<Recipient> recipient =
                    recipient(row.phone(), row.bsuid(), entry.settings().defaultRegion());
            if (recipient.isEmpty()) {
                return builder.skipped(SkipReason.NO_ADDRESS, null).build();
            }
            builder.recipient(recipient.get())
                    .rawAddress(null)
                    .category(entry.settings().category())
                    .zone(zone(entry, row, recipient.get()));
        } catch (InvalidPhoneNumberException e) {
            return builder.skipped(SkipReason.INVALID_NUMBER, shorten(e.getMessage()))
                    .build();
        }
        Map<String, String> values = values(entry, row);
        builder.variables(values);
        try {
            // Over every provider: it may be moved from one to another.
            Map<String, String> all = withName(values, row.name());
            entry.renderers().over(entry.providers()).forEach(renderer -> renderer.render(all));
            return builder.build();
        } catch (MissingVariableException e) {
            return builder.skipped(SkipReason.MISSING_VARIABLE, e.variable()).build();
        } catch (InvalidMessageException e) {
            return builder.skipped(SkipReason.INVALID_CONTENT, shorten(e.getMessage()))
                    .build();
        }
    }

    private String zone(CampaignBook.Entry entry, AudienceRow row, Recipient recipient) {
        return entry.settings()
                .pacing()
                .window()
                .map(window -> WindowGate.zoneFor(window, AudienceCapture.zone(row), recipient.phone(), engine.now()))
                .orElse("");
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

    /** Only the values that the content uses are kept: what is not needed is not stored. */
    private static Map<String, String> values(CampaignBook.Entry entry, AudienceRow row) {
        var values = new HashMap<String, String>();
        for (String variable : entry.contents().variables()) {
            String value = row.variables().get(variable);
            if (value != null) {
                values.put(variable, value);
            }
        }
        return values;
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
