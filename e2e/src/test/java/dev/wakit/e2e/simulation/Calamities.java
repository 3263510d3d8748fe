package dev.wakit.e2e.simulation;

import dev.wakit.WhatsAppException;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.Campaigns;
import dev.wakit.rate.RateLimit;
import java.time.Duration;
import java.util.List;

/** What happens to machines, to the database and by people's hands in one run, at times drawn from the seed. */
final class Calamities {

    private static final long FIRST = World.SECOND / 10;
    private static final long LAST = 15 * World.SECOND;
    private static final Duration[] JUMPS = {
        Duration.ofSeconds(-7),
        Duration.ofSeconds(7),
        Duration.ofMinutes(-10),
        Duration.ofMinutes(10),
        Duration.ofDays(-1),
        Duration.ofDays(1)
    };

    private final World world;
    private final Weather weather;
    private final Faults faults;
    private final Worker.Clocks machine;
    private final List<CampaignId> campaigns;

    Calamities(World world, Weather weather, Faults faults, Worker.Clocks machine, List<CampaignId> campaigns) {
        this.world = world;
        this.weather = weather;
        this.faults = faults;
        this.machine = machine;
        this.campaigns = campaigns;
    }

    void plan() {
        times(weather.jumps(), "jump", this::jump);
        times(weather.suspends(), "suspend", this::suspend);
        times(weather.outages(), "outage", () -> faults.databaseIsGoneFor(world.between(World.SECOND, LAST)));
        times(weather.operations(), "operation", this::operate);
        times(weather.closes(), "close", this::close);
        if (weather.pause() > 0) {
            times(2, "pause", this::pause);
        }
    }

    private void times(int count, String what, Runnable action) {
        for (int i = 0; i < count; i++) {
            world.after(world.between(FIRST, LAST), what, () -> {
                if (!faults.isOver()) {
                    action.run();
                }
            });
        }
    }

    private void jump() {
        faults.count(Faults.Kind.JUMP);
        Duration by = JUMPS[world.random().nextInt(JUMPS.length)];
        Worker.Clocks clocks = world.random().nextBoolean() || world.workers().isEmpty()
                ? machine
                : anyWorker().clocks();
        clocks.jump(by);
    }

    private Worker anyWorker() {
        return world.workers().get(world.random().nextInt(world.workers().size()));
    }

    /** A machine sleeps: its processes stand still, and so does its monotonic clock. */
    private void suspend() {
        List<Worker> asleep =
                weather.oneMachine() || world.workers().isEmpty() ? List.copyOf(world.workers()) : List.of(anyWorker());
        long nanos = faults.standstill();
        faults.count(Faults.Kind.SUSPEND);
        asleep.forEach(Worker::pause);
        world.after(nanos, "wake up", () -> {
            asleep.stream().map(Worker::clocks).distinct().forEach(clocks -> clocks.suspended(nanos));
            asleep.forEach(Worker::resume);
        });
    }

    private void pause() {
        if (!world.workers().isEmpty()) {
            Worker worker = anyWorker();
            faults.count(Faults.Kind.PAUSE);
            worker.pause();
            world.after(faults.standstill(), "resume", worker::resume);
        }
    }

    /** An orderly stop; the supervisor starts another worker.  */
    private void close() {
        if (world.isDeepEnough()
                || world.workers().isEmpty()
                || !world.workers().get(0).isRunning()
                || world.workers().get(0).isClosing()) {
            return;
        }
        Worker worker = world.workers().get(0);
        faults.count(Faults.Kind.CLOSE);

        try {
            worker.close();
        } catch (WhatsAppException | Crash stopped) {
            world.note(worker.toString(), "could not close");
        }
        if (!worker.isDead()) {
            worker.die();
        }
    }

    private void operate() {
        List<Worker> up = world.workers().stream().filter(Worker::isRunning).toList();
        if (up.isEmpty()) {
            return;
        }
        Campaigns service = up.get(world.random().nextInt(up.size())).engine().campaigns();
        CampaignId id = campaigns.get(world.random().nextInt(campaigns.size()));
        try {
            switch (world.random().nextInt(6)) {
                case 0, 1 -> service.pause(id);
                case 2 -> service.resume(id);
                case 3 ->
                    service.changeRate(
                            id, RateLimit.perSecond(1 + world.random().nextInt(20)));
                case 4 -> service.retryFailed(id);
                default -> service.cancel(id);
            }
        } catch (WhatsAppException | Crash refused) {
            world.note("operator", refused.getClass().getSimpleName());
        }
    }
}
