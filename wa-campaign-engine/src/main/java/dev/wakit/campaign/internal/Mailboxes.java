package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceSummary;
import dev.wakit.campaign.content.TextContent;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.guard.Guards;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SingleSend;
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
 * The hidden campaigns that hold single sends: one for each lane, priority, category and send mode that is used, so that everything which is
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

    /** What single sends of one mailbox have in common. */
    record Kind(Priority priority, SendCategory category, SendMode mode) {

        static Kind of(SingleSend send) {
            return new Kind(send.priority(), send.category(), send.sendMode());
        }

        /** The usual mode is not named, so that mailboxes keep the names that they were given before there were modes. */
        String name() {
            String common = word(priority) + "/" + word(category);
            return mode == SendMode.RECONCILE_HOLD ? common : common + "/" + word(mode);
        }
    }

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
        String[] parts = mailbox.mailbox().split("/", -1);
        return parts.length > 1 && parts[1].equals(word(SendCategory.SERVICE));
    }

    /** The mailbox for these, remembered because what this engine's own store says is committed. */
    CampaignId of(LaneKey lane, Kind kind) {
        var key = new Key(lane, kind.name());
        CampaignId id = known.get(key);
        if (id == null) {
            CampaignRow proposed = proposed(lane, kind);
            CampaignRow row = engine.stores().outbox().mailbox(proposed);
            if (!row.settings().equals(proposed.settings())) {
                engine.stores().campaigns().updateSettings(row.tenant(), row.id(), row.settings(), proposed.settings());
            }
            id = row.id();
            known.put(key, id);
        }
        return id;
    }

    /** The mailbox for these, asked for through a store whose transaction may still be rolled back. */
    CampaignId of(LaneKey lane, Kind kind, OutboxStore through) {
        CampaignId id = known.get(new Key(lane, kind.name()));
        return id != null ? id : through.mailbox(proposed(lane, kind)).id();
    }

    private CampaignRow proposed(LaneKey lane, Kind kind) {
        var nobody = new AudienceSummary(0, 0, List.of());
        CampaignSettings settings = CampaignSettings.builder(
                        category(kind.category()), engine.settings().retry(), nobody)
                .sendMode(kind.mode())
                .guards(Guards.OFF)
                .build();
        return new CampaignRow(
                lane.tenant(),
                engine.ids().campaign(),
                "Single sends " + kind.name(),
                CampaignStatus.RUNNING,
                "",
                lane,
                engine.codec().write(Contents.of(NO_CONTENT)),
                engine.codec().write(settings),
                engine.now(),
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                kind.name());
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
