package dev.wakit.e2e.simulation;

import dev.wakit.TenantId;
import dev.wakit.WhatsAppException;
import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.Campaigns;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.content.TextContent;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.rate.RateLimit;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** One run: campaigns, workers, a BSP and bad weather, all drawn from one seed; then fair weather, rest, and the count. */
final class Simulation {

    private static final long STORM = 30 * World.SECOND;
    private static final long REST = 3_600 * World.SECOND;
    private static final int LOOK_EVERY = 25;

    private final long seed;
    private final Weather weather;
    private final Mutation mutation;
    private final List<String> violations = new ArrayList<>();
    private final Set<String> everybody = new LinkedHashSet<>();
    private final List<CampaignId> campaigns = new ArrayList<>();
    private final World world;
    private final Faults faults;
    private final WebhookMail webhooks;
    private final Bsp bsp;
    private final Host host;
    private final Trace trace;
    private final Worker.Clocks machine;
    private final List<Worker.Clocks> allClocks = new ArrayList<>();
    private CampaignStores stores;
    private Checker checker;
    private int started;
    private long turns;

    private Simulation(long seed, Weather weather, Mutation mutation, boolean keepsTrace) {
        this.seed = seed;
        this.weather = weather;
        this.mutation = mutation;
        this.trace = new Trace(keepsTrace);
        this.world = new World(new SplittableRandom(seed), trace);
        this.machine = new Worker.Clocks(world);
        allClocks.add(machine);
        this.faults = new Faults(world, weather, mutation.crash());
        this.webhooks = new WebhookMail(world, weather.bsp(), faults);
        this.bsp = new Bsp(world, weather.bsp(), faults, webhooks, violations);
        this.host = new Host(world, everybody, violations);
    }

    /**
     * What came out.
     *
     * @param hash the same for two runs only if every step was the same
     * @param states how the deliveries ended
     */
    record Result(
            long seed,
            List<String> violations,
            long hash,
            long steps,
            Map<Faults.Kind, Integer> faults,
            Map<String, Long> states,
            List<String> trace) {}

    /** The run of a seed, with the weather of that seed. */
    static Result run(long seed, Mutation mutation, boolean keepsTrace) {
        return run(seed, Weather.of(new SplittableRandom(seed * 31 + 7)), mutation, keepsTrace);
    }

