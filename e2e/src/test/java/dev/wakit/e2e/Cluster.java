package dev.wakit.e2e;

import dev.wakit.address.SenderId;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.store.LaneRow;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.meta.MetaSimulatorBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Several engines on one database, each with stores of its own, and one that only takes webhooks and creates campaigns. */
final class Cluster implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration LEASE = Duration.ofSeconds(2);

    final MetaSimulator simulator;
    final JdbcStores stores;
    final CampaignEngine desk;
    final Queue<CampaignEvent> events = new ConcurrentLinkedQueue<>();
    private final Database database;
    private final MetaProvider provider;
    private final WebhookServer server = WebhookServer.start(0);
    private final List<Member> members = new ArrayList<>();
    private final List<String> senders;

    /** A worker of the cluster. */
    record Member(JdbcStores stores, CampaignEngine engine) implements AutoCloseable {
        @Override
        public void close() {
            engine.close();
            stores.close();
        }
    }

    Cluster(Database database, int lanes, MetaSimulatorBuilder simulator) {
        this.database = database;
        this.senders = IntStream.range(0, lanes)
                .mapToObj(i -> "10654035224" + (1_000 + i))
                .toList();
        this.simulator =
                simulator.phoneNumberIds(senders).webhooksTo(server.uri()).start();
        this.stores = database.open();
        this.provider = Worker.provider(this.simulator);
        this.desk = Worker.engine(stores, provider, event -> {});
        server.serve(desk);
    }

    /** Adds a worker and starts it. */
    Member join() {
        return join(Duration.ofSeconds(4));
    }

    Member join(Duration evidenceGrace) {
        Member member = member(evidenceGrace);
        member.engine().start();
        return member;
    }

    /** Adds a worker that is not started. */
    Member member(Duration evidenceGrace) {
        return member(evidenceGrace, LEASE);
    }

    /** Adds a worker that is not started, with a lease of its own. */
    Member member(Duration evidenceGrace, Duration lease) {
        JdbcStores own = database.open();
        var member = new Member(
                own,
                CampaignEngine.builder(own)
                        .provider(provider)
                        .retry(Worker.QUICK)
                        .lease(lease)
                        .evidenceGrace(evidenceGrace)
                        .listener(events::add)
                        .build());
        members.add(member);
        return member;
    }

    /** A campaign of its own people for each lane. */
    List<CampaignId> launchOnEveryLane(int people, RateLimit rate) {
        var ids = new ArrayList<CampaignId>();
        var everybody = People.ordinary(people * senders.size());
        for (int i = 0; i < senders.size(); i++) {
            CampaignId id = desk.campaigns()
                    .create(Stage.spec(everybody.subList(i * people, (i + 1) * people))
                            .sender(new SenderId(senders.get(i)))
                            .rate(rate)
                            .build())
                    .id();
            desk.campaigns().launch(id);
            ids.add(id);
        }
        return ids;
    }

    /** How many lanes each worker owns; free ones under an empty name. */
    Map<String, Long> owners() {
        return stores.lanes().all().stream()
                .collect(Collectors.groupingBy(row -> row.isFree() ? "" : row.owner(), Collectors.counting()));
    }

    /** Waits until so many workers own these numbers of lanes, in any order. */
    void awaitOwners(Integer... counts) {
        awaitOwners(PATIENCE, counts);
    }

    /** Waits until so many workers own these numbers of lanes, in any order, but no longer than the time. */
    void awaitOwners(Duration atMost, Integer... counts) {
        List<Long> wanted =
                java.util.Arrays.stream(counts).map(Integer::longValue).sorted().toList();
        Awaitility.await()
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        this::owners,
                        owners -> owners.values().stream().sorted().toList().equals(wanted) && !owners.containsKey(""));
    }

    /** Grows with every change of an owner. */
    long epochs() {
        return stores.lanes().all().stream().mapToLong(LaneRow::epoch).sum();
    }

    void awaitCompleted(List<CampaignId> ids) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() ->
                        ids.stream().allMatch(id -> desk.campaigns().get(id).status() == CampaignStatus.COMPLETED));
    }

    @Override
    public void close() {
        members.forEach(Member::close);
        desk.close();
        provider.close();
        simulator.close();
        server.close();
        stores.close();
    }
}
