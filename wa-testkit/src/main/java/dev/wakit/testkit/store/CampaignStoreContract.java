package dev.wakit.testkit.store;

import static dev.wakit.campaign.CampaignStatus.CANCELLED;
import static dev.wakit.campaign.CampaignStatus.COMPLETED;
import static dev.wakit.campaign.CampaignStatus.DRAFT;
import static dev.wakit.campaign.CampaignStatus.PAUSED;
import static dev.wakit.campaign.CampaignStatus.PREPARING;
import static dev.wakit.campaign.CampaignStatus.RUNNING;
import static dev.wakit.campaign.CampaignStatus.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.AudienceRow;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.CampaignStore;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Campaigns: their life, lists and counters.
 *
 * @since 0.1
 */
public abstract class CampaignStoreContract extends StoreFixture {

    private static final CampaignId LAST = new CampaignId(Long.MAX_VALUE);

    /** For subclasses. */
    protected CampaignStoreContract() {}

    private CampaignStore campaigns() {
        return stores().campaigns();
    }

    private void insert(long id, CampaignStatus status) {
        campaigns().insert(campaign(new CampaignId(id), status));
    }

    private CampaignRow row() {
        return campaigns().find(TENANT, CAMPAIGN).orElseThrow();
    }

    private static List<Long> idsOf(List<CampaignRow> rows) {
        return rows.stream().map(row -> row.id().value()).toList();
    }

    @Test
    void keepsEveryField() {
        var campaign = new CampaignRow(
                TENANT,
                CAMPAIGN,
                "حملة الربيع 🌷",
                SCHEDULED,
                "waits",
                LANE,
                "{\"a\":\"'\\\"%\"}",
                "{\"rate\":80}",
                NOW,
                NOW.plusSeconds(1),
                NOW.plusSeconds(2),
                NOW.plusSeconds(3));

        campaigns().insert(campaign);

        assertThat(another().campaigns().find(TENANT, CAMPAIGN)).contains(campaign);
    }

