package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.LaneRow;
import dev.wakit.provider.ProviderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneShareTest {

    private static final ProviderId META = ProviderId.of("meta");
    private static final ProviderId TWILIO = ProviderId.of("twilio");

    private static LaneKey lane(ProviderId provider, int number) {
        return new LaneKey(TenantId.DEFAULT, provider, SenderId.of("sender-" + number));
    }

    private static LaneRow row(LaneKey lane, String owner) {
        return new LaneRow(lane, owner, 1, Instant.EPOCH, owner.isEmpty());
    }

    private static Map<String, Set<ProviderId>> workers(String... names) {
        var workers = new HashMap<String, Set<ProviderId>>();
        List.of(names).forEach(name -> workers.put(name, Set.of(META)));
        return workers;
    }

    private static List<LaneRow> rows(String... owners) {
        var rows = new ArrayList<LaneRow>();
        for (String owner : owners) {
            rows.add(row(lane(META, rows.size()), owner));
        }
        return rows;
    }

    private static LaneShare share(String me, List<LaneRow> rows, Map<String, Set<ProviderId>> workers) {
        return new LaneShare(me, rows, workers, Set.of());
    }

    @Test
    void aloneKeepsAndTakesEverything() {
        LaneShare share = share("a", rows("a", "a", ""), workers("a"));

        assertThat(share.isTooMany(lane(META, 0))).isFalse();
        assertThat(share.mayTake(lane(META, 2))).isTrue();
    }

    @Test
    void givesBackToANewcomer() {
        LaneShare share = share("a", rows("a", "a", "a", "a"), workers("a", "b"));

        assertThat(share.isTooMany(lane(META, 0))).isTrue();
        share.note(lane(META, 0), -1);
        assertThat(share.isTooMany(lane(META, 1))).isTrue();
        share.note(lane(META, 1), -1);
        assertThat(share.isTooMany(lane(META, 2))).isFalse();
    }

    @Test
    void leavesFreeLanesToThoseWhoHaveFewer() {
        List<LaneRow> rows = rows("a", "b", "", "");

        assertThat(share("a", rows, workers("a", "b", "c")).mayTake(lane(META, 2)))
                .isFalse();
        assertThat(share("c", rows, workers("a", "b", "c")).mayTake(lane(META, 2)))
                .isTrue();
    }

    @Test
    void movesOneLaneWhenSomebodyHasNoneAlthoughNobodyIsAboveTheShare() {
        List<LaneRow> rows = rows("a", "a", "b", "b");

        assertThat(share("a", rows, workers("a", "b", "c")).isTooMany(lane(META, 0)))
                .isTrue();
        assertThat(share("b", rows, workers("a", "b", "c")).isTooMany(lane(META, 2)))
                .isFalse();
    }

    @Test
    void movesNothingForTheSakeOfOne() {
        List<LaneRow> rows = rows("a", "a", "b");

        assertThat(share("a", rows, workers("a", "b")).isTooMany(lane(META, 0))).isFalse();
        assertThat(share("b", rows("a", "b", "b"), workers("a", "b")).isTooMany(lane(META, 1)))
                .isFalse();
    }

    @Test
    void countsOnlyWorkersThatHaveTheProvider() {
        Map<String, Set<ProviderId>> workers = new HashMap<>(workers("a"));
        workers.put("b", Set.of(TWILIO));
        List<LaneRow> rows = List.of(row(lane(META, 0), "a"), row(lane(META, 1), "a"), row(lane(TWILIO, 2), ""));

        LaneShare share = share("a", rows, workers);

        assertThat(share.isTooMany(lane(META, 0))).isFalse();
        assertThat(share.mayTake(lane(TWILIO, 2))).isFalse();
        assertThat(share("b", rows, workers).mayTake(lane(TWILIO, 2))).isTrue();
    }

    @Test
    void sharesLanesOfSeveralProvidersInOnePool() {
        Map<String, Set<ProviderId>> workers = Map.of("a", Set.of(META, TWILIO), "b", Set.of(META, TWILIO));
        List<LaneRow> rows = List.of(row(lane(META, 0), "a"), row(lane(TWILIO, 1), "a"));

        assertThat(share("a", rows, workers).isTooMany(lane(META, 0))).isTrue();
    }

    @Test
    void doesNotCountLanesThatAreBeingGivenBack() {
        List<LaneRow> rows = rows("a", "a", "a", "");
        var share = new LaneShare("a", rows, workers("a", "b"), Set.of(lane(META, 0)));

        assertThat(share.isTooMany(lane(META, 1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "4,3", "5,2", "7,3", "12,5", "3,8", "100,7"})
    void settlesEvenlyFromAnywhereAndThenRests(int lanes, int workers) {
        var random = new Random(lanes * 31L + workers);
        for (int round = 0; round < 20; round++) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                names.add("w" + i);
            }
            List<String> owners = new ArrayList<>();
            for (int i = 0; i < lanes; i++) {
                int pick = random.nextInt(workers + 1);
                owners.add(pick == workers ? "" : names.get(pick));
            }

            int moves = settle(owners, names);

            var held = new TreeMap<String, Integer>();
            names.forEach(name -> held.put(name, 0));
            owners.forEach(owner -> held.merge(owner, 1, Integer::sum));
            assertThat(held).doesNotContainKey("");
            assertThat(held.values())
                    .allMatch(count -> count == lanes / workers || count == (lanes + workers - 1) / workers);
            assertThat(moves).isLessThanOrEqualTo(lanes);
        }
    }

    /** Lets each worker look in turn until nobody moves. Returns how many lanes were given back. */
    private static int settle(List<String> owners, List<String> names) {
        int moves = 0;
        for (int turn = 0; turn < 1_000; turn++) {
            boolean changed = false;
            for (String me : names) {
                LaneShare share = share(me, rows(owners.toArray(String[]::new)), workers(names.toArray(String[]::new)));
                for (int i = 0; i < owners.size(); i++) {
                    if (owners.get(i).equals(me) && share.isTooMany(lane(META, i))) {
                        owners.set(i, "");
                        share.note(lane(META, i), -1);
                        moves++;
                        changed = true;
                    } else if (owners.get(i).isEmpty() && share.mayTake(lane(META, i))) {
                        owners.set(i, me);
                        share.note(lane(META, i), 1);
                        changed = true;
                    }
                }
            }
            if (!changed) {
                return moves;
            }
        }
        throw new AssertionError("The lanes never rest.");
    }
}
