package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.store.jdbc.internal.campaign.CampaignTable;
import dev.wakit.store.jdbc.internal.delivery.DeliveryTable;
import dev.wakit.store.jdbc.internal.delivery.LaneMoves;
import dev.wakit.store.jdbc.internal.delivery.PersonRows;
import dev.wakit.store.jdbc.internal.delivery.UncertainRows;
import dev.wakit.store.jdbc.internal.sql.SqliteDialect;
import dev.wakit.store.jdbc.internal.suppression.ErasedPeople;
import dev.wakit.store.jdbc.internal.suppression.SuppressionTable;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries of the hot paths must not walk over all deliveries of a tenant. The texts are those of DeliveryTable. */
class SqlitePlansTest {

    @TempDir
    private Path folder;

    @Test
    void aMessageIdIsLookedUpByItsIndex() throws SQLException {
        assertThat(plan("""
                        SELECT message_id, id, attempt_no FROM wa_delivery
                        WHERE tenant_id = 't' AND message_id IS NOT NULL
                            AND message_id IN (SELECT value FROM json_each('["a","b"]'))
                        ORDER BY +id
                        """)).anyMatch(step -> step.contains("wa_delivery_message_idx"));
    }

    @Test
    void aPastAttemptIsLookedUpByItsMessageIndex() throws SQLException {
        assertThat(plan("""
                        SELECT message_id, delivery_id, attempt_no FROM wa_past_attempt
                        WHERE tenant_id = 't' AND message_id <> ''
                            AND message_id IN (SELECT value FROM json_each('["a","b"]'))
                        ORDER BY +delivery_id
                        """)).anyMatch(step -> step.contains("wa_past_attempt_message_idx"));
    }

    @Test
    void aPersonIsLookedUpByTheIndexOfPeople() throws SQLException {
        assertThat(plan("""
                        SELECT id FROM wa_delivery
                        WHERE tenant_id = 't' AND campaign_id = 1 AND +id > 0 AND recipient_key = 'k'
                        ORDER BY +id LIMIT 10
                        """)).anyMatch(step -> step.contains("wa_delivery_person_idx"));
    }

    @Test
    void failedDeliveriesAreReadByTheIndexOfStatesThatAreRare() throws SQLException {
        assertThat(plan(DeliveryTable.failed(new SqliteDialect(InstantSource.system()))
                        .replaceAll(":\\w+", "1")))
                .anyMatch(step -> step.contains("wa_delivery_ended_idx"))
                .noneMatch(step -> step.contains("TEMP B-TREE"));
    }

    @Test
    void whetherACampaignIsDoneIsALookAtWhatIsPendingAndWhatIsSending() throws SQLException {
        List<String> queries = DeliveryTable.anyOpen(new SqliteDialect(InstantSource.system()));
        assertThat(queries).hasSize(2);
        assertThat(plan(queries.get(0).replaceAll(":\\w+", "1")))
                .anyMatch(step -> step.contains("wa_delivery_pending_idx"))
                .noneMatch(step -> step.contains("TEMP B-TREE"));
        assertThat(plan(queries.get(1).replaceAll(":\\w+", "1")))
                .anyMatch(step -> step.contains("wa_delivery_sending_idx"));
    }

    @Test
    void whoIsPlannedIsLookedUpByPersonAndCampaign() throws SQLException {
        assertThat(plan(DeliveryTable.planned(new SqliteDialect(InstantSource.system()))
                        .replaceAll(":keys", "'[\"a\",\"b\"]'")
                        .replaceAll(":\\w+", "1")))
                .anyMatch(step -> step.contains("wa_delivery_person_idx")
                        && step.contains("(tenant_id=? AND recipient_key=? AND campaign_id=? AND dedupe=?)"));
    }

    @Test
    void uncertainDeliveriesAreFoundByTheirOwnIndex() throws SQLException {
        var rows = new UncertainRows(new SqliteDialect(InstantSource.system()));
        var queries = new ArrayList<>(rows.nextGroup());
        queries.add(rows.page());
        for (String query : queries) {
            assertThat(plan(query.replaceAll(":\\w+", "1")))
                    .as(query)
                    .anyMatch(step -> step.contains("wa_delivery_uncertain_idx"))
                    .noneMatch(step -> step.contains("TEMP B-TREE"));
        }
    }

