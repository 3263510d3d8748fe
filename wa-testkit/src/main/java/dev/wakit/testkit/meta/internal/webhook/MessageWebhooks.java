package dev.wakit.testkit.meta.internal.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.LedgerEntry;
import dev.wakit.testkit.meta.internal.Dice;
import dev.wakit.testkit.meta.internal.Json;
import dev.wakit.testkit.meta.internal.Settings;
import dev.wakit.testkit.meta.internal.Wamids;
import dev.wakit.testkit.meta.internal.WebhookRules;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Plans the webhooks of messages and puts each into the outbox when it is due. Thread-safe. */
public final class MessageWebhooks {

    private final Settings settings;
    private final Dice dice;
    private final StatusTimeline timeline;
    private final Wamids wamids;
    private final WebhookOutbox outbox;
    private final PendingEvents pending;
    private final ScheduledExecutorService timer;
    private final AtomicLong inbound = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();
    private volatile double duplicateShare;
    private volatile double dropShare;

    public MessageWebhooks(
            Settings settings, Dice dice, WebhookOutbox outbox, PendingEvents pending, ScheduledExecutorService timer) {
        this.settings = settings;
        this.dice = dice;
        this.timeline = new StatusTimeline(settings, dice);
        this.wamids = new Wamids(dice);
        this.outbox = outbox;
        this.pending = pending;
        this.timer = timer;
        this.duplicateShare = settings.webhooks().duplicateShare();
        this.dropShare = settings.webhooks().dropShare();
    }

    public void duplicateShare(double share) {
        duplicateShare = share;
    }

    public void dropShare(double share) {
        dropShare = share;
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
        String key = due.event().wamid();
        pending.planned();
        if (dice.hits(dropShare, "drop", key, ordinal)) {
            pending.dropped(1);
            return;
        }
        schedule(due.event(), shuffled(due.offset(), key, ordinal));
        if (dice.hits(duplicateShare, "duplicate", key, ordinal)) {
            pending.planned();
            Duration later = settings.webhooks().delay().draw(dice.roll("again", key, ordinal));
            schedule(due.event(), due.offset().plus(later));
        }
    }

    /** When order does not matter any event may come first: its place is drawn from the whole range. */
    private Duration shuffled(Duration offset, String key, int ordinal) {
        WebhookRules rules = settings.webhooks();
        if (!rules.shuffled()) {
            return offset;
        }
        long longest = rules.delay().longest().multipliedBy(3).toNanos();
        return Duration.ofNanos(dice.roll("shuffle", key, ordinal).nextLong(longest + 1));
    }

    private void schedule(WebhookEvent event, Duration offset) {
        try {
            var unused = timer.schedule(() -> outbox.add(event), offset.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the simulator is closing: nobody waits for this event any more
            pending.dropped(1);
        }
    }
}
