package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.pacing.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TurnOrderTest {

    private record Member(String name, Priority priority, int weight) {}

    private final TurnOrder<Member> turns = new TurnOrder<>(Member::priority, Member::weight);

    private List<String> take(int count, Member... waiting) {
        var names = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            names.add(turns.next(List.of(waiting)).name());
        }
        return names;
    }

    private Map<String, Long> count(int turnCount, Member... waiting) {
        return take(turnCount, waiting).stream()
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    @Test
    void equalOnesTakeTurns() {
        var one = new Member("one", Priority.NORMAL, 10);
        var two = new Member("two", Priority.NORMAL, 10);

        assertThat(take(6, one, two)).containsExactly("one", "two", "one", "two", "one", "two");
    }

    @Test
    void weightsShareALevelExactlyAndEvenly() {
        var heavy = new Member("heavy", Priority.NORMAL, 50);
        var light = new Member("light", Priority.NORMAL, 10);

        assertThat(count(600, heavy, light)).containsEntry("heavy", 500L).containsEntry("light", 100L);
        for (int i = 0; i < 10; i++) {
            assertThat(take(6, heavy, light)).containsOnlyOnce("light");
        }
    }

    @Test
    void theMostUrgentGoFirstAndEachOtherLevelKeepsOneTurnInTwenty() {
        var urgent = new Member("urgent", Priority.URGENT, 1);
        var high = new Member("high", Priority.HIGH, 100);
        var normal = new Member("normal", Priority.NORMAL, 100);
        var low = new Member("low", Priority.LOW, 100);

        assertThat(count(2_002, urgent, high, normal, low))
                .containsEntry("urgent", 1_702L)
                .containsEntry("high", 100L)
                .containsEntry("normal", 100L)
                .containsEntry("low", 100L);
    }

    @Test
    void nobodyWaitsLongerThanItsShareAllows() {
        var urgent = new Member("urgent", Priority.URGENT, 100);
        var low = new Member("low", Priority.LOW, 1);

        List<String> order = take(400, urgent, low);

        for (int from = 0; from + 20 <= order.size(); from += 20) {
            assertThat(order.subList(from, from + 20)).containsOnlyOnce("low");
        }
    }

    @Test
    void aNewUrgentOneIsNextHoweverLongOthersWaited() {
        var blast = new Member("blast", Priority.NORMAL, 100);
        var code = new Member("code", Priority.URGENT, 1);
        take(10_000, blast);

        assertThat(take(5, blast, code)).containsExactly("code", "code", "code", "code", "code");
    }

    @Test
    void aLevelThatDoesNotWaitSavesNothingUp() {
        var urgent = new Member("urgent", Priority.URGENT, 1);
        var low = new Member("low", Priority.LOW, 1);
        take(15, urgent, low);
        take(100, urgent);

        assertThat(take(19, urgent, low)).doesNotContain("low");
    }

    @Test
    void oneAloneGetsEverything() {
        var low = new Member("low", Priority.LOW, 1);

        assertThat(count(50, low)).containsEntry("low", 50L);
    }
}
