package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.SenderId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A webhook that explains a message without an answer lets its lane begin again, and no other lane of the same body. */
class ExplainedLanesTest {

    private static final String EXPLAINED = "1001";
    private static final String OTHER = "1002";

    @TempDir
    private Path folder;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = Stage.open(
                Database.sqlite(folder),
                Stage.quick().phoneNumberIds(List.of(EXPLAINED, OTHER)),
                engine -> engine.evidenceGrace(Duration.ofMinutes(5)).evidenceLimit(Duration.ofMinutes(10)));
        // Statuses would explain everything at once.
        stage.simulator.pauseWebhooks();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void onlyTheLaneWhoseMessageIsExplainedBeginsAgain() {
        CampaignId answered = launch(OTHER, People.ordinary(1));
        stage.await(answered, campaign -> campaign.progress().in(DeliveryState.ACCEPTED) == 1);
        CampaignId unclear = launch(EXPLAINED, withoutAnswers(0));
        launch(OTHER, withoutAnswers(400));
        awaitHeldFor(EXPLAINED, Duration.ZERO);
        // Long enough that its own next try does not come while this test looks.
        awaitHeldFor(OTHER, Duration.ofSeconds(8));
        awaitHeldFor(EXPLAINED, Duration.ofSeconds(1));
        int sentBefore = sent(OTHER).size();
        int toldBefore = stage.events.size();

        post(uncertain(unclear), sent(OTHER).get(0));

        // It sends until its breaker has seen enough again.
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> released(toldBefore, EXPLAINED) && held(toldBefore, EXPLAINED));
        assertThat(stage.get(answered).progress().in(DeliveryState.DELIVERED))
                .as("the status of the other lane is merged")
                .isEqualTo(1);
        assertThat(released(toldBefore, OTHER)).isFalse();
        assertThat(sent(OTHER)).hasSize(sentBefore);
    }

    private static List<AudienceMember> withoutAnswers(int from) {
        return IntStream.range(from, from + 400)
                .mapToObj(i -> People.magic(i, "0206"))
                .toList();
    }

    private CampaignId launch(String sender, List<AudienceMember> people) {
        return stage.launch(Stage.spec(people).sender(SenderId.of(sender)));
    }

    private void awaitHeldFor(String sender, Duration left) {
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> stage.engine.lanes().stream()
                        .filter(lane -> lane.lane().sender().value().equals(sender))
                        .anyMatch(lane -> lane.holdReason()
                                        .filter(reason -> reason.contains("no clear answer"))
                                        .isPresent()
                                && lane.heldUntil()
                                        .filter(until ->
                                                until.isAfter(Instant.now().plus(left)))
                                        .isPresent()));
    }

    /** Whether a lane was released after so many events. */
    private boolean released(int before, String sender) {
        return stage.events.stream()
                .skip(before)
                .anyMatch(event -> event instanceof CampaignEvent.LaneReleased lane
                        && isOf(lane.lane().sender(), sender));
    }

    /** Whether a lane was held after so many events. */
    private boolean held(int before, String sender) {
        return stage.events.stream()
                .skip(before)
                .anyMatch(event -> event instanceof CampaignEvent.LaneHeld lane
                        && isOf(lane.lane().sender(), sender));
    }

    private static boolean isOf(SenderId sender, String value) {
        return sender.value().equals(value);
    }

    private List<LedgerEntry> sent(String sender) {
        return stage.simulator.ledger().accepted().stream()
                .filter(message -> message.phoneNumberId().equals(sender))
                .toList();
    }

    /** A message whose delivery waits for evidence. */
    private LedgerEntry uncertain(CampaignId id) {
        return sent(EXPLAINED).stream()
                .filter(message -> stage.deliveryTo(id, People.at("+" + message.recipient()))
                                .state()
                        == DeliveryState.UNCERTAIN)
                .findFirst()
                .orElseThrow();
    }

    /** One body that says of both messages that they were delivered. */
    private void post(LedgerEntry one, LedgerEntry two) {
        byte[] body = ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + stage.simulator.wabaId()
                        + "\",\"changes\":[" + change(one) + "," + change(two) + "]}]}")
                .getBytes(StandardCharsets.UTF_8);
        Signed.post(stage.engine, stage.provider.id(), stage.simulator, body);
    }

    private static String change(LedgerEntry message) {
        return "{\"field\":\"messages\",\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"phone_number_id\":\""
                + message.phoneNumberId() + "\"},\"statuses\":["
                + SignedWebhook.status(message, "delivered", Instant.now(), "") + "]}}";
    }
}
