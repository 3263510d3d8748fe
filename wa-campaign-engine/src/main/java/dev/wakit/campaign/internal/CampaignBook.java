package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.internal.codec.MessageCodec;
import dev.wakit.campaign.internal.codec.StoredSend;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.provider.ProviderId;
import java.util.Map;
import java.util.Set;
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
    record Entry(CampaignRow row, Contents contents, CampaignSettings settings, Renderers renderers) {

        /** Makes a campaign ready. */
        static Entry of(CampaignRow row, Contents contents, CampaignSettings settings) {
            return new Entry(row, contents, settings, Renderers.of(contents));
        }

        /** The providers over which it goes. */
        Set<ProviderId> providers() {
            return Pools.providers(settings, row.lane());
        }

        /** The settings for one delivery: a single send has its own end. */
        CampaignSettings settingsFor(Delivery delivery) {
            return delivery.sendBy()
                    .map(by -> settings.toBuilder().sendBy(by).build())
                    .orElse(settings);
        }

        /** What goes to one person over a provider: a single send has its own message, a campaign's is rendered. */
        StoredSend send(Delivery delivery, ProviderId provider, MessageCodec messages) {
            return delivery.content()
                    .map(messages::readSend)
                    .orElseGet(() -> StoredSend.of(renderers
                            .of(provider)
                            .render(Planner.withName(
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
                ? new Entry(row, old.contents(), settings(old, row), old.renderers())
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
        return Entry.of(row, codec.readContents(row.content()), codec.readSettings(row.settings()));
    }

    private record Key(TenantId tenant, CampaignId id) {}
}
