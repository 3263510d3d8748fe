package dev.wakit.e2e.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A small campaign runs to its end once for each point at which its worker may end: before and after every call of the database and
 * of the BSP, before and after it hears an answer, and after it answered a webhook. Another worker takes over.
 */
class CrashPointsTest {

    private static final int PEOPLE = 2;
    private static final long MOST_SEEDS = 200;

    /** What a calm campaign passes through; the names of calls are those of the stores. */
    private static final Set<String> CALM = Set.of(
            "acquire",
            "renew",
            "beat",
            "plan",
            "readAhead",
            "commitIntents",
            "POST",
            "answer",
            "recordOutcomes",
            "append",
            "claim",
            "merge",
            "done");

    @BeforeAll
    static void silence() {
        Silence.begin();
    }

    @AfterAll
    static void speak() {
        Silence.end();
    }

    @Test
    void aWorkerMayEndAtEveryPointOfACalmCampaign() throws Exception {
        Set<String> names = everyPoint(11, Weather.calm(PEOPLE));

        for (String name : CALM) {
            assertThat(names).contains("before " + name, "after " + name);
        }
        assertThat(names).contains("after webhook answer");
    }

    @Test
    void aWorkerMayEndAtEveryPointOfAnOrderlyStopAndWhenAnswersAreLost() throws Exception {
        Weather weather = Weather.withAStop(2 * PEOPLE);
        long seed = LongStream.rangeClosed(1, MOST_SEEDS)
                .filter(candidate -> stopsInMidCampaign(candidate, weather))
                .findFirst()
                .orElseThrow();

        Set<String> names = everyPoint(seed, weather);

        assertThat(names).contains("before release", "after release", "before leave", "after leave");
    }

    /** Whether the stop comes before everything is sent, so that another worker takes the lane once more. */
    private static boolean stopsInMidCampaign(long seed, Weather weather) {
        var none = CrashPoint.none();
        Simulation.run(seed, weather, Mutation.ofCrash(none), false);
        return none.names().containsKey("before release") && none.names().getOrDefault("before acquire", 0) > 1;
    }

    /** Returns the names of all points at which the worker ended. */
    private static Set<String> everyPoint(long seed, Weather weather) throws Exception {
        var none = CrashPoint.none();
        assertThat(Simulation.run(seed, weather, Mutation.ofCrash(none), false).violations())
                .isEmpty();
        long points = none.count();
        assertThat(points).isGreaterThan(100);
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        var names = new TreeSet<String>();
        var violations = new ArrayList<String>();
        try {
            var runs = new ArrayList<Callable<Simulation.Result>>();
            var crashes = new ArrayList<CrashPoint>();
            for (long n = 1; n <= points; n++) {
                var crash = new CrashPoint(n);
                crashes.add(crash);
                runs.add(() -> Simulation.run(seed, weather, Mutation.ofCrash(crash), false));
            }
            List<Future<Simulation.Result>> results = threads.invokeAll(runs);
            for (int i = 0; i < results.size(); i++) {
                CrashPoint crash = crashes.get(i);
                assertThat(crash.reached()).as("%s", crash).isNotEmpty();
                names.add(crash.reached());
                for (String violation : results.get(i).get().violations()) {
                    violations.add(crash + ": " + violation);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.printf("Crash points: seed %d, %d points: %s%n", seed, points, none.names());
        assertThat(violations).isEmpty();
        return names;
    }
}
