package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.InboxAge;
import dev.wakit.campaign.store.InboxEntry;
import dev.wakit.campaign.store.WebhookInbox;
import dev.wakit.campaign.webhook.WebhookEndpoint;
import dev.wakit.provider.ProviderId;
import dev.wakit.webhook.WebhookRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The webhook inbox and the keys of events that were seen.
 *
 * @since 0.1
 */
public abstract class InboxContract extends StoreFixture {

    private static final Duration HIDE = Duration.ofMinutes(1);
    private static final Set<ProviderId> PROVIDERS = Set.of(ProviderId.of("meta"));

    /** For subclasses. */
    protected InboxContract() {}

    private WebhookInbox inbox() {
        return stores().inbox();
    }

    private static InboxEntry entry(long id, byte[] body) {
        var request = WebhookRequest.of("POST", "/hooks/meta?a=1", Map.of("X-Hub-Signature-256", "sha256=ab"), body);
        return new InboxEntry(TENANT, id, ProviderId.of("meta"), request, NOW, 0);
    }

    private void append(int count) {
        IntStream.rangeClosed(1, count).forEach(id -> inbox().append(entry(id, new byte[] {(byte) id})));
    }

    private List<Long> claim(Instant now, int limit) {
        return inbox().claim(WORKER, PROVIDERS, limit, now, HIDE).stream()
                .map(InboxEntry::id)
                .toList();
    }

    @Test
    void leavesTheWebhooksOfOtherProvidersToOtherWorkers() {
        append(2);

        assertThat(inbox().claim(WORKER, Set.of(ProviderId.of("twilio")), 10, NOW, HIDE))
                .isEmpty();
        assertThat(claim(NOW, 10)).hasSize(2);
    }

    @Test
    void keepsTheRequestAsItArrived() {
        byte[] body = new byte[300_000];
        IntStream.range(0, body.length).forEach(at -> body[at] = (byte) (at * 31));

        inbox().append(entry(7, body));
        InboxEntry claimed =
                another().inbox().claim(WORKER, PROVIDERS, 10, NOW, HIDE).get(0);

        assertThat(claimed.tenant()).isEqualTo(TENANT);
        assertThat(claimed.id()).isEqualTo(7);
        assertThat(claimed.provider()).isEqualTo(ProviderId.of("meta"));
        assertThat(claimed.receivedAt()).isEqualTo(NOW);
        assertThat(claimed.tries()).isZero();
        assertThat(claimed.request().method()).isEqualTo("POST");
        assertThat(claimed.request().target()).isEqualTo("/hooks/meta?a=1");
        assertThat(claimed.request().header("x-hub-signature-256")).contains("sha256=ab");
        assertThat(Arrays.equals(claimed.request().body(), body)).isTrue();
    }

    @Test
    void keepsTheLargestBodyThatIsTaken() {
        byte[] body = new byte[WebhookEndpoint.MAX_BODY_BYTES];
        new Random(7).nextBytes(body);

        inbox().append(entry(1, body));

        byte[] kept =
                inbox().claim(WORKER, PROVIDERS, 1, NOW, HIDE).get(0).request().body();
        assertThat(Arrays.equals(kept, body)).isTrue();
    }

    @Test
    void claimsOldestFirstAndHidesWhatIsClaimed() {
        append(3);

        assertThat(claim(NOW, 2)).containsExactly(1L, 2L);
        assertThat(claim(NOW, 2)).containsExactly(3L);
        assertThat(claim(NOW, 2)).isEmpty();
        assertThat(inbox().backlog()).isEqualTo(3);
    }

    @Test
    void claimsAgainWhatWasNotSettledAndCountsTheTry() {
        append(1);
        claim(NOW, 1);

        List<InboxEntry> again = inbox().claim("worker-2", PROVIDERS, 1, NOW.plus(HIDE), HIDE);

        assertThat(again).extracting(InboxEntry::id).containsExactly(1L);
        assertThat(again.get(0).tries()).isEqualTo(1);
    }

    @Test
    void anEntryThatTwoWorkersDiedOverIsClaimedAloneSoThatTheNextDeathCountsAgainstNoOther() {
        append(3);
        claim(NOW, 10);
        claim(NOW.plus(HIDE), 10);
        inbox().append(entry(4, new byte[] {4}));
        Instant third = NOW.plus(HIDE).plus(HIDE);

        assertThat(claim(third, 10)).as("nobody died over it").containsExactly(4L);
        assertThat(claim(third, 10)).containsExactly(1L);
        inbox().done(List.of(1L), third);
        assertThat(claim(third, 10)).containsExactly(2L);

        List<InboxEntry> last = inbox().claim("worker-2", PROVIDERS, 10, third, HIDE);
        assertThat(last).extracting(InboxEntry::id).containsExactly(3L);
        assertThat(last.get(0).tries()).isEqualTo(2);
    }

