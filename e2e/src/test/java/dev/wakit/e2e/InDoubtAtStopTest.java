package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.Intent;
import dev.wakit.campaign.store.IntentLimits;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.store.jdbc.JdbcStores;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answer to a commit of intents is lost, and the engine stops before it could read again what is durable. */
class InDoubtAtStopTest {

    @TempDir
    private Path folder;

    @Test
    void intentsThatWereNeverPostedArePendingAgain() {
        var isDoubtful = new AtomicBoolean();
        try (var simulator = Stage.quick().start();
                var stores = JdbcStores.sqlite(folder.resolve("doubt.db"));
                var provider = Worker.provider(simulator)) {
            FaultyStores.Fault answerLost = (method, arguments) -> {
                if (method.equals("commitIntents")) {
                    commit(stores, arguments);
                    isDoubtful.set(true);
                    throw new StoreException("The answer to the commit was lost.");
                }
                if (method.equals("reread")) {
                    throw new StoreException("The database does not answer.");
                }
            };
            CampaignId id;
            try (var engine = Worker.builder(FaultyStores.of(stores, answerLost), provider)
                    .build()) {
                engine.start();
                id = engine.campaigns()
                        .create(Stage.spec(People.ordinary(5)).build())
                        .id();
                engine.campaigns().launch(id);
                Awaitility.await().atMost(Stage.PATIENCE).until(isDoubtful::get);
            }

            List<Delivery> rows = stores.deliveries().list(dev.wakit.TenantId.DEFAULT, id, DeliveryQuery.first(10));
            assertThat(rows).hasSize(5).extracting(Delivery::state).containsOnly(DeliveryState.PENDING);
            assertThat(rows).extracting(Delivery::attemptNo).contains(1);
            assertThat(simulator.ledger().requests()).isZero();
        }
    }

    @SuppressWarnings("unchecked")
    private static void commit(JdbcStores stores, Object[] arguments) {
        stores.deliveries()
                .commitIntents(
                        (LaneLease) arguments[0], (List<Intent>) arguments[1], (IntentLimits) arguments[2], (Instant)
                                arguments[3]);
    }
}
