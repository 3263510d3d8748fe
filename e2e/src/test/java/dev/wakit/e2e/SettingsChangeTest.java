package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.guard.Guards;
import dev.wakit.campaign.pacing.Pacing;
import dev.wakit.rate.RateLimit;
import dev.wakit.testkit.meta.LedgerEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of a campaign that several people, and the engine itself, change. */
class SettingsChangeTest {

    @TempDir
    private Path folder;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = Stage.open(Database.sqlite(folder));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void twoChangesAtTheSameTimeAreBothKept() throws Exception {
        CampaignId id = stage.engine
                .campaigns()
                .create(Stage.spec(People.ordinary(3)).build())
                .id();
        ExecutorService operators = Executors.newFixedThreadPool(2);
        try {
            for (int round = 1; round <= 50; round++) {
                int number = round;
                var begin = new CyclicBarrier(2);
                Future<?> one = operators.submit(() -> {
                    begin.await();
                    return stage.engine.campaigns().changeRate(id, RateLimit.perSecond(number));
                });
                Future<?> two = operators.submit(() -> {
                    begin.await();
                    return stage.engine
                            .campaigns()
                            .changePacing(id, Pacing.builder().maxInFlight(number).build());
                });
                one.get();
                two.get();

                assertThat(stage.get(id).settings().rate()).as("round %s", number).contains(RateLimit.perSecond(number));
                assertThat(stage.get(id).settings().pacing().maxInFlight())
                        .as("round %s", number)
                        .isEqualTo(number);
            }
        } finally {
            operators.shutdownNow();
        }
    }

    @Test
    void forgivenFailuresThatArriveAfterAllHideNoNewOnes() {
        var people = new ArrayList<AudienceMember>();
        IntStream.range(0, 25).forEach(i -> people.add(People.magic(i, "0472")));
        people.addAll(People.ordinary(200));
        CampaignId id = stage.engine
                .campaigns()
                .create(Stage.spec(people)
                        .guards(Guards.DEFAULT.withFailureShare(0.5, 20, Guards.Action.PAUSE))
                        .rate(RateLimit.perSecond(15))
                        .build())
                .id();
        stage.engine.campaigns().launch(id);
        stage.await(id, campaign -> campaign.status() == CampaignStatus.PAUSED);
        stage.await(id, campaign -> campaign.progress().in(DeliveryState.SENDING) == 0);
        stage.engine.campaigns().changeRate(id, RateLimit.perSecond(1));
        stage.engine.campaigns().resume(id);
        long forgiven = stage.get(id).settings().forgiven().failed();
        assertThat(forgiven).isGreaterThanOrEqualTo(15);

        List<LedgerEntry> failed = stage.simulator.ledger().accepted().subList(0, 15);
        SignedWebhook.postStatuses(
                stage.engine,
                stage.simulator,
                failed.stream()
                        .map(message -> SignedWebhook.status(message, "delivered", Instant.now(), ""))
                        .toList());

        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> stage.get(id).settings().forgiven().failed() <= forgiven - 10);
        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.RUNNING);
    }
}
