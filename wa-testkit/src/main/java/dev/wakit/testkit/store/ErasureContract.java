package dev.wakit.testkit.store;

import static dev.wakit.campaign.consent.SuppressionScope.ALL;
import static dev.wakit.campaign.consent.SuppressionScope.MARKETING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.Bsuid;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.consent.SuppressionSource;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.AudienceRow;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.CounterNames;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.ErasedDeliveries;
import dev.wakit.campaign.store.ErasedWebhooks;
import dev.wakit.campaign.store.ErasureStore;
import dev.wakit.campaign.store.InboxEntry;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.OrphanStatus;
import dev.wakit.campaign.store.OutboxEntry;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.MessageId;
import dev.wakit.provider.ProviderId;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Erasing people: what goes, what stays, and that nothing comes back.
 *
 * @since 0.1
 */
public abstract class ErasureContract extends StoreFixture {

    private static final ProviderId META = ProviderId.of("meta");
    private static final CampaignId MAILBOX = new CampaignId(500);
    private static final Bsuid USER = Bsuid.of("IN.90001");

    /** For subclasses. */
    protected ErasureContract() {}

    private ErasureStore erasures() {
        return stores().erasures();
    }

    private static String key(long person) {
        return person(person).key();
    }

    private static Recipient both(long person) {
        return Recipient.of(person(person).phone().orElseThrow(), USER);
    }

    private ErasedDeliveries delete(long... people) {
        return erasures()
                .deleteDeliveries(
                        TENANT,
                        LongStream.of(people).mapToObj(ErasureContract::key).toList(),
                        100);
    }

    @Test
    void whoWasErasedIsHeldBackForGoodAndTheListShowsNoKey() {
        assertThat(erasures().isAnyErased(TENANT)).isFalse();

        erasures().remember(TENANT, List.of(key(1)), NOW);
        erasures().remember(TENANT, List.of(key(1)), NOW.plusSeconds(1));

        var other = another();
        assertThat(other.suppressions().suppressed(TENANT, List.of(key(1), key(2)), false))
                .containsExactly(key(1));
        assertThat(other.erasures().erased(TENANT, List.of(key(1), key(2)))).containsExactly(key(1));
        assertThat(other.erasures().isAnyErased(TENANT)).isTrue();
        assertThat(other.suppressions().list(TENANT, "", 10)).singleElement().satisfies(entry -> {
            assertThat(entry.recipientKey()).startsWith("erased:").doesNotContain(key(1).substring(1));
            assertThat(entry.source()).isEqualTo(SuppressionSource.ERASURE);
            assertThat(entry.scope()).isEqualTo(ALL);
            assertThat(entry.at()).isEqualTo(NOW);
        });
    }

    @Test
    void ofAnotherTenantNobodyWasErased() {
        erasures().remember(TENANT, List.of(key(1)), NOW);

        assertThat(erasures().erased(OTHER, List.of(key(1)))).isEmpty();
        assertThat(erasures().isAnyErased(OTHER)).isFalse();
        assertThat(stores().suppressions().suppressed(OTHER, List.of(key(1)), true))
                .isEmpty();
    }

    @Test
    void theHashTakesThePlaceOfEveryEntryAndNoneIsAddedAfterwards() {
        stores().suppressions().add(TENANT, suppression(1, ALL));
        stores().suppressions().add(TENANT, suppression(1, MARKETING));
        stores().suppressions().add(TENANT, suppression(2, ALL));

        assertThat(erasures().remember(TENANT, List.of(key(1)), NOW)).isEqualTo(2);

        assertThat(stores().suppressions().add(TENANT, suppression(1, ALL))).isFalse();
        assertThat(stores().suppressions().list(TENANT, "", 10))
                .extracting(Suppression::recipientKey)
                .hasSize(2)
                .contains(key(2))
                .doesNotContain(key(1));
    }

