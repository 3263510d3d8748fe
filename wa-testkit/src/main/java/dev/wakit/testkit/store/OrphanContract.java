package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.OrphanStatus;
import dev.wakit.campaign.store.OrphanStore;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.MessageId;
import dev.wakit.provider.ProviderId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Statuses of messages that no delivery has yet.
 *
 * @since 0.1
 */
public abstract class OrphanContract extends StoreFixture {

    private static final ProviderId META = ProviderId.of("meta");
    private static final Set<ProviderId> PROVIDERS = Set.of(META);

    /** For subclasses. */
    protected OrphanContract() {}

    private OrphanStore orphans() {
        return stores().orphans();
    }

    private static OrphanStatus status(TenantId tenant, String message, MessageStatus status) {
        return new OrphanStatus(
                tenant,
                META,
                new MessageId(message),
                status,
                NOW.minusSeconds(3),
                "131026",
                "Undeliverable",
                "why",
                NOW);
    }

    private static OrphanStatus status(String message, MessageStatus status) {
        return status(TENANT, message, status);
    }

    private List<OrphanStatus> matched() {
        return orphans().matched(PROVIDERS, 100);
    }

    @Test
    void areNotMatchedWhileNobodyHasTheirMessage() {
        running(1);

        orphans().keep(List.of(status("wamid.1", MessageStatus.SENT)));

        assertThat(matched()).isEmpty();
        assertThat(orphans().count()).isEqualTo(1);
    }

    @Test
    void areMatchedWhenTheAnswerBringsTheirMessage() {
        LaneLease lease = sending(2);
        OrphanStatus failed = status("wamid.1", MessageStatus.FAILED);
        orphans().keep(List.of(failed, status("wamid.other", MessageStatus.SENT)));

        stores().deliveries().recordOutcomes(lease, List.of(acceptance(1), acceptance(2)));

        assertThat(matched()).containsExactly(failed);
    }

    @Test
    void areMatchedWhenAMergeBringsTheirMessage() {
        sending(1);
        OrphanStatus sent = status("wamid.1", MessageStatus.SENT);
        orphans().keep(List.of(sent));

        stores().deliveries()
                .merge(
                        TENANT,
                        List.of(DeliveryRef.of(id(1))),
                        (located, index) -> MergeStep.of(located.delivery().toBuilder()
                                .state(DeliveryState.SENT)
                                .messageId(new MessageId("wamid.1"))
                                .build()),
                        NOW);

        assertThat(matched()).containsExactly(sent);
    }

    @Test
    void areMatchedAtOnceWhenTheirMessageBecameKnownBefore() {
        accepted(1);
        OrphanStatus sent = status("wamid.1", MessageStatus.SENT);

        orphans().keep(List.of(sent));

        assertThat(matched()).containsExactly(sent);
    }

    @Test
    void areLookedAtOnceMoreAndOnlyOnce() {
        orphans().keep(List.of(status("wamid.a", MessageStatus.SENT), status("wamid.b", MessageStatus.SENT)));

        assertThat(orphans().recheck(NOW, 10)).isZero();
        assertThat(orphans().recheck(NOW.plusMillis(1), 10)).isEqualTo(2);
        assertThat(orphans().recheck(NOW.plusMillis(1), 10)).isZero();
        assertThat(matched()).isEmpty();
        assertThat(orphans().count()).isEqualTo(2);
    }

    @Test
    void areStillMatchedAfterTheyWereLookedAt() {
        LaneLease lease = sending(1);
        orphans().keep(List.of(status("wamid.1", MessageStatus.SENT)));
        orphans().recheck(NOW.plusSeconds(1), 10);

        stores().deliveries().recordOutcomes(lease, List.of(acceptance(1)));

        assertThat(matched()).hasSize(1);
    }

    @Test
    void areKeptOnceEachAndRemovedOneByOne() {
        accepted(1);
        OrphanStatus sent = status("wamid.1", MessageStatus.SENT);
        OrphanStatus delivered = status("wamid.1", MessageStatus.DELIVERED);
        orphans().keep(List.of(sent, delivered, sent));
        orphans().keep(List.of(sent));

        assertThat(matched()).containsExactlyInAnyOrder(sent, delivered);
        orphans().remove(List.of(sent));

        assertThat(matched()).containsExactly(delivered);
    }

    @Test
    void areLeftToWorkersThatHaveTheirProvider() {
        accepted(1);
        orphans().keep(List.of(status("wamid.1", MessageStatus.SENT)));

        assertThat(orphans().matched(Set.of(ProviderId.of("twilio")), 10)).isEmpty();
        assertThat(matched()).hasSize(1);
    }

    @Test
    void ofAnotherTenantAreNotMatched() {
        accepted(1);

        orphans().keep(List.of(status(OTHER, "wamid.1", MessageStatus.SENT)));

        assertThat(matched()).isEmpty();
    }

    @Test
    void areDeletedWhenTheyAreOld() {
        orphans().keep(List.of(status("wamid.a", MessageStatus.SENT)));

        assertThat(orphans().purge(NOW)).isZero();
        assertThat(orphans().purge(NOW.plusMillis(1))).isEqualTo(1);
        assertThat(orphans().count()).isZero();
    }

    @Test
    void areNeverLostWhenTheAnswerIsRecordedAtTheSameMoment() {
        int rows = 60;
        LaneLease lease = sending(rows);
        CampaignStores other = another();
        for (int n = 1; n <= rows; n++) {
            int row = n;
            race(List.of(() -> stores().deliveries().recordOutcomes(lease, List.of(acceptance(row))), () -> {
                other.orphans().keep(List.of(status("wamid." + row, MessageStatus.SENT)));
                return Set.of();
            }));
        }
        // What both missed, because their transactions were open at the same time.
        orphans().recheck(NOW.plusSeconds(1), 1_000);

        assertThat(matched())
                .extracting(orphan -> orphan.messageId().value())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, rows)
                        .mapToObj(n -> "wamid." + n)
                        .toList());
    }
}