    @Test
    void keepsTimesThatAreNotSet() {
        insert(1_000, DRAFT);

        assertThat(row().startAt()).isEqualTo(Instant.EPOCH);
        assertThat(row().finishedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void refusesASecondCampaignOfTheSameId() {
        insert(1, DRAFT);

        assertThatThrownBy(() -> insert(1, DRAFT)).isInstanceOf(StoreException.class);
    }

    @Test
    void listsNewestFirstPageByPage() {
        for (long id = 1; id <= 5; id++) {
            insert(id, id % 2 == 0 ? DRAFT : RUNNING);
        }

        assertThat(idsOf(campaigns().list(TENANT, Set.of(), LAST, 2))).containsExactly(5L, 4L);
        assertThat(idsOf(campaigns().list(TENANT, Set.of(), new CampaignId(4), 9)))
                .containsExactly(3L, 2L, 1L);
        assertThat(idsOf(campaigns().list(TENANT, Set.of(DRAFT), LAST, 9))).containsExactly(4L, 2L);
    }

    @Test
    void movesOnlyFromAnExpectedStatus() {
        insert(1_000, RUNNING);

        assertThat(campaigns().move(TENANT, CAMPAIGN, Set.of(PAUSED), RUNNING, "", NOW))
                .isFalse();
        assertThat(campaigns().move(TENANT, CAMPAIGN, Set.of(RUNNING, PAUSED), PAUSED, "lunch", NOW))
                .isTrue();
        assertThat(row().status()).isEqualTo(PAUSED);
        assertThat(row().reason()).isEqualTo("lunch");
    }

    @Test
    void movesOnceWhenTwoOperatorsRace() {
        insert(1_000, RUNNING);
        CampaignStore one = campaigns();
        CampaignStore two = another().campaigns();

        List<Boolean> moved = race(List.of(
                () -> one.move(TENANT, CAMPAIGN, Set.of(RUNNING), PAUSED, "one", NOW),
                () -> two.move(TENANT, CAMPAIGN, Set.of(RUNNING), PAUSED, "two", NOW)));

        assertThat(moved).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void movesWhatIsStillAsItWasRead() {
        insert(1_000, RUNNING);
        campaigns().move(TENANT, CAMPAIGN, Set.of(RUNNING), PAUSED, "Template 'a' is PAUSED", NOW);

        assertThat(campaigns().move(row(), RUNNING, "", NOW)).isTrue();
        assertThat(row().status()).isEqualTo(RUNNING);
        assertThat(row().reason()).isEmpty();
    }

    @Test
    void movesNothingThatStandsWhereItStoodForAnotherReason() {
        insert(1_000, RUNNING);
        campaigns().move(TENANT, CAMPAIGN, Set.of(RUNNING), PAUSED, "Template 'a' is PAUSED", NOW);
        CampaignRow read = row();
        campaigns().move(TENANT, CAMPAIGN, Set.of(PAUSED), PAUSED, "template 'a' is paused", NOW);

        assertThat(campaigns().move(read, RUNNING, "", NOW))
                .as("compared character by character")
                .isFalse();
        assertThat(row().status()).isEqualTo(PAUSED);
        assertThat(row().reason()).isEqualTo("template 'a' is paused");
    }

    @Test
    void movesNothingThatLeftTheStatusThatWasRead() {
        insert(1_000, RUNNING);
        CampaignRow read = row();
        campaigns().move(TENANT, CAMPAIGN, Set.of(RUNNING), CANCELLED, read.reason(), NOW);

        assertThat(campaigns().move(read, PAUSED, "late", NOW)).isFalse();
        assertThat(row().status()).isEqualTo(CANCELLED);
    }

    @Test
    void aPauseThatIsTakenOverWinsAgainstTheOneWhoWouldLiftIt() {
        insert(1_000, RUNNING);
        campaigns().move(TENANT, CAMPAIGN, Set.of(RUNNING), PAUSED, "guard", NOW);
        CampaignRow read = row();
        CampaignStore guard = campaigns();
        CampaignStore operator = another().campaigns();

        List<Boolean> moved = race(List.of(
                () -> guard.move(read, RUNNING, "", NOW),
                () -> operator.move(TENANT, CAMPAIGN, Set.of(RUNNING, PAUSED), PAUSED, "", NOW)));

        assertThat(moved.get(1)).isTrue();
        assertThat(row().status()).isEqualTo(PAUSED);
        assertThat(row().reason()).isEmpty();
    }

    @Test
    void notesWhenPlanningBeganAndWhenItFinished() {
        insert(1_000, DRAFT);

        campaigns().move(TENANT, CAMPAIGN, Set.of(DRAFT), PREPARING, "", NOW);
        campaigns().move(TENANT, CAMPAIGN, Set.of(PREPARING), COMPLETED, "", NOW.plusSeconds(5));
        assertThat(row().startedAt()).isEqualTo(NOW);
        assertThat(row().finishedAt()).isEqualTo(NOW.plusSeconds(5));

        campaigns().move(TENANT, CAMPAIGN, Set.of(COMPLETED), RUNNING, "", NOW.plusSeconds(9));
        assertThat(row().startedAt()).isEqualTo(NOW);
        assertThat(row().finishedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void schedulesADraftAndChangesItsTime() {
        insert(1_000, DRAFT);

        assertThat(campaigns().schedule(TENANT, CAMPAIGN, NOW)).isTrue();
        assertThat(campaigns().schedule(TENANT, CAMPAIGN, NOW.plusSeconds(60))).isTrue();
        assertThat(row().status()).isEqualTo(SCHEDULED);
        assertThat(row().startAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void schedulesNothingThatRuns() {
        insert(1_000, RUNNING);

        assertThat(campaigns().schedule(TENANT, CAMPAIGN, NOW)).isFalse();
    }

    @Test
    void changesSettings() {
        insert(1_000, RUNNING);

        assertThat(campaigns().updateSettings(TENANT, CAMPAIGN, row().settings(), "{\"rate\":5}"))
                .isTrue();
        assertThat(row().settings()).isEqualTo("{\"rate\":5}");
    }

    @Test
    void changesNoSettingsThatSomebodyElseChangedMeanwhile() {
        insert(1_000, RUNNING);
        String read = row().settings();
        campaigns().updateSettings(TENANT, CAMPAIGN, read, "{\"rate\":\"a\"}");

        assertThat(campaigns().updateSettings(TENANT, CAMPAIGN, read, "{\"rate\":6}"))
                .isFalse();
        assertThat(campaigns().updateSettings(TENANT, CAMPAIGN, "{\"rate\":\"A\"}", "{\"rate\":6}"))
                .as("compared character by character")
                .isFalse();
        assertThat(row().settings()).isEqualTo("{\"rate\":\"a\"}");
    }

    @Test
    void changesSettingsOnceWhenTwoOperatorsRace() {
        insert(1_000, RUNNING);
        String read = row().settings();
        CampaignStore one = campaigns();
        CampaignStore two = another().campaigns();

        List<Boolean> changed = race(List.of(
                () -> one.updateSettings(TENANT, CAMPAIGN, read, "{\"rate\":1}"),
                () -> two.updateSettings(TENANT, CAMPAIGN, read, "{\"rate\":2}")));

        assertThat(changed).containsExactlyInAnyOrder(true, false);
        assertThat(row().settings()).isEqualTo(changed.get(0) ? "{\"rate\":1}" : "{\"rate\":2}");
    }

    @Test
    void deletesACampaignWithAllThatBelongsToIt() {
        LaneLease lease = sending(2);
        stores().deliveries().recordOutcomes(lease, List.of(acceptance(1), outcome(2, DeliveryState.PENDING, "", "x")));
        stores().audiences().append(TENANT, CAMPAIGN, List.of(new AudienceRow(1, "1", "", "", Map.of(), "")));

        assertThat(campaigns().delete(TENANT, CAMPAIGN, Set.of(CANCELLED))).isFalse();
        assertThat(campaigns().delete(TENANT, CAMPAIGN, Set.of(RUNNING))).isTrue();

        assertThat(campaigns().find(TENANT, CAMPAIGN)).isEmpty();
        assertThat(all()).isEmpty();
        assertThat(counters()).isEmpty();
        assertThat(stores().audiences().count(TENANT, CAMPAIGN)).isZero();
        assertThat(stores().deliveries().pastAttempts(TENANT, id(2))).isEmpty();
    }

    @Test
    void readsTheCountersOfSeveralCampaigns() {
        running(3);
        insert(7, DRAFT);

        assertThat(campaigns()
                        .counters(TENANT, List.of(CAMPAIGN, new CampaignId(7)))
                        .get(CAMPAIGN))
                .containsExactlyEntriesOf(Map.of("state:pending", 3L));
        assertThat(campaigns().counters(TENANT, List.of())).isEmpty();
    }

    @Test
    void keepsASecretThatAllInstancesShare() {
        byte[] made = stores().secret("attempt-refs", () -> new byte[] {1, 2, 3});

        assertThat(another().secret("attempt-refs", () -> new byte[] {9})).isEqualTo(made);
    }

    @Test
    void agreesOnOneSecretWhenTwoInstancesMakeItAtOnce() {
        var one = stores();
        var two = another();

        List<byte[]> secrets =
                race(List.of(() -> one.secret("s", () -> new byte[] {1}), () -> two.secret("s", () -> new byte[] {2})));

        assertThat(secrets.get(0)).isEqualTo(secrets.get(1));
    }

    @Test
    void anotherTenantSeesNothing() {
        running(1);
        CampaignStore campaigns = campaigns();

        assertThat(campaigns.find(OTHER, CAMPAIGN)).isEmpty();
        assertThat(campaigns.list(OTHER, Set.of(), LAST, 10)).isEmpty();
        assertThat(campaigns.move(OTHER, CAMPAIGN, Set.of(RUNNING), PAUSED, "", NOW))
                .isFalse();
        assertThat(campaigns.schedule(OTHER, CAMPAIGN, NOW)).isFalse();
        assertThat(campaigns.updateSettings(OTHER, CAMPAIGN, row().settings(), "x"))
                .isFalse();
        assertThat(campaigns.noteEmpty(OTHER, CAMPAIGN)).isFalse();
        assertThat(campaigns.delete(OTHER, CAMPAIGN, Set.of(RUNNING))).isFalse();
        assertThat(campaigns.completeIfDone(OTHER, CAMPAIGN, NOW)).isFalse();
        assertThat(campaigns.running(new LaneKey(OTHER, LANE.provider(), LANE.sender())))
                .isEmpty();
        assertThat(campaigns.counters(OTHER, List.of(CAMPAIGN)).getOrDefault(CAMPAIGN, Map.of()))
                .isEmpty();
        assertThat(stores().deliveries().list(TENANT, CAMPAIGN, DeliveryQuery.first(10)))
                .hasSize(1);
    }
}
