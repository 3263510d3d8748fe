package dev.wakit.e2e.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.e2e.Databases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A small campaign runs to its end once for each call of JDBC, and that call fails: before it was done, and after.
 *
 * <p>SQLite runs every n. PostgreSQL runs every {@code -Dwakit.nth.stride}-th, 20 when not given.
 */
class NthCallFailsTest {

    private static final long SEED = 11;
    private static final int PEOPLE = 2;
    private static final int STRIDE = Integer.getInteger("wakit.nth.stride", 20);

    @BeforeAll
    static void silence() {
        Silence.begin();
    }

    @AfterAll
    static void speak() {
        Silence.end();
    }

    @Test
    void onSqliteEveryCallMayFail() throws Exception {
        long calls = calls(call -> Simulation.run(SEED, Weather.calm(PEOPLE), Mutation.ofJdbc(call), false));
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            var runs = new ArrayList<Callable<List<String>>>();
            for (long n = 1; n <= calls; n++) {
                for (boolean done : new boolean[] {false, true}) {
                    var call = new NthCall(n, done);
                    runs.add(() ->
                            check(call, Simulation.run(SEED, Weather.calm(PEOPLE), Mutation.ofJdbc(call), false)));
                }
            }
            var violations = new ArrayList<String>();
            for (Future<List<String>> run : threads.invokeAll(runs)) {
                violations.addAll(run.get());
            }
            System.out.printf("SQLite: %d calls, each failed before and after: %d runs%n", calls, runs.size());
            assertThat(violations).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void onPostgresEveryCallMayFail() throws Exception {
        String url = Databases.postgresWithSchema();
        long calls = calls(call -> onPostgres(url, call));
        var violations = new ArrayList<String>();
        int runs = 0;
        for (long n = 1; n <= calls; n += STRIDE) {
            for (boolean done : new boolean[] {false, true}) {
                var call = new NthCall(n, done);
                violations.addAll(check(call, onPostgres(url, call)));
                runs++;
            }
        }
        System.out.printf("PostgreSQL: %d calls, every %dth failed before and after: %d runs%n", calls, STRIDE, runs);
        assertThat(violations).isEmpty();
    }

    @FunctionalInterface
    private interface Run {
        Simulation.Result with(NthCall call) throws SQLException;
    }

    /** How many calls a run without a failure makes. */
    private static long calls(Run run) throws SQLException {
        var none = new NthCall(0, false);
        assertThat(run.with(none).violations()).isEmpty();
        assertThat(none.calls()).isGreaterThan(100);
        return none.calls();
    }

    private static Simulation.Result onPostgres(String url, NthCall call) throws SQLException {
        try (var database = new PostgresDatabase(url, call)) {
            return Simulation.run(SEED, Weather.calm(PEOPLE), Mutation.ofJdbc(call), false, database);
        }
    }

    private static List<String> check(NthCall call, Simulation.Result result) {
        assertThat(call.hasFailed()).isTrue();
        return result.violations().stream()
                .map(violation -> call + ": " + violation)
                .toList();
    }
}
