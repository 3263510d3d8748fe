package dev.wakit.testkit.store;

import dev.wakit.TenantId;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.consent.SuppressionSource;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.Intent;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.campaign.store.PlanningClaim;
import dev.wakit.campaign.store.ReadCursor;
import dev.wakit.provider.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/**
 * What every part of the store contract starts from: one abstract factory, and a small world of campaigns and deliveries.
 *
 * <p>Not thread-safe; JUnit makes one a test.
 *
 * @since 0.1
 */
public abstract class StoreFixture {

    static final TenantId TENANT = TenantId.of("acme");
    static final TenantId OTHER = TenantId.of("other");
    static final LaneKey LANE = new LaneKey(TENANT, ProviderId.of("meta"), SenderId.of("106540352242922"));
    static final CampaignId CAMPAIGN = new CampaignId(1_000);
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final Duration LEASE = Duration.ofSeconds(30);
    static final String WORKER = "worker-1";

    final LeaseClock clock = new LeaseClock(NOW);
    private final List<CampaignStores> opened = new ArrayList<>();

    /** For subclasses. */
    protected StoreFixture() {}

    /**
     * Opens the store under test.
     *
     * <p>The database is empty when a test begins; a second call in the same test opens another instance on the same database, as
     * another worker would.
     *
     * @param clock the clock that leases and claims go by, instead of the database's own
     */
    protected abstract CampaignStores open(InstantSource clock);

    /** Closes what the test opened. */
    @AfterEach
    protected final void closeStores() {
        opened.forEach(CampaignStores::close);
    }

    final CampaignStores stores() {
        return opened.isEmpty() ? another() : opened.get(0);
    }

    final CampaignStores another() {
        CampaignStores stores = open(clock);
        opened.add(stores);
        return stores;
    }

    static CampaignRow campaign(CampaignId id, CampaignStatus status) {
        return campaign(LANE, id, status);
    }

    static CampaignRow campaign(LaneKey lane, CampaignId id, CampaignStatus status) {
        return new CampaignRow(
                lane.tenant(),
                id,
                "Spring sale",
                status,
                "",
                lane,
                "{\"template\":\"spring\"}",
                "{}",
                NOW,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    static Delivery.Builder delivery(long id) {
        return Delivery.builder(TENANT, new DeliveryId(id), CAMPAIGN)
                .line(id)
                .recipient(person(id))
                .name("Person " + id)
                .variables(Map.of("name", "Person " + id));
    }

    static Recipient person(long number) {
        return Recipient.of(PhoneNumber.parse("+9199" + String.format("%08d", number)));
    }

    static List<Delivery> deliveries(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(id -> delivery(id).build())
                .toList();
    }

    final PlanningClaim claimed() {
        stores().campaigns().insert(campaign(CAMPAIGN, CampaignStatus.PREPARING));
        return stores().campaigns().claimPlanning(WORKER, LEASE).orElseThrow();
    }

    /** A RUNNING campaign with these rows, and the lease of its lane. */
    final LaneLease running(List<Delivery> rows) {
        PlanningClaim claim = claimed();
        stores().deliveries().plan(claim, rows, rows.size(), LEASE);
        stores().deliveries().finishPlanning(claim, CampaignStatus.RUNNING, "", NOW);
        return acquired();
    }

    final LaneLease running(int count) {
        return running(deliveries(count));
    }

    final LaneLease acquired() {
        stores().lanes().ensure(LANE);
        return stores().lanes().acquire(LANE, WORKER, LEASE).orElseThrow();
    }

    static Intent intent(long id, int attemptNo) {
        return new Intent(new DeliveryId(id), CAMPAIGN, attemptNo, person(id), true);
    }

    static List<Intent> intents(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(id -> intent(id, 1)).toList();
    }

    /** A lease with so many rows SENDING. */
    final LaneLease sending(int count) {
        LaneLease lease = running(count);
        stores().deliveries().commitIntents(lease, intents(count), NOW);
        return lease;
    }

    static OutcomeWrite outcome(long id, DeliveryState state, String messageId, String errorCode) {
        return new OutcomeWrite(
                new DeliveryId(id), CAMPAIGN, 1, state, messageId, Instant.EPOCH, 1, errorCode, "", NOW.plusSeconds(1));
    }

    static OutcomeWrite acceptance(long id) {
        return outcome(id, DeliveryState.ACCEPTED, "wamid." + id, "");
    }

    static OutcomeWrite refusal(long id, String code) {
        return outcome(id, DeliveryState.FAILED, "", code);
    }

    /** A lease whose rows are all ACCEPTED, with message ids {@code wamid.1} and so on. */
    final LaneLease accepted(int count) {
        LaneLease lease = sending(count);
        stores().deliveries()
                .recordOutcomes(
                        lease,
                        IntStream.rangeClosed(1, count)
                                .mapToObj(StoreFixture::acceptance)
                                .toList());
        return lease;
    }

    static Suppression suppression(long person, SuppressionScope scope) {
        return new Suppression(person(person).key(), scope, SuppressionSource.STOP_REPLY, "STOP", NOW);
    }

    static Suppression forNow(long person, Instant until) {
        return new Suppression(
                person(person).key(),
                SuppressionScope.MARKETING_FOR_NOW,
                SuppressionSource.PROVIDER_ERROR,
                "131049",
                NOW.minusSeconds(60),
                until);
    }

    final Delivery found(long id) {
        return stores().deliveries().find(TENANT, new DeliveryId(id)).orElseThrow();
    }

    final DeliveryState stateOf(long id) {
        return found(id).state();
    }

    final List<Long> readAhead(LaneLease lease, ReadCursor after, int limit) {
        return ids(stores().deliveries().readAhead(lease, CAMPAIGN, NOW, after, limit));
    }

    static List<Long> ids(List<Delivery> rows) {
        return rows.stream().map(row -> row.id().value()).toList();
    }

    static DeliveryId id(long id) {
        return new DeliveryId(id);
    }

    final Map<String, Long> counters() {
        return stores().campaigns().counters(TENANT, List.of(CAMPAIGN)).getOrDefault(CAMPAIGN, Map.of());
    }

    final long counter(String name) {
        return counters().getOrDefault(name, 0L);
    }

    final List<Delivery> all() {
        return stores().deliveries().list(TENANT, CAMPAIGN, DeliveryQuery.first(1_000));
    }

    /** Runs tasks at the same moment, each on its own thread, and waits for their results. */
    static <T> List<T> race(List<Callable<T>> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            var start = new CyclicBarrier(tasks.size());
            List<Future<T>> results = tasks.stream()
                    .map(task -> threads.submit(() -> {
                        start.await();
                        return task.call();
                    }))
                    .toList();
            var values = new ArrayList<T>();
            for (Future<T> result : results) {
                values.add(result.get());
            }
            return values;
        } catch (InterruptedException | ExecutionException error) {
            throw new AssertionError("A racing task failed.", error);
        } finally {
            threads.shutdownNow();
        }
    }
}
