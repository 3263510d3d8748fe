package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.content.CampaignContent;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.internal.codec.MessageCodec;
import dev.wakit.campaign.internal.codec.StoredSend;
import dev.wakit.campaign.store.CampaignRow;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes stored campaigns ready for work, and keeps what was parsed while their texts stay the same. Thread-safe. */
final class CampaignBook {

    private static final int MAX_ENTRIES = 10_000;

    private final SpecCodec codec;
    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

    CampaignBook(SpecCodec codec) {
        this.codec = codec;
    }

    /** A campaign made ready. */
    record Entry(CampaignRow row, CampaignContent content, CampaignSettings settings, Renderer renderer) {

        /** The settings for one delivery: a single send has its own end. */
        CampaignSettings settingsFor(Delivery delivery) {
            return delivery.sendBy()
                    .map(by -> settings.toBuilder().sendBy(by).build())
                    .orElse(settings);
        }

        /** What goes to one person: a single send has its own message, a campaign's is rendered. */
        StoredSend send(Delivery delivery, MessageCodec messages) {
            return delivery.content()
                    .map(messages::readSend)
                    .orElseGet(() -> StoredSend.of(renderer.render(Planner.withName(
                            delivery.variables(), delivery.name().orElse("")))));
        }

        /** Whether a delivery that failed late may be planned for another try. */
        boolean takesRetries() {
            return row.status() == CampaignStatus.RUNNING
                    || row.status() == CampaignStatus.PAUSED
                    || row.status() == CampaignStatus.COMPLETED;
        }
    }

    /** Makes a row that was just read ready. */
    Entry enter(CampaignRow row) {
        var key = new Key(row.tenant(), row.id());
        if (entries.size() > MAX_ENTRIES) {
            entries.clear();
        }
        Entry old = entries.get(key);
        Entry entry = old != null && old.row().content().equals(row.content())
                ? new Entry(row, old.content(), settings(old, row), old.renderer())
                : ready(row);
        entries.put(key, entry);
        return entry;
    }

    void forget(TenantId tenant, CampaignId id) {
        entries.remove(new Key(tenant, id));
    }

    private CampaignSettings settings(Entry old, CampaignRow row) {
        return old.row().settings().equals(row.settings()) ? old.settings() : codec.readSettings(row.settings());
    }

    private Entry ready(CampaignRow row) {
        CampaignContent content = codec.readContent(row.content());
        return new Entry(row, content, codec.readSettings(row.settings()), Renderer.of(content));
    }

    private record Key(TenantId tenant, CampaignId id) {}
}
