package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.rate.RateLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A campaign over two BSPs, whose worker is killed with {@code kill -9} several times and which then loses one BSP for good: what
 * both BSPs have shows that nobody is lost and nobody got the message twice.
 */
class MixedPoolKillNineTest {

    private static final int KILLS = Integer.getInteger("wakit.pool.kills", 3);
    private static final int PEOPLE = 280 + 40 * KILLS;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    @Test
    void losesNobodyAndRepeatsNobodyThroughKillsAndTheLossOfABsp() {
        long seed = Long.getLong("wakit.seed", System.nanoTime());
        var random = new Random(seed);
        Database database = Database.sqlite(folder);
        int port = FreePort.next();
        List<AudienceMember> people = People.ordinary(PEOPLE);
        try (var pool = MixedPool.start(port);
                var stores = database.open();
                var meta = pool.metaProvider();
                var twilio = pool.twilioProvider();
                var desk = pool.engine(stores, meta, twilio).build()) {
            CampaignId id = desk.campaigns()
                    .create(pool.spec(people, pool.senders(1, 1).build())
                            .rate(RateLimit.perSecond(60))
                            .build())
                    .id();
            desk.campaigns().launch(id);
            long interrupted = 0;
            for (int kill = 1; kill <= KILLS; kill++) {
                try (var worker = start(database, pool, port)) {
                    await(pool, kill * 40 + random.nextInt(20));
                    worker.kill();
                }
                interrupted += desk.campaigns().get(id).progress().in(DeliveryState.SENDING);
            }
            try (var last = start(database, pool, port)) {
                await(pool, KILLS * 40 + 60);
                int before = pool.peopleOfTwilio().size();
                pool.twilio.close();

                Campaign done = settled(desk, id);

                Set<String> unknown = unknown(desk, id);
                String what = "seed " + seed + ", " + done.progress();
                Set<String> got = pool.messages().keySet();
                assertThat(pool.messages().values()).as("nobody twice, " + what).containsOnly(1L);
                assertThat(MixedPool.digits(people))
                        .as("nobody lost, " + what)
                        .allMatch(person -> got.contains(person) || unknown.contains(person));
                assertThat(done.progress().duplicateSends()).as(what).isZero();
                assertThat(unknown.size())
                        .as("only what was in flight when a worker died or the BSP was lost, " + what)
                        .isLessThan(50 + 10 * KILLS);
                System.out.printf(
                        "mixed pool, kill -9: seed %d, %d kills, %d interrupted, %d of %d by Twilio before it was lost, %d unknown%n",
                        seed, KILLS, interrupted, before, PEOPLE, unknown.size());
            }
        }
    }

    private WorkerProcess start(Database database, MixedPool pool, int port) {
        return WorkerProcess.start(
                PoolWorker.class,
                List.of(database.name(), Integer.toString(port), pool.properties()),
                folder.resolve("worker.log"));
    }

    private static void await(MixedPool pool, int messages) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> pool.messages().size() >= messages);
    }

    private static Campaign settled(CampaignEngine desk, CampaignId id) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(
                        () -> desk.campaigns().get(id),
                        campaign -> campaign.status() == CampaignStatus.COMPLETED
                                && campaign.progress().in(DeliveryState.UNCERTAIN) == 0);
    }

    private static Set<String> unknown(CampaignEngine desk, CampaignId id) {
        var query = new DeliveryQuery(Set.of(DeliveryState.UNKNOWN), "", "", new DeliveryId(0), 1_000);
        return desk.campaigns().deliveries(id, query).stream()
                .map(MixedPoolKillNineTest::digits)
                .collect(Collectors.toSet());
    }

    private static String digits(Delivery row) {
        return row.recipient().orElseThrow().key().substring(1);
    }
}
