package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wakit.TenantId;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.provider.ProviderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RendezvousTest {

    private static final int PEOPLE = 60_000;
    private static final PoolMember ONE = member("meta", "1065", 1);
    private static final PoolMember TWO = member("twilio", "+14155550100", 2);
    private static final PoolMember THREE = member("germany", "77", 3);
    private static final List<PoolMember> ALL = List.of(ONE, TWO, THREE);

    private static PoolMember member(String provider, String sender, int weight) {
        var lane = new LaneKey(TenantId.of("acme"), ProviderId.of(provider), SenderId.of(sender));
        return new PoolMember(lane, weight, PoolMember.State.IN, "", Instant.EPOCH);
    }

    private static List<String> people() {
        var random = new Random(42);
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> "+49170" + String.format("%09d", random.nextInt(1_000_000_000)))
                .toList();
    }

    private static Map<LaneKey, Long> counts(List<PoolMember> members) {
        return people().stream()
                .map(new Rendezvous(members)::pick)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Four standard deviations of a binomial share: by chance outside once in 16,000. */
    private static double spread(double share) {
        return 4 * Math.sqrt(PEOPLE * share * (1 - share));
    }

    @Test
    void givesEachSenderItsWeight() {
        Map<LaneKey, Long> counts = counts(ALL);

        for (PoolMember member : ALL) {
            double share = member.weight() / 6.0;
            assertThat(counts.get(member.lane()).doubleValue())
                    .as(member.lane().lane())
                    .isCloseTo(PEOPLE * share, within(spread(share)));
        }
    }

    @Test
    void aWeightOfAThousandBesideOneIsKept() {
        PoolMember large = member("meta", "1066", 1_000);
        Map<LaneKey, Long> counts = counts(List.of(ONE, large));

        assertThat(counts.get(ONE.lane()).doubleValue()).isCloseTo(PEOPLE / 1_001.0, within(spread(1 / 1_001.0)));
    }

    @Test
    void anyOrderOfTheSendersGivesTheSame() {
        var shuffled = new ArrayList<>(ALL);
        Collections.shuffle(shuffled, new Random(1));
        var one = new Rendezvous(ALL);
        var other = new Rendezvous(shuffled);

        assertThat(people()).allMatch(person -> one.pick(person).equals(other.pick(person)));
    }

    @Test
    void onlyThePeopleOfASenderThatLeavesGoToOthers() {
        var before = new Rendezvous(ALL);
        var after = new Rendezvous(List.of(ONE, THREE));

        assertThat(people())
                .allMatch(person -> before.pick(person).equals(TWO.lane())
                        || before.pick(person).equals(after.pick(person)));
    }

    @Test
    void thoseWhoseSenderLeftAreSharedByWeight() {
        var before = new Rendezvous(ALL);
        var after = new Rendezvous(List.of(ONE, THREE));
        List<LaneKey> moved = people().stream()
                .filter(person -> before.pick(person).equals(TWO.lane()))
                .map(after::pick)
                .toList();

        assertThat(moved.stream().filter(ONE.lane()::equals).count() / (double) moved.size())
                .isCloseTo(0.25, within(4 * Math.sqrt(0.25 * 0.75 / moved.size())));
    }

    // A later version must give people the same senders as this one: these were noted when it was written.
    @Test
    void peopleKeepTheirSendersFromVersionToVersion() {
        var choice = new Rendezvous(ALL);

        assertThat(IntStream.range(0, 12)
                        .mapToObj(i -> choice.pick("+4917000000" + i).provider().value())
                        .toList())
                .containsExactly(
                        "germany", "germany", "germany", "twilio", "meta", "germany", "twilio", "meta", "twilio",
                        "germany", "germany", "germany");
    }

    @Test
    void refusesAPoolWithoutASender() {
        assertThatThrownBy(() -> new Rendezvous(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
