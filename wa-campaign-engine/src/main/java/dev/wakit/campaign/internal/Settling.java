package dev.wakit.campaign.internal;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.FrequencyCap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds in the pages of a campaign who opted out, has a delivery already or got enough messages lately, and gives the others to the
 * senders of a pool. Takes the pages in order, each when the one before the one before it is stored. Not thread-safe.
 */
final class Settling {

    private final EngineCore engine;
    private final CampaignBook.Entry entry;
    private final PlannedKeys known;
    /** May still be on its way into the database, so that a question there would not find it. */
    private List<Delivery> before = List.of();

    /** Of the pages behind a line. */
    Settling(EngineCore engine, CampaignBook.Entry entry, long afterLine) {
        this.engine = engine;
        this.entry = entry;
        this.known =
                afterLine == 0 ? PlannedKeys.ofAll(entry.settings().audience().rows()) : PlannedKeys.ofSome();
    }

    List<Delivery> settle(List<Delivery> drafts) {
        Set<String> suppressed = suppressed(drafts);
        List<Delivery> wanted = suppressed.isEmpty()
                ? drafts
                : drafts.stream()
                        .map(draft -> withoutSuppressed(draft, suppressed))
                        .toList();
        Set<String> uncertain = uncertain(wanted);
        Set<String> taken = taken(uncertain);
        Set<String> capped = capped(wanted);
        List<Delivery> settled = wanted.stream()
                .map(draft -> settle(draft, uncertain, taken, capped))
                .toList();
        before = settled;
        return entry.settings().senders().isPresent()
                ? SenderChoice.of(engine, entry.row()).assign(settled)
                : settled;
    }

    private Set<String> suppressed(List<Delivery> drafts) {
        var names = new ArrayList<String>(drafts.size());
        for (Delivery draft : drafts) {
            if (draft.state() == DeliveryState.PENDING) {
                names.addAll(draft.recipient().orElseThrow().keys());
            }
        }
        return engine.stores()
                .suppressions()
                .suppressed(entry.row().tenant(), names, entry.settings().isMarketing());
    }

    private static Delivery withoutSuppressed(Delivery draft, Set<String> suppressed) {
        boolean isWanted = draft.state() != DeliveryState.PENDING
                || draft.recipient().orElseThrow().keys().stream().noneMatch(suppressed::contains);
        return isWanted
                ? draft
                : draft.toBuilder().skipped(SkipReason.SUPPRESSED, null).build();
    }

    /** Whose delivery may not be their first. Of all others it is certain, so that nobody asks the database. */
    private Set<String> uncertain(List<Delivery> drafts) {
        var uncertain = new HashSet<String>();
        for (Delivery draft : drafts) {
            if (draft.state() == DeliveryState.PENDING && !known.add(key(draft))) {
                uncertain.add(key(draft));
            }
        }
        return uncertain;
    }

    /** Which of these people have a delivery, or get one with the page before. */
    private Set<String> taken(Set<String> people) {
        var taken = new HashSet<String>();
        if (!people.isEmpty()) {
            before.stream()
                    .filter(delivery -> delivery.state() == DeliveryState.PENDING)
                    .map(Settling::key)
                    .filter(people::contains)
                    .forEach(taken::add);
            taken.addAll(engine.stores()
                    .deliveries()
                    .planned(entry.row().tenant(), entry.row().id(), people));
        }
        return taken;
    }

    private Set<String> capped(List<Delivery> drafts) {
        List<FrequencyCap> caps = engine.settings().caps(entry.settings());
        if (caps.isEmpty()) {
            return Set.of();
        }
        List<String> people = drafts.stream()
                .filter(draft -> draft.state() == DeliveryState.PENDING)
                .map(Settling::key)
                .toList();
        return engine.stores().pacing().capped(entry.row().tenant(), people, caps, engine.now());
    }

    /** Skips a row whose person has one already, or got enough messages lately. */
    private static Delivery settle(Delivery draft, Set<String> uncertain, Set<String> taken, Set<String> capped) {
        if (draft.state() != DeliveryState.PENDING) {
            return draft;
        }
        String key = key(draft);
        if (uncertain.contains(key) && !taken.add(key)) {
            return draft.toBuilder().skipped(SkipReason.DUPLICATE, null).build();
        }
        if (capped.contains(key)) {
            return draft.toBuilder().skipped(SkipReason.CAPPED, null).build();
        }
        return draft;
    }

    private static String key(Delivery draft) {
        return draft.recipient().orElseThrow().key();
    }
}
