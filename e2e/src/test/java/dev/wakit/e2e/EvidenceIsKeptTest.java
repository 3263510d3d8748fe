package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Meta and people say is not lost, whatever the order in which it arrives. */
class EvidenceIsKeptTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void aStatusWithoutRefThatIsFasterThanTheAnswerIsNotLost() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            stage.simulator.pauseWebhooks();
            AudienceMember slow = People.magic(60, "0303");
            CampaignId id = stage.launch(List.of(slow));
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> !stage.simulator.ledger().accepted().isEmpty());
            LedgerEntry accepted = stage.simulator.ledger().accepted().get(0);

            post(
                    stage,
                    "messages",
                    "\"statuses\":[{\"id\":\"%s\",\"status\":\"failed\",\"timestamp\":\"%d\",\"recipient_id\":\"%s\",\"errors\":[{\"code\":130472,\"title\":\"Experiment\"}]}]"
                            .formatted(accepted.wamid(), now(), accepted.recipient()));
            assertThat(stage.deliveryTo(id, slow).state()).isEqualTo(DeliveryState.SENDING);

            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(stage.deliveryTo(id, slow).state()).isEqualTo(DeliveryState.FAILED));
        }
    }

    @Test
    void aStopByUserIdAloneHoldsForThePhoneNumberItAnswers() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            AudienceMember person = People.magic(61, "1111");
            CampaignId first = stage.launch(List.of(person));
            stage.awaitSettled(first);
            String wamid =
                    stage.deliveryTo(first, person).messageId().orElseThrow().value();

            post(
                    stage,
                    "messages",
                    "\"messages\":[{\"id\":\"wamid.stop1\",\"from_user_id\":\"IN.13491208655302741918\",\"timestamp\":\"%d\",\"type\":\"text\",\"text\":{\"body\":\"STOP\"},\"context\":{\"id\":\"%s\"}}]"
                            .formatted(now(), wamid));
            stage.await(first, campaign -> campaign.progress().replied() == 1);
            CampaignId second = stage.launch(List.of(person));
            stage.awaitSettled(second);

            assertThat(stage.deliveryTo(second, person).state()).isEqualTo(DeliveryState.SKIPPED);
        }
    }

    @Test
    void anOldResumeThatArrivesLateDoesNotEndALaterStop() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            AudienceMember person = People.magic(62, "1111");
            String waId = person.phone().substring(1);
            CampaignId any = stage.launch(List.of(person));
            stage.awaitSettled(any);

            post(stage, "user_preferences", preference(waId, "stop", now()));
            post(stage, "user_preferences", preference(waId, "resume", now() - 3_600));
            Awaitility.await().atMost(SOON).until(() -> stage.stores.inbox().backlog() == 0);

            assertThat(stage.engine.suppressions().suppressed(stage.get(any).tenant(), Set.of(person.phone()), true))
                    .containsExactly(person.phone());
        }
    }

    @Test
    void oneSecondMessageOfAnAttemptCountsAsOneDuplicate() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            AudienceMember person = People.magic(63, "1111");
            CampaignId id = stage.launch(List.of(person));
            stage.awaitSettled(id);
            assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.COMPLETED);
            String ref = stage.simulator.ledger().accepted().get(0).callbackData();

            for (String status : List.of("sent", "delivered", "read", "read")) {
                post(
                        stage,
                        "messages",
                        "\"statuses\":[{\"id\":\"wamid.second\",\"status\":\"%s\",\"timestamp\":\"%d\",\"biz_opaque_callback_data\":\"%s\"}]"
                                .formatted(status, now(), ref));
            }
            Awaitility.await().atMost(SOON).until(() -> stage.stores.inbox().backlog() == 0);

            assertThat(stage.get(id).progress().duplicateSends()).isEqualTo(1);
        }
    }

    @Test
    void anOldStopStillHoldsButTriggersNothingElse() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            AudienceMember person = People.magic(64, "1111");
            AudienceMember writer = People.magic(65, "1111");
            CampaignId id = stage.launch(List.of(person, writer));
            stage.awaitSettled(id);
            long nineDaysAgo = now() - Duration.ofDays(9).toSeconds();

            post(stage, "messages", message("wamid.old1", person, nineDaysAgo, "STOP"));
            post(stage, "messages", message("wamid.old2", writer, nineDaysAgo, "How much is it?"));
            Awaitility.await().atMost(SOON).until(() -> stage.stores.inbox().backlog() == 0);

            assertThat(stage.engine.suppressions().suppressed(stage.get(id).tenant(), Set.of(person.phone()), false))
                    .containsExactly(person.phone());
            assertThat(stage.events).noneMatch(CampaignEvent.ReplyReceived.class::isInstance);
            assertThat(stage.get(id).progress().replied()).isZero();
        }
    }

    @Test
    void aFreshAnswerIsToldOnceHoweverOftenItComes() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            AudienceMember writer = People.magic(66, "1111");
            CampaignId id = stage.launch(List.of(writer));
            stage.awaitSettled(id);

            for (int i = 0; i < 3; i++) {
                post(stage, "messages", message("wamid.new1", writer, now(), "How much is it?"));
                post(stage, "account_alerts", "\"alert\":{\"id\":\"7\"}");
            }
            Awaitility.await().atMost(SOON).until(() -> stage.stores.inbox().backlog() == 0);

            assertThat(stage.events)
                    .filteredOn(CampaignEvent.ReplyReceived.class::isInstance)
                    .hasSize(1);
            assertThat(stage.events)
                    .filteredOn(CampaignEvent.OtherEvent.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void listenersHearOfAPersonWhoOptedOutByAWebhook() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            AudienceMember person = People.magic(67, "0050");
            CampaignId id = stage.launch(List.of(person));
            stage.awaitSettled(id);

            assertThat(stage.events)
                    .filteredOn(CampaignEvent.PersonSuppressed.class::isInstance)
                    .hasSize(1);
        }
    }

    private static String message(String id, AudienceMember from, long at, String text) {
        return "\"messages\":[{\"id\":\"%s\",\"from\":\"%s\",\"timestamp\":\"%d\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}]"
                .formatted(id, from.phone().substring(1), at, text);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static String preference(String waId, String value, long at) {
        return "\"user_preferences\":[{\"wa_id\":\"%s\",\"category\":\"marketing_messages\",\"value\":\"%s\",\"timestamp\":%d}]"
                .formatted(waId, value, at);
    }

    private static void post(Stage stage, String field, String content) {
        SignedWebhook.post(stage.engine, stage.simulator, field, content);
    }
}
