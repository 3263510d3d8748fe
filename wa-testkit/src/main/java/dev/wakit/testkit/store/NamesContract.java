package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.Bsuid;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.consent.SuppressionSource;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.Intent;
import dev.wakit.campaign.store.IntentResult;
import dev.wakit.campaign.store.ReadCursor;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * People who are known by a phone number and a user id: what they wished under one name holds for the other.
 *
 * @since 0.1
 */
public abstract class NamesContract extends StoreFixture {

    /** For subclasses. */
    protected NamesContract() {}

    private static Bsuid userId(long person) {
        return Bsuid.of("IN.9000" + person);
    }

    private static Recipient both(long person) {
        return Recipient.of(person(person).phone().orElseThrow(), userId(person));
    }

    private static String userKey(long person) {
        return Recipient.of(userId(person)).key();
    }

    private static Suppression entry(String key, SuppressionScope scope) {
        return new Suppression(key, scope, SuppressionSource.STOP_REPLY, "STOP", NOW);
    }

    private static Suppression wait(String key, Instant until) {
        return new Suppression(
                key,
                SuppressionScope.MARKETING_FOR_NOW,
                SuppressionSource.PROVIDER_ERROR,
                "131049",
                NOW.minusSeconds(60),
                until);
    }

    private LaneLease runningWithBothNames(int count) {
        return running(LongStream.rangeClosed(1, count)
                .mapToObj(id -> delivery(id).recipient(both(id)).build())
                .toList());
    }

    private IntentResult commit(LaneLease lease, boolean marketing, long... people) {
        List<Intent> intents = LongStream.of(people)
                .mapToObj(id -> new Intent(id(id), CAMPAIGN, 1, both(id), marketing))
                .toList();
        return stores().deliveries().commitIntents(lease, intents, NOW);
    }

    @Test
    void aStopUnderOneOfTwoNamesSkipsTheDelivery() {
        LaneLease lease = runningWithBothNames(4);
        stores().suppressions().add(TENANT, entry(userKey(1), SuppressionScope.ALL));
        stores().suppressions().add(TENANT, entry(person(2).key(), SuppressionScope.MARKETING));
        stores().suppressions().add(TENANT, entry(userKey(3), SuppressionScope.MARKETING));

        IntentResult result = commit(lease, true, 1, 2, 3, 4);

        assertThat(result.suppressed()).containsExactlyInAnyOrder(id(1), id(2), id(3));
        assertThat(result.granted()).containsExactly(id(4));
        assertThat(found(1).skipReason()).contains(SkipReason.SUPPRESSED);
        assertThat(stateOf(4)).isEqualTo(DeliveryState.SENDING);
    }

    @Test
    void aStopOfMarketingUnderTheSecondNameLeavesOtherMessagesAlone() {
        LaneLease lease = runningWithBothNames(2);
        stores().suppressions().add(TENANT, entry(userKey(1), SuppressionScope.MARKETING));
        stores().suppressions().add(TENANT, entry(userKey(2), SuppressionScope.ALL));

        IntentResult result = commit(lease, false, 1, 2);

        assertThat(result.granted()).containsExactly(id(1));
        assertThat(result.suppressed()).containsExactly(id(2));
    }

    @Test
    void aWaitUnderEitherNameHoldsUntilTheLaterOneEnds() {
        LaneLease lease = runningWithBothNames(2);
        Instant sooner = NOW.plusSeconds(600);
        Instant later = NOW.plusSeconds(3_600);
        stores().suppressions().add(TENANT, wait(person(1).key(), sooner));
        stores().suppressions().add(TENANT, wait(userKey(1), later));
        stores().suppressions().add(TENANT, wait(userKey(2), NOW));

        IntentResult result = commit(lease, true, 1, 2);

        assertThat(result.refused()).containsExactly(id(1));
        assertThat(result.granted()).containsExactly(id(2));
        assertThat(found(1).notBefore()).isEqualTo(later);
    }

    @Test
    void theWishOfOneTenantIsNotThatOfAnother() {
        LaneLease lease = runningWithBothNames(1);
        stores().suppressions().add(OTHER, entry(userKey(1), SuppressionScope.ALL));

        assertThat(commit(lease, true, 1).granted()).containsExactly(id(1));
    }

    @Test
    void bothNamesAreKeptWithTheDelivery() {
        LaneLease lease = runningWithBothNames(1);

        List<Delivery> read = stores().deliveries().readAhead(lease, CAMPAIGN, NOW, ReadCursor.START, 10);

        assertThat(read)
                .singleElement()
                .satisfies(row -> assertThat(row.recipient()).contains(both(1)));
    }
}