    @Test
    void givesBackWhatAWorkerClaimedAndDidNotSettleWithoutCountingATry() {
        append(4);
        claim(NOW, 2);
        inbox().done(List.of(1L), NOW);
        inbox().claim("worker-2", PROVIDERS, 1, NOW, HIDE);

        assertThat(another().inbox().giveBack(WORKER, NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(inbox().giveBack(WORKER, NOW.plusSeconds(1)))
                .as("a second time")
                .isZero();

        List<InboxEntry> again = inbox().claim("worker-3", PROVIDERS, 10, NOW.plusSeconds(1), HIDE);
        assertThat(again).extracting(InboxEntry::id).containsExactlyInAnyOrder(2L, 4L);
        assertThat(again).extracting(InboxEntry::tries).containsOnly(0);
    }

    @Test
    void givesEveryEntryToOneOfTwoRacingWorkers() {
        append(100);
        List<CampaignStores> instances = List.of(stores(), another());
        List<Callable<List<InboxEntry>>> workers = IntStream.range(0, 4)
                .<Callable<List<InboxEntry>>>mapToObj(
                        n -> () -> instances.get(n % 2).inbox().claim("worker-" + n, PROVIDERS, 40, NOW, HIDE))
                .toList();

        var claimed = new ArrayList<Long>();
        race(workers).forEach(entries -> entries.forEach(entry -> claimed.add(entry.id())));
        claimed.addAll(claim(NOW, 100));

        assertThat(claimed).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void settlesEntries() {
        append(3);
        claim(NOW, 3);

        inbox().done(List.of(1L, 2L), NOW);
        inbox().done(List.of(), NOW);

        assertThat(inbox().backlog()).isEqualTo(1);
        assertThat(claim(NOW.plus(HIDE), 10)).containsExactly(3L);
    }

    @Test
    void putsAnEntryBackForLaterWithOneMoreTry() {
        append(1);
        claim(NOW, 1);

        inbox().retry(1, NOW.plusSeconds(5), "parse error");

        assertThat(claim(NOW.plusSeconds(4), 1)).isEmpty();
        assertThat(inbox().claim(WORKER, PROVIDERS, 1, NOW.plusSeconds(5), HIDE)
                        .get(0)
                        .tries())
                .isEqualTo(1);
    }

    @Test
    void parksAnEntryUntilItIsRedriven() {
        append(2);
        claim(NOW, 2);

        inbox().park(1, "poison");

        assertThat(inbox().parked()).isEqualTo(1);
        assertThat(inbox().backlog()).isEqualTo(1);
        assertThat(claim(NOW.plus(HIDE), 10)).containsExactly(2L);
        assertThat(inbox().redrive(OTHER, NOW)).isZero();
        assertThat(inbox().redrive(TENANT, NOW)).isEqualTo(1);
        assertThat(inbox().parked()).isZero();
        assertThat(inbox().claim(WORKER, PROVIDERS, 10, NOW, HIDE))
                .extracting(InboxEntry::id, InboxEntry::tries)
                .containsExactly(org.assertj.core.api.Assertions.tuple(1L, 0));
    }

    @Test
    void knowsHowFarATenantIsBehind() {
        append(2);
        var later = new InboxEntry(
                TENANT, 3, ProviderId.of("meta"), entry(3, new byte[1]).request(), NOW.plusSeconds(9), 0);
        inbox().append(later);
        assertThat(inbox().age(TENANT)).isEqualTo(new InboxAge(Optional.of(NOW), Optional.empty()));

        inbox().done(List.of(1L, 2L), NOW);
        assertThat(inbox().age(TENANT).oldestWaiting()).contains(NOW.plusSeconds(9));

        inbox().park(3, "poison");
        assertThat(inbox().age(TENANT)).isEqualTo(new InboxAge(Optional.empty(), Optional.of(NOW.plusSeconds(9))));
        assertThat(inbox().age(OTHER)).isEqualTo(new InboxAge(Optional.empty(), Optional.empty()));
    }

    @Test
    void neverRevivesWhatIsSettled() {
        append(1);
        claim(NOW, 1);
        inbox().done(List.of(1L), NOW);

        inbox().retry(1, NOW, "late");
        inbox().park(1, "late");

        assertThat(inbox().backlog()).isZero();
        assertThat(inbox().parked()).isZero();
    }

    @Test
    void purgesWhatWasSettledLongAgo() {
        append(3);
        inbox().done(List.of(1L), NOW);
        inbox().done(List.of(2L), NOW.plusSeconds(10));

        assertThat(inbox().purge(NOW.plusSeconds(10))).isEqualTo(1);
        assertThat(inbox().purge(NOW.plusSeconds(11))).isEqualTo(1);
        assertThat(inbox().backlog()).isEqualTo(1);
    }

    @Test
    void remembersEventsUntilTheyArePurged() {
        assertThat(inbox().firstSeen(TENANT, List.of("a", "b", "a"), NOW)).containsExactlyInAnyOrder("a", "b");
        assertThat(inbox().firstSeen(TENANT, List.of("b", "c", "ключ 🔑"), NOW))
                .containsExactlyInAnyOrder("c", "ключ 🔑");
        assertThat(inbox().firstSeen(TENANT, List.of(), NOW)).isEmpty();

        inbox().purge(NOW.plusMillis(1));

        assertThat(inbox().firstSeen(TENANT, List.of("a"), NOW)).containsExactly("a");
    }

    @Test
    void tellsEventsApartByCaseAccentAndBlank() {
        List<String> keys = List.of("a", "A", "á", "a ", " a");

        assertThat(inbox().firstSeen(TENANT, keys, NOW)).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void remembersEventsUpToTheLongestKey() {
        String longest = "k".repeat(639) + "ж";

        assertThat(inbox().firstSeen(TENANT, List.of(longest), NOW)).containsExactly(longest);
        assertThatThrownBy(() -> inbox().firstSeen(TENANT, List.of("a", longest + "k"), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("641")
                .hasMessageContaining("640");
        assertThat(inbox().firstSeen(TENANT, List.of("a"), NOW)).containsExactly("a");
    }

    @Test
    void looksForEventsWithoutRememberingThem() {
        assertThat(inbox().seen(TENANT, List.of("a"))).isEmpty();
        assertThat(inbox().firstSeen(TENANT, List.of("a", "b"), NOW)).hasSize(2);

        assertThat(inbox().seen(TENANT, List.of("a", "A", "a ", "c"))).containsExactly("a");
        assertThat(inbox().seen(TENANT, List.of())).isEmpty();
        assertThat(inbox().seen(OTHER, List.of("a"))).isEmpty();
    }

    @Test
    void notesTheLatestNewsOfASubjectInWhateverOrderTheyCome() {
        assertThat(inbox().noteNews(TENANT, "template a", NOW)).isTrue();
        assertThat(inbox().noteNews(TENANT, "template a", NOW.minusMillis(1))).isFalse();
        assertThat(inbox().noteNews(TENANT, "template a", NOW))
                .as("the same time")
                .isTrue();
        assertThat(inbox().noteNews(TENANT, "template a", NOW.plusMillis(1))).isTrue();
        assertThat(inbox().noteNews(TENANT, "template a", NOW)).isFalse();

        assertThat(inbox().noteNews(TENANT, "template A", NOW.minusSeconds(9)))
                .as("another subject")
                .isTrue();
        assertThat(inbox().noteNews(OTHER, "template a", NOW.minusSeconds(9)))
                .as("another tenant")
                .isTrue();
    }

    @Test
    void forgetsOldNews() {
        inbox().noteNews(TENANT, "old", NOW);
        inbox().noteNews(TENANT, "new", NOW.plusMillis(1));

        inbox().purge(NOW.plusMillis(1));

        assertThat(inbox().noteNews(TENANT, "old", NOW.minusMillis(1))).isTrue();
        assertThat(inbox().noteNews(TENANT, "new", NOW)).isFalse();
    }

    @Test
    void notesNewsOfSubjectsUpToTheLongest() {
        String longest = "s".repeat(639) + "ж";

        assertThat(inbox().noteNews(TENANT, longest, NOW)).isTrue();
        assertThat(inbox().noteNews(TENANT, longest, NOW.minusMillis(1))).isFalse();
        assertThatThrownBy(() -> inbox().noteNews(TENANT, longest + "s", NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("641");
    }

    @Test
    void keepsTheLaterOfTwoNewsThatTwoInstancesNoteAtOnce() {
        WebhookInbox one = inbox();
        WebhookInbox two = another().inbox();

        List<Boolean> noted = race(List.of(
                () -> one.noteNews(TENANT, "template a", NOW),
                () -> two.noteNews(TENANT, "template a", NOW.plusSeconds(1))));

        assertThat(noted.get(1)).as("the later one").isTrue();
        assertThat(inbox().noteNews(TENANT, "template a", NOW)).isFalse();
    }

    @Test
    void remembersAThousandEventsOnceWhenTwoInstancesRace() {
        List<String> keys = IntStream.range(0, 1_000).mapToObj(n -> "key-" + n).toList();
        var reversed = new ArrayList<>(keys);
        java.util.Collections.reverse(reversed);
        WebhookInbox one = inbox();
        WebhookInbox two = another().inbox();

        List<Set<String>> seen =
                race(List.of(() -> one.firstSeen(TENANT, keys, NOW), () -> two.firstSeen(TENANT, reversed, NOW)));

        var together = new HashSet<>(seen.get(0));
        together.addAll(seen.get(1));
        assertThat(together).hasSize(1_000);
        assertThat(seen.get(0).size() + seen.get(1).size()).isEqualTo(1_000);
    }

    @Test
    void anotherTenantSeesNothing() {
        append(1);
        inbox().park(1, "x");
        inbox().firstSeen(TENANT, List.of("a"), NOW);

        assertThat(inbox().redrive(OTHER, NOW)).isZero();
        assertThat(inbox().firstSeen(OTHER, List.of("a"), NOW)).containsExactly("a");
    }
}
