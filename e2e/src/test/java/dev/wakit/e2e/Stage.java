package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.meta.MetaSimulatorBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** One engine on a real database, with a simulator that knows what really happened. */
final class Stage implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    final MetaSimulator simulator;
    final JdbcStores stores;
    final MetaProvider provider;
    final CampaignEngine engine;
    final Queue<CampaignEvent> events = new ConcurrentLinkedQueue<>();
    private final WebhookServer server;

    private Stage(
            MetaSimulator simulator,
            WebhookServer server,
            Database database,
            UnaryOperator<CampaignStores> seen,
            UnaryOperator<CampaignEngine.Builder> with) {
        this.simulator = simulator;
        this.server = server;
        this.stores = database.open();
        this.provider = Worker.provider(simulator);
        this.engine = with.apply(Worker.builder(seen.apply(stores), provider).listener(events::add))
                .build();
        server.serve(engine);
        engine.start();
    }

    static Stage open(Database database) {
        return open(database, quick());
    }

    static Stage open(Database database, MetaSimulatorBuilder simulator) {
        return open(database, simulator, UnaryOperator.identity());
    }

    /** With an engine that has settings of its own. */
    static Stage open(Database database, MetaSimulatorBuilder simulator, UnaryOperator<CampaignEngine.Builder> with) {
        WebhookServer server = WebhookServer.start(0);
        return new Stage(simulator.webhooksTo(server.uri()).start(), server, database, UnaryOperator.identity(), with);
    }

    /** With stores whose calls by the engine a test sees; those that it makes itself, by {@link #stores}, it does not. */
    static Stage open(Database database, FaultyStores.Fault fault) {
        WebhookServer server = WebhookServer.start(0);
        return new Stage(
                quick().webhooksTo(server.uri()).start(),
                server,
                database,
                stores -> FaultyStores.of(stores, fault),
                UnaryOperator.identity());
    }

    /** A simulator with short delays and without the limits that these tests are not about. */
    static MetaSimulatorBuilder quick() {
        return MetaSimulator.builder()
                .latency(Duration.ofMillis(5), Duration.ofMillis(20))
                .messagesPerSecond(1_000)
                .webhookDelay(Duration.ofMillis(5), Duration.ofMillis(100))
                .heldFor(Duration.ofMillis(300))
                .duplicateWebhooks(0.1)
                .shuffledWebhooks(true)
                .unreadRecipients(0);
    }

    static CampaignSpec.Builder spec(List<AudienceMember> people) {
        return CampaignSpec.builder("Bali summer")
                .content(TemplateContent.of("tour_package_marketing", "en_US").body("{{package}}", "{{price}}"))
                .audience(Audience.of(people));
    }

    CampaignId launch(List<AudienceMember> people) {
        return launch(spec(people));
    }

    CampaignId launch(CampaignSpec.Builder spec) {
        Campaign campaign = engine.campaigns().create(spec.build());
        engine.campaigns().launch(campaign.id());
        return campaign.id();
    }

    /** Launches a campaign and waits until it runs. */
    CampaignId running(CampaignSpec.Builder spec) {
        CampaignId id = launch(spec);
        await(id, campaign -> campaign.status() == CampaignStatus.RUNNING);
        return id;
    }

    Campaign get(CampaignId id) {
        return engine.campaigns().get(id);
    }

    Campaign await(CampaignId id, Predicate<Campaign> condition) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> get(id), condition);
    }

    /** Completed, and every accepted message has its last status. */
    Campaign awaitSettled(CampaignId id) {
        await(id, campaign -> campaign.status() == CampaignStatus.COMPLETED);
        simulator.awaitQuiet(PATIENCE);
        return await(
                id,
                campaign -> campaign.status() == CampaignStatus.COMPLETED
                        && stores.inbox().backlog() == 0
                        && campaign.progress().in(DeliveryState.UNCERTAIN) == 0);
    }

    Delivery deliveryTo(CampaignId id, AudienceMember person) {
        List<Delivery> found = engine.campaigns()
                .deliveries(
                        id,
                        new DeliveryQuery(
                                java.util.Set.of(),
                                "",
                                person.phone(),
                                DeliveryQuery.first(1).after(),
                                10));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Override
    public void close() {
        engine.close();
        provider.close();
        simulator.close();
        server.close();
        stores.close();
    }
}