    @Test
    void removingTheEntryOfScopeAllLetsAPersonComeBack() {
        erasures().remember(TENANT, List.of(key(1)), NOW);

        assertThat(stores().suppressions().remove(TENANT, key(1), MARKETING, NOW.plusSeconds(1)))
                .isFalse();
        assertThat(stores().suppressions().remove(TENANT, key(1), ALL, NOW.minusSeconds(1)))
                .isFalse();
        assertThat(stores().suppressions().remove(TENANT, key(1), ALL, NOW.plusSeconds(1)))
                .isTrue();

        assertThat(erasures().erased(TENANT, List.of(key(1)))).isEmpty();
        assertThat(stores().suppressions().add(TENANT, suppression(1, ALL))).isTrue();
    }

    @Test
    void anIntentForWhoWasErasedSkipsTheDelivery() {
        LaneLease lease = running(2);
        erasures().remember(TENANT, List.of(key(1)), NOW);

        var result = stores().deliveries().commitIntents(lease, intents(2), NOW);

        assertThat(result.suppressed()).containsExactly(id(1));
        assertThat(result.granted()).containsExactly(id(2));
    }

    @Test
    void aDeliveryToTwoNamesMakesOnePersonOfThem() {
        running(List.of(
                delivery(1).recipient(both(1)).build(),
                delivery(2).recipient(Recipient.of(USER)).build(),
                delivery(3).build()));

        assertThat(erasures().names(TENANT, List.of(key(1))))
                .containsExactlyInAnyOrder(key(1), Recipient.of(USER).key());
        assertThat(erasures().names(TENANT, List.of(Recipient.of(USER).key())))
                .containsExactlyInAnyOrder(key(1), Recipient.of(USER).key());
        assertThat(erasures().names(OTHER, List.of(key(1)))).containsExactly(key(1));

        assertThat(erasures()
                        .deleteDeliveries(TENANT, List.of(Recipient.of(USER).key()), 100)
                        .deliveries())
                .isEqualTo(2);
        assertThat(all()).extracting(row -> row.id().value()).containsExactly(3L);
    }

    @Test
    void deliveriesGoWhateverTheirStateButForOnesInFlightAndTheCountersGoOn() {
        LaneLease lease = sending(5);
        stores().deliveries()
                .recordOutcomes(
                        lease,
                        List.of(
                                acceptance(1),
                                refusal(2, "131026"),
                                outcome(3, DeliveryState.UNCERTAIN, "", ""),
                                outcome(4, DeliveryState.PENDING, "", "131000")));
        Map<String, Long> before = counters();

        ErasedDeliveries erased = delete(1, 2, 3, 4, 5);

        assertThat(erased).isEqualTo(new ErasedDeliveries(4, 1, 0, 0, 1));
        assertThat(all()).extracting(row -> row.id().value()).containsExactly(5L);
        assertThat(stores().deliveries().pastAttempts(TENANT, id(4))).isEmpty();
        assertThat(counter(CounterNames.state(DeliveryState.ACCEPTED))).isEqualTo(1);
        assertThat(counter(CounterNames.state(DeliveryState.FAILED))).isEqualTo(1);
        assertThat(counter(CounterNames.state(DeliveryState.UNCERTAIN))).isZero();
        assertThat(counter(CounterNames.state(DeliveryState.UNKNOWN))).isEqualTo(1);
        assertThat(counter(CounterNames.state(DeliveryState.PENDING))).isZero();
        assertThat(counter(CounterNames.skipped(SkipReason.ERASED))).isEqualTo(1);
        assertThat(inStates(counters())).isEqualTo(inStates(before)).isEqualTo(5);

        stores().deliveries().recordOutcomes(lease, List.of(acceptance(5)));
        assertThat(delete(5)).isEqualTo(new ErasedDeliveries(1, 0, 0, 0, 0));
        assertThat(inStates(counters())).isEqualTo(5);
    }

    private static long inStates(Map<String, Long> counters) {
        return Stream.of(DeliveryState.values())
                .mapToLong(state -> counters.getOrDefault(CounterNames.state(state), 0L))
                .sum();
    }

