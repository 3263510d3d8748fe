package dev.wakit.testkit.store;

import static dev.wakit.campaign.consent.SuppressionScope.ALL;
import static dev.wakit.campaign.consent.SuppressionScope.MARKETING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.consent.SuppressionSource;
import dev.wakit.campaign.store.SuppressionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The suppression list.
 *
 * @since 0.1
 */
public abstract class SuppressionContract extends StoreFixture {

    /** For subclasses. */
    protected SuppressionContract() {}

    private SuppressionStore list() {
        return stores().suppressions();
    }

    private static List<String> keys(long... people) {
        return LongStream.of(people).mapToObj(n -> person(n).key()).toList();
    }

    @Test
    void keepsTheFirstEntryOfAPersonAndScopeButTheLatestTime() {
        var first = new Suppression(person(1).key(), MARKETING, SuppressionSource.STOP_REPLY, "توقف 🛑", NOW);
        var second =
                new Suppression(person(1).key(), MARKETING, SuppressionSource.OPERATOR, "by phone", NOW.plusSeconds(9));

        assertThat(list().add(TENANT, first)).isTrue();
        assertThat(list().add(TENANT, second)).isFalse();

        assertThat(another().suppressions().list(TENANT, "", 10))
                .containsExactly(new Suppression(
                        first.recipientKey(), first.scope(), first.source(), first.reason(), NOW.plusSeconds(9)));
    }

    @Test
    void anOlderWishDoesNotEndANewerEntry() {
        list().add(TENANT, suppression(1, MARKETING));

        assertThat(list().remove(TENANT, person(1).key(), MARKETING, NOW.minusSeconds(60)))
                .isFalse();
        assertThat(list().remove(TENANT, person(1).key(), MARKETING, NOW.plusSeconds(60)))
                .isTrue();
    }

    @Test
    void anEntryForNowHoldsNobodyBackForGoodAndEndsByItself() {
        list().add(TENANT, forNow(1, NOW.plusSeconds(60)));

        assertThat(list().suppressed(TENANT, keys(1), true)).isEmpty();
        assertThat(list().list(TENANT, "", 10)).containsExactly(forNow(1, NOW.plusSeconds(60)));
        assertThat(list().purgeEnded(NOW)).isZero();
        assertThat(list().purgeEnded(NOW.plusSeconds(61))).isEqualTo(1);
        assertThat(list().list(TENANT, "", 10)).isEmpty();
    }

    @Test
    void holdsBackByScope() {
        list().add(TENANT, suppression(1, MARKETING));
        list().add(TENANT, suppression(2, ALL));

        assertThat(list().suppressed(TENANT, keys(1, 2, 3), true)).containsExactlyInAnyOrderElementsOf(keys(1, 2));
        assertThat(list().suppressed(TENANT, keys(1, 2, 3), false)).containsExactlyElementsOf(keys(2));
        assertThat(list().suppressed(TENANT, List.of(), true)).isEmpty();
    }

    @Test
    void checksFiveThousandPeopleAtOnce() {
        list().add(TENANT, suppression(4_999, ALL));

        assertThat(list().suppressed(TENANT, keys(LongStream.range(0, 5_000).toArray()), true))
                .containsExactlyElementsOf(keys(4_999));
    }

    @Test
    void endsAnEntryOfOneScope() {
        list().add(TENANT, suppression(1, MARKETING));
        list().add(TENANT, suppression(1, ALL));

        assertThat(list().remove(TENANT, person(1).key(), ALL, NOW.plusSeconds(60)))
                .isTrue();
        assertThat(list().remove(TENANT, person(1).key(), ALL, NOW.plusSeconds(60)))
                .isFalse();
        assertThat(list().suppressed(TENANT, keys(1), false)).isEmpty();
        assertThat(list().suppressed(TENANT, keys(1), true)).hasSize(1);
    }

    @Test
    void listsPageByPageInTheOrderOfKeysWithNobodyLeftOut() {
        for (long person = 1; person <= 9; person++) {
            list().add(TENANT, suppression(person, MARKETING));
            list().add(TENANT, suppression(person, ALL));
        }
        var seen = new ArrayList<Suppression>();

        List<Suppression> page = list().list(TENANT, "", 5);
        while (!page.isEmpty()) {
            seen.addAll(page);
            page = list().list(TENANT, page.get(page.size() - 1).recipientKey(), 5);
        }

        assertThat(seen).hasSize(18).doesNotHaveDuplicates();
        assertThat(seen).extracting(Suppression::recipientKey).isSorted();
    }

    @Test
    void addsAPersonOnceWhenTwoInstancesRace() {
        SuppressionStore one = list();
        SuppressionStore two = another().suppressions();

        List<Boolean> added =
                race(List.of(() -> one.add(TENANT, suppression(1, ALL)), () -> two.add(TENANT, suppression(1, ALL))));

        assertThat(added).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void anotherTenantSeesNothing() {
        list().add(TENANT, suppression(1, ALL));

        assertThat(list().suppressed(OTHER, keys(1), true)).isEmpty();
        assertThat(list().list(OTHER, "", 10)).isEmpty();
        assertThat(list().remove(OTHER, person(1).key(), ALL, NOW.plusSeconds(60)))
                .isFalse();
        assertThat(list().add(OTHER, suppression(1, ALL))).isTrue();
    }
}