    static Result run(long seed, Weather weather, Mutation mutation, boolean keepsTrace) {
        try (var database = new MemoryDatabase(mutation.jdbc())) {
            return run(seed, weather, mutation, keepsTrace, database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On an empty database of the caller. */
    static Result run(long seed, Weather weather, Mutation mutation, boolean keepsTrace, SimulatedDatabase database) {
        return new Simulation(seed, weather, mutation, keepsTrace).run(database);
    }

    private Result run(SimulatedDatabase database) {
        stores = database.stores(machine::wall);
        checker = new Checker(database.raw(), violations);
        world.afterEach(this::look);
        world.oversleepUpTo(1 + world.random().nextInt(6));
        faults.pauseFaults(true);
        for (int i = 0; i < weather.workers(); i++) {
            startWorker();
        }
        launch();
        faults.pauseFaults(false);
        mutation.jdbc().begin();
        mutation.crash().begin();
        supervise();
        new Calamities(world, weather, faults, machine, campaigns).plan();
        host.plan(weather.singles());
        world.runUntil(() -> isViolated() || checkNowAndThen() && host.open() == 0 && checker.isSent(), STORM);
        calmDown();
        world.runUntil(() -> isViolated() || checkNowAndThen() && isAtRest(), REST);
        if (!isViolated()) {
            checker.end(bsp, everybody);
        }
        return new Result(
                seed, violations, trace.hash(), trace.count(), faults.counts(), checker.states(), trace.lines());
    }

    private boolean isViolated() {
        return !violations.isEmpty();
    }

    private boolean isAtRest() {
        return host.open() == 0 && webhooks.open() == 0 && bsp.openAnswers() == 0 && checker.isQuiet();
    }

    private boolean checkNowAndThen() {
        return ++turns % LOOK_EVERY == 0;
    }

    private void look() {
        if (turns % LOOK_EVERY == 0) {
            checker.triggers();
            checker.counters();
            checker.inbox(webhooks.acknowledged());
        }
    }

    private void startWorker() {
        var clocks = weather.oneMachine() ? machine : new Worker.Clocks(world);
        allClocks.add(clocks);
        if (faults.isOver()) {
            settleClocks();
        }
        var worker = new Worker(world, "w" + ++started, clocks);
        CampaignStores faulty = mutation.stores().apply(new FaultyStores(stores, worker, faults, world));
        var provider = mutation.provider()
                .apply(new BspProvider(
                        bsp, worker, faults, weather.messagesPerSecond(), request -> checker.intentIsDurable(request)));
        world.workers().add(worker);
        try {
            worker.start(faulty, provider, weather.lease(), seed * 1_000 + started);
            world.note(worker.toString(), "starts");
        } catch (WhatsAppException databaseIsGone) {
            worker.die();
        }
    }

    private void launch() {
        Campaigns service = world.workers().get(0).engine().campaigns();
        for (int i = 1; i <= weather.campaigns(); i++) {
            String name = "campaign" + i;
            var people = new ArrayList<AudienceMember>();
            for (int person = 0; person < weather.people(); person++) {
                String phone = "+9199000010%02d".formatted(person + i);
                people.add(AudienceMember.of(phone));
                everybody.add(name + "|" + phone);
            }
            people.add(people.get(0));
            people.add(AudienceMember.of("12"));
            CampaignSpec.Builder spec =
                    CampaignSpec.builder(name).content(TextContent.of(name)).audience(Audience.of(people));
            if (weather.campaignRate() > 0) {
                spec.rate(RateLimit.perSecond(weather.campaignRate()));
            }
            Campaign campaign = service.create(spec.build());
            campaigns.add(campaign.id());
            service.launch(campaign.id());
        }
    }

    /** Starts new workers for those that ended. */
    private void supervise() {
        world.after(world.between(World.SECOND / 2, 4 * World.SECOND), "supervisor", () -> {
            if (world.workers().size() < weather.workers()) {
                startWorker();
            }
            supervise();
        });
    }

    /** What is due by a clock that was ahead comes when all clocks have got there. */
    private void calmDown() {
        faults.end();
        settleClocks();
        world.oversleepUpTo(8);
        operate();
    }

    private void settleClocks() {
        Duration ahead = allClocks.stream()
                .map(Worker.Clocks::furthest)
                .max(Duration::compareTo)
                .orElseThrow();
        allClocks.forEach(clocks -> clocks.settle(ahead));
    }

    /** When the storm is over, somebody resumes what stopped. */
    private void operate() {
        world.after(2 * World.SECOND, "operator", () -> {
            try {
                world.workers().stream().filter(Worker::isRunning).findFirst().ifPresent(this::resume);
                redrive();
            } catch (WhatsAppException | Crash tryAgainLater) {
                world.note("operator", "failed");
            }
            operate();
        });
    }

    private void resume(Worker worker) {
        Campaigns service = worker.engine().campaigns();
        for (CampaignId id : campaigns) {
            CampaignStatus status = service.get(id).status();
            if (status == CampaignStatus.PAUSED || status == CampaignStatus.FAILED) {
                service.resume(id);
            }
        }
    }

    /** A body whose claims were never settled, because workers died of something else, is set aside and brought back by hand. */
    private void redrive() {
        if (stores.inbox().parked() > 0) {
            stores.inbox().redrive(TenantId.DEFAULT, machine.wall());
        }
    }

    /** For messages of tests: how to see this run again. */
    static String replay(long seed) {
        return "mvn -o -Dquick -pl e2e -am test -Dtest=SimulationTest -Dsurefire.failIfNoSpecifiedTests=false -Dwakit.seed="
                + seed;
    }

    static Duration storm() {
        return Duration.ofNanos(STORM);
    }
}
