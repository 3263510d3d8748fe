package dev.wakit.testkit.meta.internal.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.Settings;
import dev.wakit.testkit.meta.internal.Wamids;
import dev.wakit.testkit.simulator.LedgerEntry;
import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.webhook.EventSchedule;
import dev.wakit.testkit.simulator.internal.webhook.PendingEvents;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/** Plans the webhooks of messages and puts each into the outbox when it is due. Thread-safe. */
public final class MessageWebhooks {

    private final Settings settings;
    private final StatusTimeline timeline;
    private final Wamids wamids;
    private final EventSchedule<WebhookEvent> schedule;
    private final AtomicLong inbound = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();

    public MessageWebhooks(
            Settings settings, Dice dice, WebhookOutbox outbox, PendingEvents pending, ScheduledExecutorService timer) {
        this.settings = settings;
        this.timeline = new StatusTimeline(settings, dice);
        this.wamids = new Wamids(dice);
        this.schedule = new EventSchedule<>(settings.webhooks().events(), dice, pending, timer, outbox::add);
    }

    public void duplicateShare(double share) {
        schedule.duplicateShare(share);
    }

    public void dropShare(double share) {
        schedule.dropShare(share);
    }

    /** Plans everything that follows an accepted message. */
    public void accepted(LedgerEntry entry, String category) {
        int ordinal = 0;
        for (StatusTimeline.Due due : timeline.of(entry, category)) {
            plan(due, ordinal++);
        }
    }

    /** Plans a message of a customer and returns its id. */
    public String customerWrites(String phoneNumberId, String from, ObjectNode content) {
        String wamid = wamids.inbound(from, "", inbound.incrementAndGet());
        ObjectNode node = Json.object();
        node.put(from.indexOf('.') > 0 ? "from_user_id" : "from", from);
        node.put("id", wamid);
        node.put("timestamp", Long.toString(settings.clock().instant().getEpochSecond()));
        node.setAll(content);
        WebhookEvent event = new WebhookEvent(phoneNumberId, WebhookEvent.MESSAGES, node, false);
        plan(new StatusTimeline.Due(Duration.ZERO, event), 0);
        return wamid;
    }

    /** Plans a change of any field; what concerns a number gets its metadata unless it has some. */
    public void changes(String phoneNumberId, String field, ObjectNode value, boolean ofNumber) {
        ObjectNode payload = value.deepCopy();
        if (ofNumber && !payload.has("metadata")) {
            payload.put("messaging_product", "whatsapp");
            payload.putObject("metadata")
                    .put(
                            "display_phone_number",
                            settings.identity().displayPhoneNumber().replaceAll("[^0-9]", ""))
                    .put("phone_number_id", phoneNumberId);
        }
        long now = settings.clock().instant().getEpochSecond();
        WebhookEvent event = WebhookEvent.change(phoneNumberId, field, payload, now);
        plan(new StatusTimeline.Due(Duration.ZERO, event), Math.toIntExact(changes.incrementAndGet()));
    }

    private void plan(StatusTimeline.Due due, int ordinal) {
        schedule.plan(due.event(), due.event().wamid(), ordinal, due.offset());
    }
}
