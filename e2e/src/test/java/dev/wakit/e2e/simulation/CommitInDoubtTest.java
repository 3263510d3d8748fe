package dev.wakit.e2e.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.store.StoreException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulation found: a commit that fails while the answers of earlier requests are still on their way. */
class CommitInDoubtTest {

    private static final int COMMITS = 12;

    @BeforeAll
    static void silence() {
        Silence.begin();
    }

    @AfterAll
    static void speak() {
        Silence.end();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void postsNothingTwiceWhenTheDatabaseShowsAnEarlierCommitOfTheSameAttempt(boolean isDoneFirst) {
        int failures = 0;
        for (int n = 1; n <= COMMITS; n++) {
            for (long seed = 1; seed <= 10; seed++) {
                var count = new AtomicInteger();
                int failing = n;
                var mutation = Mutation.ofStores(real -> new Intercepted(real, (method, arguments, call) -> {
                    boolean fails = method.getName().equals("commitIntents") && count.incrementAndGet() == failing;
                    if (fails && !isDoneFirst) {
                        throw new StoreException("The commit failed.");
                    }
                    Object result = call.with(arguments);
                    if (fails) {
                        throw new StoreException("The commit's answer was lost.");
                    }
                    return result;
                }));

                Simulation.Result result = Simulation.run(seed, Weather.slowAnswers(6), mutation, false);

                assertThat(result.violations())
                        .as("seed %s, commit %s", seed, n)
                        .isEmpty();
                failures += count.get() >= n ? 1 : 0;
            }
        }
        assertThat(failures).as("commits that failed").isGreaterThan(50);
    }
}
