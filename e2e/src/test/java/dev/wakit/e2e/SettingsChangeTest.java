package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.guard.Guards;
import dev.wakit.campaign.pacing.Pacing;
import dev.wakit.rate.RateLimit;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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
    void aChangeThatComesBetweenReadingAndWritingIsKept() {
        var meanwhile = new AtomicReference<Runnable>(() -> {});
        FaultyStores.Fault between = (method, arguments) -> {
            if (method.equals("updateSettings")) {
                meanwhile.getAndSet(() -> {}).run();
            }
        };
        try (var engine = Worker.builder(FaultyStores.of(stage.stores, between), stage.provider)
                .build()) {
            CampaignId id = engine.campaigns()
                    .create(Stage.spec(People.ordinary(3)).build())
                    .id();
            meanwhile.set(() -> engine.campaigns()
                    .changePacing(id, Pacing.builder().maxInFlight(7).build()));

            Campaign changed = engine.campaigns().changeRate(id, RateLimit.perSecond(5));

            assertThat(changed.settings().rate()).contains(RateLimit.perSecond(5));
            assertThat(changed.settings().pacing().maxInFlight()).isEqualTo(7);
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
