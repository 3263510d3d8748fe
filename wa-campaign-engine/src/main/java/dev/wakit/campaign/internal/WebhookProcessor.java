package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.store.InboxEntry;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WhatsAppProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns stored webhook bodies into changes: statuses of many bodies in one transaction, and when that fails one by one, so that a
 * poison event stops nobody else. One thread.
 */
final class WebhookProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookProcessor.class);
    /** Bodies at a time; each may have 4 MiB. */
    private static final int CLAIM = 32;

    private static final int MAX_TRIES = 5;
    private static final Duration SHORTEST_HIDE = Duration.ofSeconds(10);

    private final EngineCore engine;
    private final Replies replies;
    private final Orphans orphans;
    private final ErasedInWebhooks erased;
    /** Whether the database failed after a claim: what was claimed may still be hidden under this worker's name. */
    private boolean claimsAreOpen;

    WebhookProcessor(EngineCore engine) {
        this.engine = engine;
        this.replies = new Replies(engine, StopWords.shipped());
        this.orphans = new Orphans(engine);
        this.erased = new ErasedInWebhooks(engine);
    }

    /** Processes waiting bodies, and kept statuses whose message is known by now. Returns whether there were any. */
    boolean processSome() {
        boolean any = processBodies();
        return orphans.mergeMatched() || any;
    }

    /** Looks after statuses that were kept; now and then. */
    void recheckOrphans() {
        orphans.recheck();
    }

    private boolean processBodies() {
        if (claimsAreOpen) {
            int count = engine.stores().inbox().giveBack(engine.worker(), engine.now());
            claimsAreOpen = false;
            LOG.warn("The database is back: {} webhooks are processed again, and no try is counted", count);
        }
        try {
            return processNext();
        } catch (StoreException e) {
            claimsAreOpen = true;
            throw e;
        }
    }

    private boolean processNext() {
        List<InboxEntry> claimed = engine.stores()
                .inbox()
                .claim(engine.worker(), engine.settings().providers().keySet(), CLAIM, engine.now(), hideFor());
        if (claimed.isEmpty()) {
            return false;
        }
        List<InboxEntry> entries = withoutKillers(claimed);
        try {
            process(entries);
            settle(entries);
            engine.tally().processed(entries.size());
        } catch (RuntimeException | StackOverflowError | LinkageError together) {
            throwIfDatabaseIsGone(together);
            LOG.warn("A batch of {} webhooks failed and is processed one by one", entries.size(), together);
            entries.forEach(this::alone);
        }
        return true;
    }

    /** Bodies are kept for a while, but for those that would bring back somebody who was erased. */
    private void settle(List<InboxEntry> entries) {
        Set<Long> cleared = erased.among(entries);
        if (!cleared.isEmpty()) {
            engine.stores().erasures().settleCleared(cleared, engine.now());
        }
        engine.stores()
                .inbox()
                .done(
                        entries.stream()
                                .map(InboxEntry::id)
                                .filter(id -> !cleared.contains(id))
                                .toList(),
                        engine.now());
    }

    /** A worker that lives settles a batch in far less; the webhooks of one that was killed wait no longer than its lanes. */
    private Duration hideFor() {
        Duration lease = engine.settings().lease();
        return lease.compareTo(SHORTEST_HIDE) > 0 ? lease : SHORTEST_HIDE;
    }

    /** A claim that was never settled counts as a try: a body that ends the JVM each time is set aside before it does so again. */
    private List<InboxEntry> withoutKillers(List<InboxEntry> claimed) {
        var entries = new ArrayList<InboxEntry>(claimed.size());
        for (InboxEntry entry : claimed) {
            if (entry.tries() >= MAX_TRIES) {
                LOG.error("Webhook {} is set aside: {} claims of it were never settled", entry.id(), entry.tries());
                engine.stores().inbox().park(entry.id(), "never settled");
            } else {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** Applies what can be applied of a body, event by event if need be; what is left is tried again with the body. */
    private void alone(InboxEntry entry) {
        try {
            int poison = processWhatCan(entry);
            if (poison == 0) {
                settle(List.of(entry));
                engine.tally().processed(1);
            } else {
                failed(entry, poison + " of its events could not be processed");
            }
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            throwIfDatabaseIsGone(e);
            LOG.warn("Webhook {} failed", entry.id(), e);
            failed(entry, e.getClass().getSimpleName());
        }
    }

    /** What the database's absence breaks is no failure of the body. */
    private void throwIfDatabaseIsGone(Throwable e) {
        if (e instanceof StoreException gone && !engine.isDatabaseUp()) {
            throw gone;
        }
    }

    private void failed(InboxEntry entry, String why) {
        int tries = entry.tries() + 1;
        if (tries >= MAX_TRIES) {
            LOG.error("Webhook {} is set aside after {} tries: {}", entry.id(), tries, why);
            engine.stores().inbox().park(entry.id(), why);
        } else {
            LOG.warn("Webhook {} is tried again: {}", entry.id(), why);
            engine.stores().inbox().retry(entry.id(), engine.now().plusSeconds(1L << tries), why);
        }
    }

    private void process(List<InboxEntry> entries) {
        Map<String, Parsed> byTenant = new TreeMap<>();
        for (InboxEntry entry : entries) {
            parse(entry, byTenant.computeIfAbsent(entry.tenant().value(), t -> new Parsed(entry.tenant())));
        }
        for (Parsed parsed : byTenant.values()) {
            parsed.statuses.apply();
            parsed.others.forEach(other -> handle(parsed.tenant, other));
        }
    }

    private int processWhatCan(InboxEntry entry) {
        var parsed = new Parsed(entry.tenant());
        parse(entry, parsed);
        int poison = parsed.statuses.applyWhatCan();
        for (Other other : parsed.others) {
            try {
                handle(parsed.tenant, other);
            } catch (RuntimeException e) {
                throwIfDatabaseIsGone(e);
                LOG.error(
                        "An event {} could not be processed",
                        other.event().getClass().getSimpleName(),
                        e);
                poison++;
            }
        }
        return poison;
    }

    /** The engine first: no failure of a host's code may delay an opt-out. */
    private void handle(TenantId tenant, Other other) {
        replies.handle(tenant, other.provider(), other.event());
        engine.notifier().handOver(tenant, other.event());
    }

    private void parse(InboxEntry entry, Parsed parsed) {
        WhatsAppProvider provider = engine.provider(entry.provider())
                .orElseThrow(() -> new IllegalStateException("This engine has no provider '" + entry.provider() + "'"));
        for (InboundEvent event : provider.webhooks().parse(entry.request())) {
            if (event instanceof StatusChanged status) {
                parsed.statuses.add(entry.provider(), status, provider.errors());
            } else {
                parsed.others.add(new Other(entry.provider(), event));
            }
        }
    }

    private record Other(ProviderId provider, InboundEvent event) {}

    /** The events of one tenant. */
    private final class Parsed {

        private final TenantId tenant;
        private final StatusBatch statuses;
        private final List<Other> others = new ArrayList<>();

        Parsed(TenantId tenant) {
            this.tenant = tenant;
            this.statuses = new StatusBatch(engine, tenant);
        }
    }
}
