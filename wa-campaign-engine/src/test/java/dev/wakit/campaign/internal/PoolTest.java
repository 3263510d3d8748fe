package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wakit.TenantId;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.PoolMember.State;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.provider.ProviderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PoolTest {

    private static LaneKey lane(int number) {
        return new LaneKey(TenantId.of("acme"), ProviderId.of("meta"), SenderId.of("10" + number));
    }

    private static PoolMember member(int number, int weight, State state) {
        return new PoolMember(lane(number), weight, state, "", Instant.EPOCH);
    }

    @Test
    void thePartsOfAWholeNumberAreTheWholeAndNobodyHasNone() {
        var random = new Random(7);
        for (int run = 0; run < 2_000; run++) {
            var members = new ArrayList<PoolMember>();
            int count = 1 + random.nextInt(8);
            for (int i = 0; i < count; i++) {
                members.add(member(i, 1 + random.nextInt(1_000), State.IN));
            }
            var pool = new Pool(members);
            int whole = count + random.nextInt(500);

            List<Integer> parts =
                    members.stream().map(one -> pool.share(one.lane(), whole)).toList();

            assertThat(parts).as("%d by %s", whole, members).allMatch(part -> part >= 1);
            assertThat(parts.stream().mapToInt(Integer::intValue).sum())
                    .as("%d by %s", whole, members)
                    .isEqualTo(whole);
        }
    }

    @Test
    void thePartsFollowTheWeights() {
        var pool = new Pool(List.of(member(1, 1, State.IN), member(2, 3, State.IN)));

        assertThat(pool.share(lane(1))).isCloseTo(0.25, within(1e-9));
        assertThat(pool.share(lane(2))).isCloseTo(0.75, within(1e-9));
        assertThat(pool.share(lane(1), 102)).isEqualTo(26);
        assertThat(pool.share(lane(2), 102)).isEqualTo(76);
    }

    @Test
    void whoIsOutHasNoPart() {
        var pool = new Pool(List.of(member(1, 1, State.IN), member(2, 3, State.HELD), member(3, 3, State.STOPPED)));

        assertThat(pool.share(lane(1))).isEqualTo(1);
        assertThat(pool.share(lane(1), 5)).isEqualTo(5);
        assertThat(pool.sends(lane(2))).isFalse();
        assertThat(pool.share(lane(2))).isZero();
        assertThat(pool.share(lane(2), 5)).isZero();
        assertThat(pool.sends(lane(3))).isFalse();
    }

    @Test
    void whileNobodyIsInThoseThatAreHeldMayTry() {
        var pool = new Pool(List.of(member(1, 1, State.HELD), member(2, 1, State.HELD), member(3, 3, State.STOPPED)));

        assertThat(pool.sends(lane(1))).isTrue();
        assertThat(pool.share(lane(2))).isEqualTo(0.5);
        assertThat(pool.sends(lane(3))).isFalse();
        assertThat(pool.in()).isEmpty();
    }
}