    @Test
    void theRunningCampaignsOfALaneAreFoundWithoutLookingAtPoolsThatAreFinished() throws SQLException {
        assertThat(plan(CampaignTable.RUNNING.replaceAll(":\\w+", "'1'")))
                .anyMatch(step -> step.contains("wa_campaign_running_idx"))
                .anyMatch(step -> step.contains("wa_campaign_pooled_idx"))
                .anyMatch(step -> step.contains("wa_campaign_lane") && step.contains("lane=?"))
                .noneMatch(step -> step.startsWith("SCAN wa_"));
    }

    @Test
    void whatWaitsOnALaneIsMovedAlongItsOwnIndex() throws SQLException {
        assertThat(plan(new LaneMoves(new SqliteDialect(InstantSource.system()))
                        .waiting()
                        .replaceAll(":\\w+", "1")))
                .anyMatch(step -> step.contains("wa_delivery_pending_idx")
                        && step.contains("(tenant_id=? AND campaign_id=? AND lane=?)"));
    }

    @Test
    void whichLanesHaveSomethingToSendIsOneLookAtAnIndexForEach() throws SQLException {
        assertThat(plan(LaneMoves.LANES_WAITING.replaceAll(":\\w+", "1")))
                .anyMatch(step -> step.contains("wa_campaign_lane") && step.contains("campaign_id=?"))
                .anyMatch(step -> step.contains("wa_delivery_pending_idx")
                        && step.contains("(tenant_id=? AND campaign_id=? AND lane=?"))
                .noneMatch(step -> step.startsWith("SCAN"));
    }

    @Test
    void whoWroteLastIsFoundByTheIndexOfPeople() throws SQLException {
        assertThat(plan(new LaneMoves(new SqliteDialect(InstantSource.system()))
                        .latest()
                        .replaceAll(":(keys|lanes)", "'[\"a\",\"b\"]'")
                        .replaceAll(":\\w+", "'1'")))
                .anyMatch(step -> step.contains("wa_delivery_person_idx"));
    }

    @Test
    void cancelledCampaignsAreFoundWithoutLookingAtTheFinishedOnes() throws SQLException {
        assertThat(plan(CampaignTable.CANCELLED_NOT_EMPTY.replace(":limit", "10")))
                .anyMatch(step -> step.contains("wa_campaign_not_empty_idx"))
                .noneMatch(step -> step.contains("TEMP B-TREE"));
    }

    @Test
    void thoseWhoWaitForNowAreFoundByTheirWaitAndNotByTheCampaign() throws SQLException {
        assertThat(plan(SuppressionTable.WAITING.replaceAll(":\\w+", "1")))
                .anyMatch(step -> step.contains("wa_suppression_quiet_idx"))
                .anyMatch(step -> step.contains("wa_delivery_person_idx"))
                .noneMatch(step -> step.startsWith("SCAN"));
    }

    @Test
    void whoIsErasedIsFoundByTheIndexesOfPeopleAndOfUserIds() throws SQLException {
        List<String> queries = new PersonRows(new SqliteDialect(InstantSource.system())).queries();
        assertThat(queries).hasSize(2);
        assertThat(plan(queries.get(0).replaceAll(":\\w+", "1")))
                .anyMatch(step -> step.contains("wa_delivery_person_idx"));
        assertThat(plan(queries.get(1).replaceAll(":\\w+", "1")))
                .anyMatch(step -> step.contains("wa_delivery_bsuid_idx"));
    }

    @Test
    void whetherAnybodyWasErasedIsOneLookAtThePrimaryKey() throws SQLException {
        assertThat(plan(ErasedPeople.ANY.replace(":tenant", "'t'")))
                .anyMatch(step -> step.contains("wa_suppression") && step.contains("recipient_key>"));
    }

    @Test
    void theAgeOfWaitingWebhooksIsReadFromAnIndex() throws SQLException {
        assertThat(plan("SELECT min(received_at) FROM wa_inbox WHERE tenant_id = 't' AND state = 'WAITING'"))
                .anyMatch(step -> step.contains("wa_inbox_waiting_age_idx"));
    }

    private List<String> plan(String sql) throws SQLException {
        Path file = folder.resolve("plans.db");
        JdbcStores.sqlite(file).close();
        var steps = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }
}
