package dev.wakit.e2e.simulation;

import dev.wakit.WhatsAppException;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.outbox.Outbox;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SendReceipt;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.campaign.pacing.Priority;
import dev.wakit.message.TextMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An application that enqueues single sends, each under a key of its own, and asks again with the same key as long as it has no
 * answer: because the call failed, because the worker that it asked died, and sometimes although it was answered.
 */
final class Host {

    private static final long FIRST = World.SECOND / 10;
    private static final long LAST = 5 * World.SECOND;
    private static final double ASKS_TWICE = 0.4;
    private static final double TAKES_BACK = 0.15;

    private final World world;
    private final Set<String> everybody;
    private final List<String> violations;
    private final List<Order> orders = new ArrayList<>();

    /** Everybody that it sends to is added to the set, as key and phone number. */
    Host(World world, Set<String> everybody, List<String> violations) {
        this.world = world;
        this.everybody = everybody;
        this.violations = violations;
    }

    /** One message that it wants to be sent, whatever happens. */
    private static final class Order {

        private final SingleSend send;
        private Optional<DeliveryId> delivery = Optional.empty();

        Order(SingleSend send) {
            this.send = send;
        }

        String key() {
            return send.idempotencyKey().orElseThrow();
        }
    }

    /** Draws what is sent and when. */
    void plan(int singles) {
        for (int i = 1; i <= singles; i++) {
            var order = new Order(send("single" + i, "+9199000020%02d".formatted(i)));
            orders.add(order);
            everybody.add(order.key() + "|" + order.send.recipient().key());
            world.after(world.between(FIRST, LAST), "enqueue", () -> enqueue(order));
        }
    }

    /** The body is the key, so that the BSP's ledger tells which message it took. */
    private SingleSend send(String key, String phone) {
        SendMode mode = world.random().nextBoolean() ? SendMode.RECONCILE_HOLD : SendMode.AT_MOST_ONCE;
        SingleSend.Builder send = SingleSend.builder(Recipient.of(PhoneNumber.parse(phone)), TextMessage.of(key))
                .category(world.random().nextBoolean() ? SendCategory.UTILITY : SendCategory.SERVICE)
                .priority(world.random().nextBoolean() ? Priority.URGENT : Priority.NORMAL)
                .sendMode(mode)
                .idempotencyKey(key);
        if (world.happens(0.3)) {
            send.notBefore(world.trueTime().plus(Duration.ofNanos(world.between(0, LAST))));
        }
        return send.build();
    }

    /** How many messages it still wants to be enqueued. */
    long open() {
        return orders.stream().filter(order -> order.delivery.isEmpty()).count();
    }

    private void enqueue(Order order) {
        boolean wasKnown = order.delivery.isPresent();
        try {
            Optional<Outbox> outbox = outbox();
            if (outbox.isPresent()) {
                SendReceipt receipt = outbox.get().enqueue(order.send);
                order.delivery
                        .filter(first -> !first.equals(receipt.delivery()))
                        .ifPresent(other -> violations.add("a key that was answered is another delivery now"));
                if (wasKnown && !receipt.repeated()) {
                    violations.add("a key that was answered was taken as new");
                }
                order.delivery = Optional.of(receipt.delivery());
            }
        } catch (WhatsAppException | Crash noAnswer) {
            world.note("host", noAnswer.getClass().getSimpleName());
        }
        if (order.delivery.isEmpty() || !wasKnown && world.happens(ASKS_TWICE)) {
            world.after(world.between(World.SECOND / 10, 2 * World.SECOND), "enqueue again", () -> enqueue(order));
        } else if (world.happens(TAKES_BACK)) {
            world.after(world.between(0, World.SECOND), "take back", () -> takeBack(order));
        }
    }

    private void takeBack(Order order) {
        try {
            order.delivery.ifPresent(id -> outbox().ifPresent(outbox -> outbox.cancel(id)));
        } catch (WhatsAppException | Crash noAnswer) {
            world.note("host", noAnswer.getClass().getSimpleName());
        }
    }

    /** Through any process that runs, or none. */
    private Optional<Outbox> outbox() {
        List<Worker> up = world.workers().stream()
                .filter(Worker::isRunning)
                .filter(worker -> !worker.isClosing())
                .toList();
        return up.isEmpty()
                ? Optional.empty()
                : Optional.of(up.get(world.random().nextInt(up.size())).engine().outbox());
    }
}
