package dev.wakit.e2e.simulation;

import dev.wakit.e2e.simulation.Weather.BspWeather;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.provider.ProviderId;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The BSP's webhooks on their way: late, twice, in any order, or lost; repeated until somebody answers 200. */
final class WebhookMail {

    static final ProviderId PROVIDER = ProviderId.of("bsp");

    private final World world;
    private final BspWeather weather;
    private final Faults faults;
    private int acknowledged;
    private int open;

    WebhookMail(World world, BspWeather weather, Faults faults) {
        this.world = world;
        this.weather = weather;
        this.faults = faults;
    }

    /** How many bodies were answered with 200. */
    int acknowledged() {
        return acknowledged;
    }

    /** How many bodies are still to be answered. */
    int open() {
        return open;
    }

    void tell(Bsp.Accept accept, MessageStatus status, String code, long after) {
        if (!faults.isOver() && world.happens(weather.dropped())) {
            return;
        }
        // Meta documents the echo for sent, delivered and read; for failed it is likely.
        boolean echoes = status != MessageStatus.FAILED || world.happens(0.7);
        String line = String.join(
                " ",
                accept.id().value(),
                status.name(),
                Long.toString(world.trueTime().plusNanos(after).toEpochMilli()),
                code.isEmpty() ? "-" : code,
                echoes ? accept.ref() : "-");
        byte[] body = line.getBytes(StandardCharsets.UTF_8);
        int copies = world.happens(weather.duplicated()) ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            boolean late = world.happens(weather.late());
            open++;
            post(accept, status, body, after + world.between(0, (late ? 60 : 5) * World.SECOND));
        }
    }

    private void post(Bsp.Accept accept, MessageStatus status, byte[] body, long after) {
        world.after(after, "webhook", () -> {
            if (status == MessageStatus.FAILED) {
                accept.failureOffered();
            }
            if (isTaken(body)) {
                acknowledged++;
                open--;
                accept.told().add(status);
            } else {
                post(accept, status, body, world.between(World.SECOND, 5 * World.SECOND));
            }
        });
    }

    private boolean isTaken(byte[] body) {
        List<Worker> up = world.workers().stream().filter(Worker::isRunning).toList();
        if (up.isEmpty()) {
            return false;
        }
        Worker worker = up.get(world.random().nextInt(up.size()));
        try {
            var request = WebhookRequest.of("POST", "/webhooks", Map.of(), body);
            boolean taken =
                    worker.engine().webhooks().receive(PROVIDER, request).status() == 200;
            passAnswer(worker);
            return taken;
        } catch (Crash gone) {
            return false;
        }
    }

    /** Whoever ends now has answered all the same. */
    private void passAnswer(Worker worker) {
        try {
            faults.at(worker, "after webhook answer");
        } catch (Crash afterTheAnswer) {
            world.note(worker.toString(), "answered a webhook as its last act");
        }
    }
}