    @Test
    void aPageOfDeliveriesAtATime() {
        LaneLease lease = accepted(1);
        for (long next = 2; next <= 5; next++) {
            addSingle(next, "key-" + next);
        }

        assertThat(erasures().deleteDeliveries(TENANT, List.of(key(1)), 3).deliveries())
                .isEqualTo(3);
        assertThat(erasures().deleteDeliveries(TENANT, List.of(key(1)), 3).deliveries())
                .isEqualTo(2);
        assertThat(erasures().deleteDeliveries(TENANT, List.of(key(1)), 3).deliveries())
                .isZero();
        assertThat(lease).isNotNull();
    }

    @Test
    void evidenceAboutADeliveryThatWentBringsNothingBack() {
        LaneLease lease = sending(1);
        stores().deliveries().recordOutcomes(lease, List.of(acceptance(1)));
        delete(1);

        var merged = stores().deliveries()
                .merge(
                        TENANT,
                        List.of(DeliveryRef.of(id(1)), DeliveryRef.of(new MessageId("wamid.1"))),
                        (located, i) -> MergeStep.of(located.delivery()),
                        NOW);
        Set<?> late = stores().deliveries().recordOutcomes(lease, List.of(acceptance(1)));

        assertThat(merged.unmatched()).containsExactly(0, 1);
        assertThat(late).hasSize(1);
        assertThat(stores().deliveries().find(TENANT, id(1))).isEmpty();
    }

    @Test
    void aRowThatIsPlannedForWhoWasErasedHasNoAddress() {
        erasures().remember(TENANT, List.of(key(1), Recipient.of(USER).key()), NOW);

        running(List.of(
                delivery(1).build(),
                delivery(2).recipient(both(2)).build(),
                delivery(3).build()));

        for (long gone = 1; gone <= 2; gone++) {
            Delivery row = found(gone);
            assertThat(row.recipient()).isEmpty();
            assertThat(row.name()).isEmpty();
            assertThat(row.variables()).isEmpty();
            assertThat(row.skipReason()).contains(SkipReason.ERASED);
        }
        assertThat(found(3).state()).isEqualTo(DeliveryState.PENDING);
        assertThat(counter(CounterNames.skipped(SkipReason.ERASED))).isEqualTo(2);
    }

    private void addSingle(long id, String key) {
        CampaignRow row = campaign(MAILBOX, CampaignStatus.RUNNING);
        stores().outbox()
                .mailbox(new CampaignRow(
                        row.tenant(),
                        row.id(),
                        row.name(),
                        row.status(),
                        row.reason(),
                        row.lane(),
                        row.content(),
                        row.settings(),
                        row.createdAt(),
                        row.startAt(),
                        row.startedAt(),
                        row.finishedAt(),
                        "normal/utility"));
        Delivery single = Delivery.builder(TENANT, id(id), MAILBOX)
                .recipient(person(1))
                .content("{\"body\":\"Hello\"}")
                .build();
        stores().outbox().enqueue(List.of(new OutboxEntry(single, LANE, key, "hash", NOW)));
    }

    @Test
    void singleSendsGoWithTheirKeysAndOneMoreLeavesNoAddress() {
        addSingle(2_000, "order-7");

        assertThat(delete(1)).isEqualTo(new ErasedDeliveries(1, 0, 0, 1, 0));
        assertThat(stores().outbox().findByKey(TENANT, "order-7")).isEmpty();
        erasures().remember(TENANT, List.of(key(1)), NOW);
        addSingle(2_001, "order-8");

        Delivery left = found(2_001);
        assertThat(left.isSingle()).isTrue();
        assertThat(left.recipient()).isEmpty();
        assertThat(left.content()).contains("");
        assertThat(left.skipReason()).contains(SkipReason.ERASED);
        assertThat(stores().outbox().list(TENANT, DeliveryQuery.first(10)))
                .extracting(row -> row.id().value())
                .containsExactly(2_001L);
    }

