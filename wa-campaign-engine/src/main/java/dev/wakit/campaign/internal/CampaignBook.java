package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.content.CampaignContent;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.CampaignStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Campaigns with their content and settings made ready, read again when they are older than a second. Thread-safe.
 */
final class CampaignBook {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int MAX_ENTRIES = 10_000;

    private final CampaignStore store;
    private final SpecCodec codec;
    private final LongSupplier nanos;
    private final Map<Key, Page> pages = new ConcurrentHashMap<>();

    CampaignBook(CampaignStore store, SpecCodec codec, LongSupplier nanos) {
        this.store = store;
        this.codec = codec;
        this.nanos = nanos;
    }

    /** A campaign made ready. */
    record Entry(CampaignRow row, CampaignContent content, CampaignSettings settings, Renderer renderer) {

        /** Whether a delivery that failed late may be planned for another try. */
        boolean takesRetries() {
            return row.status() == CampaignStatus.RUNNING
                    || row.status() == CampaignStatus.PAUSED
                    || row.status() == CampaignStatus.COMPLETED;
        }
    }

    Optional<Entry> find(TenantId tenant, CampaignId id) {
        var key = new Key(tenant, id);
        Page page = pages.get(key);
        if (page != null && nanos.getAsLong() - page.readNanos < FRESH_NANOS) {
            return Optional.of(page.entry);
        }
        return store.find(tenant, id).map(this::enter);
    }

    /** Makes a row that was just read ready, keeping the work done for an earlier reading of the same content. */
    Entry enter(CampaignRow row) {
        var key = new Key(row.tenant(), row.id());
        if (pages.size() > MAX_ENTRIES) {
            pages.clear();
        }
        Page old = pages.get(key);
        Entry entry = old != null && old.entry.row().content().equals(row.content())
                ? new Entry(row, old.entry.content(), settings(old.entry, row), old.entry.renderer())
                : ready(row);
        pages.put(key, new Page(entry, nanos.getAsLong()));
        return entry;
    }

    void forget(TenantId tenant, CampaignId id) {
        pages.remove(new Key(tenant, id));
    }

    private CampaignSettings settings(Entry old, CampaignRow row) {
        return old.row().settings().equals(row.settings()) ? old.settings() : codec.readSettings(row.settings());
    }

    private Entry ready(CampaignRow row) {
        CampaignContent content = codec.readContent(row.content());
        return new Entry(row, content, codec.readSettings(row.settings()), Renderer.of(content));
    }

    private record Key(TenantId tenant, CampaignId id) {}

    private record Page(Entry entry, long readNanos) {}
}
