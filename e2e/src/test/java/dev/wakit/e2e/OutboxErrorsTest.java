package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.consent.SuppressionSource;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.outbox.Outbox;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.message.TextMessage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of single sends on bad days. */
class OutboxErrorsTest {

    @TempDir
    private Path folder;

    private static SingleSend.Builder text(int person) {
        return SingleSend.builder(SingleSends.person(person), TextMessage.of("Your order is on its way."));
    }

    private static Delivery await(Stage stage, DeliveryId id, DeliveryState state) {
        return SingleSends.await(stage.engine.outbox(), id, state);
    }

    /** Errors that pause or fail a campaign because of its template. */
    @ParameterizedTest
    @ValueSource(ints = {132015, 132001})
    void anErrorOfTheTemplateFailsTheMessageAndNobodyElses(int code) {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            Outbox outbox = stage.engine.outbox();
            stage.simulator.failNext(1, 400, code);

            DeliveryId first = outbox.enqueue(text(0).build()).delivery();
            Delivery failed = await(stage, first, DeliveryState.FAILED);
            DeliveryId second = outbox.enqueue(text(1).build()).delivery();

            assertThat(failed.errorCode()).contains(Integer.toString(code));
            assertThat(failed.tries()).isEqualTo(1);
            await(stage, second, DeliveryState.READ);
            assertThat(stage.events).noneMatch(event -> event instanceof CampaignEvent.StatusChanged);
        }
    }

    @Test
    void anErrorOfTheAccountKeepsTheMessageAndHoldsTheLane() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            Outbox outbox = stage.engine.outbox();
            stage.simulator.failNext(1, 403, 131031);

            DeliveryId id = outbox.enqueue(text(0).build()).delivery();

            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> stage.engine.lanes().stream()
                            .anyMatch(lane -> lane.holdReason().orElse("").contains("131031")));
            Delivery kept = await(stage, id, DeliveryState.PENDING);
            assertThat(kept.errorCode()).contains("131031");
            assertThat(kept.tries()).isZero();
            assertThat(outbox.cancel(id)).isTrue();
        }
    }

    @Test
    void whoOptsOutBeforeTheMessageIsDueDoesNotGetIt() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            Outbox outbox = stage.engine.outbox();
            DeliveryId id = outbox.enqueue(text(0).category(SendCategory.MARKETING)
                            .notBefore(Instant.now().plusSeconds(3))
                            .build())
                    .delivery();
            stage.engine.suppress(new Suppression(
                    SingleSends.person(0).key(),
                    SuppressionScope.MARKETING,
                    SuppressionSource.OPERATOR,
                    "asked",
                    Instant.now()));

            Delivery skipped = await(stage, id, DeliveryState.SKIPPED);

            assertThat(skipped.skipReason()).contains(SkipReason.SUPPRESSED);
            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> stage.events.stream()
                            .anyMatch(event -> event instanceof CampaignEvent.DeliveryChanged changed
                                    && changed.delivery().id().equals(id)
                                    && changed.delivery().state() == DeliveryState.SKIPPED));
            assertThat(stage.simulator.ledger().accepted()).isEmpty();
        }
    }

    @Test
    void aMessageOfANewerVersionWaitsForAWorkerThatCanReadIt() throws SQLException {
        Database database = Database.sqlite(folder);
        try (Stage stage = Stage.open(database)) {
            Outbox outbox = stage.engine.outbox();
            DeliveryId id = outbox.enqueue(text(0).notBefore(Instant.now().plus(Duration.ofHours(1)))
                            .build())
                    .delivery();
            change(database, "content = replace(content, '\"v\":1', '\"v\":9'), not_before = 0");

            Delivery waiting = Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(
                            () -> outbox.find(id).orElseThrow(),
                            found -> found.errorCode()
                                    .filter("unreadable"::equals)
                                    .isPresent());
            assertThat(waiting.state()).isEqualTo(DeliveryState.PENDING);
            assertThat(waiting.errorText().orElseThrow()).contains("form 9").doesNotContain("order");
            assertThat(waiting.notBefore()).isAfter(Instant.now().plusSeconds(30));

            change(database, "content = replace(content, '\"v\":9', '\"v\":1'), not_before = 0");
            await(stage, id, DeliveryState.READ);
        }
    }

    private static void change(Database database, String columns) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database.name());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 60000");
            statement.execute("UPDATE wa_delivery SET " + columns);
        }
    }
}
