package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How exactly a lane keeps its rate: against the simulator's own strict limit, with 150 ms latency. Ten seconds of each rate;
 * {@code -Prelease-tests} measures the full minute.
 */
class RateAccuracyTest {

    private static final Duration MEASURED = Duration.ofSeconds(Long.getLong("wakit.rate.seconds", 10));
    /** Connections are opened and code is compiled at first; what is refused then slows the lane for some seconds. */
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    /** The most in a second that a lane declares, as a multiple of its permitted rate. */
    private static final double DECLARED_BURST = 1.02;

    private static final double RESERVE = 0.05;

    /** What a lane reaches on a machine of its own is 0.98; a machine that builds other things at the same time shows less. */
    private static final double LEAST = Double.parseDouble(System.getProperty("wakit.rate.least", "0.75"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {80, 1_000})
    void reachesThePermittedRateAndNeverExceedsTheLimit(int limit) {
        int people = (int) (limit * MEASURED.plus(WARM_UP).toSeconds() * 1.05);
        var latency = Duration.ofMillis(150);
        MetaSimulator simulator = MetaSimulator.builder()
                .latency(latency, latency)
                .messagesPerSecond(limit)
                .unreadRecipients(1)
                .start();
        MetaProvider provider = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
                .baseUrl(simulator.baseUrl())
                .businessAccountId(simulator.wabaId())
                .appSecret(simulator.appSecret())
                .throughput(RateLimit.perSecond(limit))
                .build();
        try (simulator;
                provider;
                var stores = Database.sqlite(folder).open();
                var engine = CampaignEngine.builder(stores)
                        .provider(provider)
                        .inboundReserve(RESERVE)
                        .build()) {
            CampaignId id = engine.campaigns()
                    .create(Stage.spec(People.ordinary(people)).build())
                    .id();
            engine.start();
            engine.campaigns().launch(id);
            Awaitility.await()
                    .atMost(MEASURED.plus(WARM_UP).plusSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> simulator.ledger().accepted().size() >= people);

            List<Instant> times = simulator.ledger().accepted().stream()
                    .map(LedgerEntry::time)
                    .sorted()
                    .toList();
            Instant from = times.get(0).plus(WARM_UP);
            long sent = count(times, from, from.plus(MEASURED));
            double permitted = limit * (1 - RESERVE) * MEASURED.toSeconds();
            int most = mostInASecond(times);
            System.out.printf(
                    "rate: limit %d/s over %d s: %d of %.0f permitted (%.2f %%), most in a second %d, refused %s%n",
                    limit,
                    MEASURED.toSeconds(),
                    sent,
                    permitted,
                    sent / permitted * 100,
                    most,
                    simulator.summary().rejectedByCode());
            assertThat(sent / permitted).isGreaterThanOrEqualTo(LEAST);
            assertThat(most).isLessThanOrEqualTo((int) Math.ceil(limit * DECLARED_BURST));
        }
    }

    private static long count(List<Instant> times, Instant from, Instant until) {
        return times.stream()
                .filter(at -> !at.isBefore(from) && at.isBefore(until))
                .count();
    }

    private static int mostInASecond(List<Instant> times) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (Duration.between(times.get(first), times.get(last)).toMillis() >= 1_000) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
