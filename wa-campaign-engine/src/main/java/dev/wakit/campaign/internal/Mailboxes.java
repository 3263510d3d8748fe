package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceSummary;
import dev.wakit.campaign.content.TextContent;
import dev.wakit.campaign.guard.Guards;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.Priority;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.OutboxStore;
import dev.wakit.template.TemplateCategory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The hidden campaigns that hold single sends: one for each lane, priority and category that is used, so that everything which is
 * decided by campaign, such as turns, suppressions and retries, is decided for single sends by the same code. Thread-safe.
 */
final class Mailboxes {

    private static final TextContent NO_CONTENT = TextContent.of("Every single send has its own message.");

    private final EngineCore engine;
    private final Map<Key, CampaignId> known = new ConcurrentHashMap<>();

    Mailboxes(EngineCore engine) {
        this.engine = engine;
    }

    private record Key(LaneKey lane, String name) {}

    /** The priority of a mailbox; a name of a newer version has the usual one. */
    static Priority priority(CampaignRow mailbox) {
        String first = mailbox.mailbox().split("/", 2)[0];
        return Arrays.stream(Priority.values())
                .filter(priority -> word(priority).equals(first))
                .findFirst()
                .orElse(Priority.NORMAL);
    }

    /** Whether a mailbox holds answers to what people wrote, which no limit on first messages counts. */
    static boolean isService(CampaignRow mailbox) {
        return mailbox.mailbox().endsWith("/" + word(SendCategory.SERVICE));
    }

    /** The mailbox for these, remembered because what this engine's own store says is committed. */
    CampaignId of(LaneKey lane, Priority priority, SendCategory category) {
        var key = new Key(lane, name(priority, category));
        CampaignId id = known.get(key);
        if (id == null) {
            CampaignRow proposed = proposed(lane, key.name(), category);
            CampaignRow row = engine.stores().outbox().mailbox(proposed);
            if (!row.settings().equals(proposed.settings())) {
                engine.stores().campaigns().updateSettings(row.tenant(), row.id(), proposed.settings());
            }
            id = row.id();
            known.put(key, id);
        }
        return id;
    }

    /** The mailbox for these, asked for through a store whose transaction may still be rolled back. */
    CampaignId of(LaneKey lane, Priority priority, SendCategory category, OutboxStore through) {
        String name = name(priority, category);
        CampaignId id = known.get(new Key(lane, name));
        return id != null ? id : through.mailbox(proposed(lane, name, category)).id();
    }

    private CampaignRow proposed(LaneKey lane, String name, SendCategory category) {
        var nobody = new AudienceSummary(0, 0, List.of());
        CampaignSettings settings = CampaignSettings.builder(
                        category(category), engine.settings().retry(), nobody)
                .guards(Guards.OFF)
                .build();
        return new CampaignRow(
                lane.tenant(),
                engine.ids().campaign(),
                "Single sends " + name,
                CampaignStatus.RUNNING,
                "",
                lane,
                engine.codec().write(NO_CONTENT),
                engine.codec().write(settings),
                engine.now(),
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                name);
    }

    private static String name(Priority priority, SendCategory category) {
        return word(priority) + "/" + word(category);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Answers to a person are handled as messages of use to them. */
    static TemplateCategory category(SendCategory category) {
        return switch (category) {
            case AUTHENTICATION -> TemplateCategory.AUTHENTICATION;
            case UTILITY, SERVICE -> TemplateCategory.UTILITY;
            case MARKETING -> TemplateCategory.MARKETING;
        };
    }
}
