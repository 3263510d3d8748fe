package dev.wakit.e2e.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.store.StoreException;
import dev.wakit.store.jdbc.OpenedStores;
import dev.wakit.store.jdbc.internal.sql.SqliteDialect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checkers are worth something only if they see a mistake: each mutant of the product must be caught. */
class MutantsTest {

    private static final long MOST_SEEDS = 1_000;

    @TempDir
    private Path folder;

    @BeforeAll
    static void silence() {
        Silence.begin();
    }

    @AfterAll
    static void speak() {
        Silence.end();
    }

    static Stream<Arguments> mutants() {
        return Stream.of(
                Arguments.of("no epoch check", Mutants.withoutEpochCheck(), List.of("under an epoch that was over")),
                Arguments.of(
                        "send before intent commit",
                        Mutants.sendBeforeIntentCommit(),
                        List.of("before its intent was durable")),
                Arguments.of("ack before inbox commit", Mutants.ackBeforeInboxCommit(), List.of("is not in the inbox")),
                Arguments.of(
                        "interrupted sends run again",
                        Mutants.rerunOfInterruptedSends(),
                        List.of("sent twice", "duplicate send")),
                Arguments.of(
                        "status overwritten instead of merged",
                        Mutants.overwriteInsteadOfMerge(),
                        List.of("proof of delivery was erased", "moved from", "evidence was lost")),
                Arguments.of(
                        "enqueue answered before its commit",
                        Mutants.enqueueSaidBeforeCommit(),
                        List.of("no delivery: lost", "was taken as new", "another delivery now")),
                Arguments.of(
                        "idempotency keys are not kept",
                        Mutants.withoutIdempotencyKeys(),
                        List.of("was taken as new", "another delivery now", "sent twice")),
                Arguments.of("client repeats POSTs", Mutants.clientRepeatsPosts(), List.of("two POSTs")),
                Arguments.of("FAILED takes no evidence", Mutants.failedIsImmune(), List.of("evidence was lost")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void isCaughtByTheSimulation(String name, Mutation mutant, List<String> expected) {
        assertCaught(name, expected, seed -> Simulation.run(seed, mutant, false));
    }

    @Test
    void aDatabaseThatLosesCommitsIsCaughtByTheSimulation() {
        Path file = folder.resolve("kept.db");
        assertCaught(
                "durability weakened",
                List.of("two POSTs", "sent twice"),
                seed -> Simulation.run(seed, Weather.crashing(6), new ForgetfulDatabase(file).mutation(), false));
    }

    @Test
    void aWeakenedPragmaIsRefusedAtStart() throws SQLException {
        try (Connection weak = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("weak.db"));
                Statement statement = weak.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");

            assertThatThrownBy(() -> OpenedStores.open(new SqliteDialect(InstantSource.system()), () -> weak, true))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("synchronous");
        }
    }

    private static void assertCaught(String name, List<String> expected, Function<Long, Simulation.Result> run) {
        for (long seed = 1; seed <= MOST_SEEDS; seed++) {
            for (String violation : run.apply(seed).violations()) {
                if (expected.stream().anyMatch(violation::contains)) {
                    System.out.printf(
                            "Mutant '%s': caught by the simulation with seed %d: %s%n", name, seed, violation);
                    return;
                }
            }
        }
        assertThat(expected)
                .as("mutant '%s' lived through %s seeds", name, MOST_SEEDS)
                .isEmpty();
    }
}
