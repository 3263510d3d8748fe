package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.CounterNames;
import dev.wakit.campaign.store.IntentLimits;
import dev.wakit.campaign.store.IntentLimits.Budget;
import dev.wakit.campaign.store.IntentResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * The budget of a portfolio: how many people may be written to first, over all its campaigns and workers.
 *
 * @since 0.1
 */
public abstract class PortfolioContract extends StoreFixture {

    private static final Budget FIVE = new Budget("house", 5);

    /** For subclasses. */
    protected PortfolioContract() {}

    private static IntentLimits budget(Budget budget) {
        return IntentLimits.NONE.initiating(Set.of(CAMPAIGN), budget, null);
    }

    private IntentResult commit(LaneLease lease, int count, IntentLimits limits, Instant now) {
        return stores().deliveries().commitIntents(lease, intents(count), limits, now);
    }

    @Test
    void letsSoManyPeopleThroughAndHoldsTheRest() {
        LaneLease lease = running(8);

        IntentResult result = commit(lease, 8, budget(FIVE), NOW);

        assertThat(result.granted()).hasSize(5);
        assertThat(result.held())
                .hasSize(3)
                .allSatisfy((id, layer) -> assertThat(layer).isEqualTo(HoldLayer.PORTFOLIO));
        assertThat(result.held().keySet())
                .allSatisfy(id -> assertThat(stateOf(id.value())).isEqualTo(DeliveryState.PENDING));
        assertThat(counter(CounterNames.state(DeliveryState.PENDING))).isEqualTo(3);
        assertThat(stores().pacing().budget(TENANT, "house", NOW).used()).isEqualTo(5);
    }

    @Test
    void tellsWhenTheNextPlaceIsFree() {
        LaneLease lease = running(8);
        commit(lease, 5, budget(FIVE), NOW);

        IntentResult result = commit(lease, 8, budget(FIVE), NOW.plusSeconds(60));

        assertThat(result.granted()).isEmpty();
        assertThat(result.budgetFreeAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void isFreeAgainAfterTwentyFourHours() {
        LaneLease lease = running(8);
        commit(lease, 5, budget(FIVE), NOW);
        Instant later = NOW.plus(Duration.ofHours(24));

        assertThat(commit(lease, 8, budget(FIVE), later.minusMillis(1)).granted())
                .isEmpty();
        assertThat(commit(lease, 8, budget(FIVE), later).granted()).hasSize(3);
        assertThat(stores().pacing().budget(TENANT, "house", later).used()).isEqualTo(3);
    }

    @Test
    void costsNothingForWhoeverWasCounted() {
        LaneLease lease = running(8);
        commit(lease, 5, budget(FIVE), NOW);
        stores().deliveries().giveBack(lease, intents(5), NOW);
        var again = List.of(intent(1, 2), intent(2, 2), intent(6, 1));

        IntentResult result = stores().deliveries().commitIntents(lease, again, budget(FIVE), NOW.plusSeconds(60));

        assertThat(result.granted()).containsExactlyInAnyOrder(id(1), id(2));
        assertThat(result.held()).containsOnlyKeys(id(6));
    }

    @Test
    void countsAPersonFromTheLatestMessageOn() {
        LaneLease lease = running(8);
        commit(lease, 5, budget(FIVE), NOW);
        stores().deliveries().giveBack(lease, intents(5), NOW);
        Instant later = NOW.plus(Duration.ofHours(20));
        stores().deliveries().commitIntents(lease, List.of(intent(1, 2)), budget(FIVE), later);

        assertThat(stores().pacing()
                        .budget(TENANT, "house", NOW.plus(Duration.ofHours(30)))
                        .used())
                .isEqualTo(1);
    }

    @Test
    void isSharedByWorkersAndNeverExceeded() {
        LaneLease lease = running(200);
        CampaignStores other = another();
        var fifty = budget(new Budget("house", 50));
        Callable<IntentResult> one =
                () -> stores().deliveries().commitIntents(lease, intents(200).subList(0, 100), fifty, NOW);
        Callable<IntentResult> two =
                () -> other.deliveries().commitIntents(lease, intents(200).subList(100, 200), fifty, NOW);

        List<IntentResult> results = race(List.of(one, two));

        assertThat(results.get(0).granted().size() + results.get(1).granted().size())
                .isEqualTo(50);
        assertThat(stores().pacing().budget(TENANT, "house", NOW).used()).isEqualTo(50);
    }

    @Test
    void isOneOfATenantAndOfAName() {
        LaneLease lease = running(8);
        commit(lease, 5, budget(FIVE), NOW);

        assertThat(stores().pacing().budget(OTHER, "house", NOW).used()).isZero();
        assertThat(commit(lease, 8, budget(new Budget("other", 2)), NOW).granted())
                .hasSize(2);
    }

    @Test
    void doesNotCountCampaignsThatDoNotBegin() {
        LaneLease lease = running(8);

        IntentResult result = commit(lease, 8, IntentLimits.NONE.initiating(Set.of(), FIVE, null), NOW);

        assertThat(result.granted()).hasSize(8);
        assertThat(stores().pacing().budget(TENANT, "house", NOW).used()).isZero();
    }

    @Test
    void forgetsPeopleWhenItIsTidied() {
        LaneLease lease = running(8);
        commit(lease, 5, budget(FIVE), NOW);
        Instant later = NOW.plus(Duration.ofHours(25));

        stores().pacing().tidy(later);

        assertThat(commit(lease, 8, budget(FIVE), later).granted()).hasSize(3);
    }
}
