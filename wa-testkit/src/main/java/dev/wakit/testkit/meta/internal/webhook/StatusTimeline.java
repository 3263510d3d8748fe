package dev.wakit.testkit.meta.internal.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.Settings;
import dev.wakit.testkit.meta.internal.Wamids;
import dev.wakit.testkit.meta.internal.error.FailedStatus;
import dev.wakit.testkit.simulator.LedgerEntry;
import dev.wakit.testkit.simulator.MagicNumber;
import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What happens to an accepted message, and when: a function of the seed, the settings and the message. Thread-safe. */
final class StatusTimeline {

    private final Settings settings;
    private final Dice dice;
    private final Wamids wamids;

    StatusTimeline(Settings settings, Dice dice) {
        this.settings = settings;
        this.dice = dice;
        this.wamids = new Wamids(dice);
    }

    /** An event and how long after acceptance it is due. */
    record Due(Duration offset, WebhookEvent event) {}

    List<Due> of(LedgerEntry entry, String category) {
        SplittableRandom random = dice.roll("delay", entry.wamid(), 0);
        Span delay = settings.webhooks().events().delay();
        Duration happens = held(entry) ? settings.latencies().held() : Duration.ZERO;
        List<Due> timeline = new ArrayList<>();
        for (String status : statuses(entry)) {
            happens = happens.plus(delay.draw(random));
            timeline.add(new Due(happens, status(entry, status, category, happens)));
        }
        String reply = reply(entry.outcome());
        if (!reply.isEmpty()) {
            happens = happens.plus(delay.draw(random));
            timeline.add(new Due(happens, reply(entry, reply, happens)));
        }
        return timeline;
    }

    private static boolean held(LedgerEntry entry) {
        return entry.kind().equals("template")
                && (entry.outcome() == MagicNumber.HELD_THEN_RELEASED
                        || entry.outcome() == MagicNumber.HELD_THEN_DROPPED);
    }

    private static List<String> statuses(LedgerEntry entry) {
        boolean unread =
                entry.outcome() == MagicNumber.ORDINARY && entry.finalStatus().equals("delivered");
        return unread ? MagicNumber.DELIVERED_ONLY.statuses() : entry.outcome().statuses();
    }

    private static String reply(MagicNumber outcome) {
        return switch (outcome) {
            case REPLIES_STOP -> "STOP";
            case REPLIES_TEXT -> "Thank you! Is it still available? \u263A";
            default -> "";
        };
    }

    private static WebhookEvent status(LedgerEntry entry, String status, String category, Duration happens) {
        ObjectNode node = Json.object();
        node.put("id", entry.wamid());
        node.put("status", status);
        node.put("timestamp", Long.toString(entry.time().plus(happens).getEpochSecond()));
        node.put(isUserId(entry) ? "recipient_user_id" : "recipient_id", entry.recipient());
        if (!entry.callbackData().isEmpty()) {
            node.put("biz_opaque_callback_data", entry.callbackData());
        }
        if (status.equals("sent") || status.equals("delivered")) {
            node.set("pricing", pricing(category));
        }
        if (status.equals("failed")) {
            node.putArray("errors").add(FailedStatus.error(entry.outcome().failureCode()));
        }
        boolean definite = status.equals("failed") && entry.finalStatus().equals("failed");
        return new WebhookEvent(entry.phoneNumberId(), WebhookEvent.STATUSES, node, definite);
    }

    /** User ids hold a dot, numbers do not. */
    private static boolean isUserId(LedgerEntry entry) {
        return entry.recipient().indexOf('.') > 0;
    }

    private static ObjectNode pricing(String category) {
        boolean free = category.equals("service");
        return Json.object()
                .put("billable", !free)
                .put("pricing_model", "PMP")
                .put("type", free ? "free_customer_service" : "regular")
                .put("category", category);
    }

    private WebhookEvent reply(LedgerEntry entry, String text, Duration happens) {
        ObjectNode node = Json.object();
        node.putObject("context")
                .put("from", settings.identity().displayPhoneNumber().replaceAll("[^0-9]", ""))
                .put("id", entry.wamid());
        node.put(isUserId(entry) ? "from_user_id" : "from", entry.recipient());
        node.put("id", wamids.inbound(entry.recipient(), entry.wamid(), 1));
        node.put("timestamp", Long.toString(entry.time().plus(happens).getEpochSecond()));
        node.put("type", "text");
        node.putObject("text").put("body", text);
        return new WebhookEvent(entry.phoneNumberId(), WebhookEvent.MESSAGES, node, false);
    }
}
