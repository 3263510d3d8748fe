package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.WhatsAppException;
import dev.wakit.address.Recipient;
import dev.wakit.address.Region;
import dev.wakit.campaign.CampaignQuery;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.consent.ErasureReceipt;
import dev.wakit.campaign.consent.People;
import dev.wakit.campaign.store.AudienceRow;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.ErasedDeliveries;
import dev.wakit.campaign.store.ErasedWebhooks;
import dev.wakit.campaign.store.ErasureStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases people of one tenant. Thread-safe. */
final class PeopleService implements People {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleService.class);
    /** Campaigns that still have their captured audience. */
    private static final Set<CampaignStatus> NOT_PLANNED =
            Set.of(CampaignStatus.DRAFT, CampaignStatus.SCHEDULED, CampaignStatus.PREPARING);

    private static final int CAMPAIGNS = 100;
    private static final int ROWS = 1_000;
    private static final int DELIVERIES = 500;
    private static final int WEBHOOKS = 500;

    private final EngineCore engine;
    private final TenantId tenant;

    PeopleService(EngineCore engine, TenantId tenant) {
        this.engine = engine;
        this.tenant = tenant;
    }

    @Override
    public boolean isErased(Recipient person) {
        return !store().erased(tenant, person.keys()).isEmpty();
    }

    @Override
    public ErasureReceipt erase(Recipient person) {
        Instant now = engine.now();
        Set<String> keys = store().names(tenant, person.keys());
        int suppressions = store().remember(tenant, keys, now);
        // Before the deliveries: what a planner makes of these rows meanwhile is found among them.
        long rows = clearAudiences(keys);
        ErasedDeliveries deliveries = deleteDeliveries(keys);
        List<String> traces = Traces.of(keys);
        int statuses = store().deleteStatuses(tenant, traces);
        ErasedWebhooks webhooks = clearWebhooks(traces);
        // Last: what a webhook that was read meanwhile has told them is there now.
        long records = eraseElsewhere(keys);
        var receipt = new ErasureReceipt(
                now,
                deliveries.deliveries(),
                deliveries.pastAttempts(),
                deliveries.idempotencyKeys(),
                (long) deliveries.statuses() + statuses,
                rows,
                suppressions,
                webhooks.cleared(),
                records,
                deliveries.inFlight(),
                webhooks.waiting());
        LOG.info("A person was erased{}: {}", receipt.isComplete() ? "" : ", but not all of it yet", receipt);
        return receipt;
    }

    private long eraseElsewhere(Set<String> keys) {
        return engine.settings().personalRecords().stream()
                .mapToLong(holder -> holder.erase(tenant, keys))
                .sum();
    }

    private long clearAudiences(Set<String> keys) {
        long cleared = 0;
        var before = CampaignQuery.FIRST_PAGE;
        List<CampaignRow> page;
        do {
            page = engine.stores().campaigns().list(tenant, NOT_PLANNED, before, CAMPAIGNS);
            for (CampaignRow campaign : page) {
                cleared += clearAudience(campaign, keys);
                before = campaign.id();
            }
        } while (page.size() == CAMPAIGNS);
        return cleared;
    }

    private long clearAudience(CampaignRow campaign, Set<String> keys) {
        Optional<Region> region = engine.book().enter(campaign).settings().defaultRegion();
        // Once at least, also if the planner is through with the rows.
        long cleared = store().clearAudienceRows(tenant, campaign.id(), Set.of());
        long line = 0;
        List<AudienceRow> rows;
        do {
            rows = engine.stores().audiences().read(tenant, campaign.id(), line, ROWS);
            List<Long> lines = rows.stream()
                    .filter(row -> isOneOf(keys, row, region))
                    .map(AudienceRow::line)
                    .toList();
            if (!lines.isEmpty()) {
                cleared += store().clearAudienceRows(tenant, campaign.id(), lines);
            }
            line = rows.isEmpty() ? line : rows.get(rows.size() - 1).line();
        } while (rows.size() == ROWS);
        return cleared;
    }

    private static boolean isOneOf(Collection<String> keys, AudienceRow row, Optional<Region> region) {
        return isOneOf(keys, row.phone(), "", region) || isOneOf(keys, "", row.bsuid(), region);
    }

    private static boolean isOneOf(Collection<String> keys, String phone, String bsuid, Optional<Region> region) {
        try {
            return Planner.recipient(phone, bsuid, region)
                    .filter(person -> keys.contains(person.key()))
                    .isPresent();
        } catch (WhatsAppException | IllegalArgumentException isNoAddress) {
            return false;
        }
    }

    private ErasedDeliveries deleteDeliveries(Set<String> keys) {
        int deliveries = 0;
        int attempts = 0;
        int statuses = 0;
        int forgotten = 0;
        ErasedDeliveries step;
        do {
            step = store().deleteDeliveries(tenant, keys, DELIVERIES);
            deliveries += step.deliveries();
            attempts += step.pastAttempts();
            statuses += step.statuses();
            forgotten += step.idempotencyKeys();
        } while (step.deliveries() > 0);
        return new ErasedDeliveries(deliveries, attempts, statuses, forgotten, step.inFlight());
    }

    private ErasedWebhooks clearWebhooks(List<String> traces) {
        int seen = 0;
        int cleared = 0;
        int waiting = 0;
        long after = Long.MIN_VALUE;
        ErasedWebhooks page;
        do {
            page = store().clearWebhooks(tenant, traces, after, WEBHOOKS);
            after = page.lastId();
            seen += page.seen();
            cleared += page.cleared();
            waiting += page.waiting();
        } while (page.seen() == WEBHOOKS);
        return new ErasedWebhooks(seen, after, cleared, waiting);
    }

    private ErasureStore store() {
        return engine.stores().erasures();
    }
}