    @Test
    void rowsOfACapturedAudienceAreClearedByLine() {
        stores().campaigns().insert(campaign(CAMPAIGN, CampaignStatus.DRAFT));
        var row = new AudienceRow(1, "+91 99", "", "Asha", Map.of("city", "Pune"), "");
        var other = new AudienceRow(2, "+91 98", "IN.1", "Ravi", Map.of("city", "Goa"), "");
        stores().audiences().append(TENANT, CAMPAIGN, List.of(row, other));

        assertThat(erasures().clearAudienceRows(TENANT, CAMPAIGN, List.of())).isZero();
        assertThat(erasures().clearAudienceRows(TENANT, CAMPAIGN, List.of(1L))).isEqualTo(1);

        assertThat(stores().audiences().read(TENANT, CAMPAIGN, 0, 10))
                .containsExactly(new AudienceRow(1, "", "", "", Map.of(), AudienceRow.ERASED), other);
    }

    private void keep(String message) {
        stores().orphans()
                .keep(List.of(new OrphanStatus(
                        TENANT, META, new MessageId(message), MessageStatus.READ, NOW, "", "", "", NOW)));
    }

    @Test
    void keptStatusesGoWithTheirDeliveryOrByATraceInTheirMessageId() {
        keep("wamid.aaOTE5ODc2bb");
        keep("wamid.aaote5odc2bb");
        keep("wamid.1");
        accepted(1);

        assertThat(delete(1).statuses()).isEqualTo(1);
        assertThat(erasures().deleteStatuses(TENANT, List.of("OTE5ODc2", "x%x")))
                .isEqualTo(1);
        assertThat(erasures().deleteStatuses(OTHER, List.of("ote5odc2"))).isZero();
        assertThat(stores().orphans().count()).isEqualTo(1);
    }

    private void receive(long id, String body) {
        stores().inbox()
                .append(new InboxEntry(
                        TENANT,
                        id,
                        META,
                        WebhookRequest.of("POST", "/hooks", Map.of("X-A", "b"), body.getBytes(StandardCharsets.UTF_8)),
                        NOW,
                        0));
    }

    @Test
    void webhooksAreClearedOnceTheyAreProcessedOrSetAside() {
        receive(1, "{\"wa_id\":\"919876501234\"}");
        receive(2, "{\"wa_id\":\"919876509999\",\"é\":1}");
        receive(3, "{\"id\":\"wamid.OTE5\"}");
        receive(4, "{\"wa_id\":\"919876501234\"}");
        stores().inbox().done(List.of(1L, 2L), NOW);
        stores().inbox().park(3, "poison");
        List<String> traces = List.of("919876501234", "OTE5");

        assertThat(erasures().clearWebhooks(TENANT, traces, Long.MIN_VALUE, 3))
                .isEqualTo(new ErasedWebhooks(3, 3, 2, 0));
        assertThat(erasures().clearWebhooks(TENANT, traces, 3, 3)).isEqualTo(new ErasedWebhooks(1, 4, 0, 1));
        assertThat(erasures().clearWebhooks(OTHER, traces, Long.MIN_VALUE, 10).seen())
                .isZero();

        assertThat(stores().inbox().parked()).isZero();
        assertThat(stores().inbox().redrive(TENANT, NOW)).isZero();
        InboxEntry waiting = stores().inbox()
                .claim(WORKER, Set.of(META), 10, NOW, Duration.ofSeconds(10))
                .get(0);
        assertThat(waiting.id()).isEqualTo(4);
        erasures().settleCleared(List.of(4L), NOW.plusSeconds(5));
        assertThat(stores().inbox().backlog()).isZero();
        assertThat(erasures().clearWebhooks(TENANT, traces, Long.MIN_VALUE, 10))
                .isEqualTo(new ErasedWebhooks(4, 4, 0, 0));
        assertThat(stores().inbox().purge(NOW.plusSeconds(6))).isEqualTo(4);
    }
}
