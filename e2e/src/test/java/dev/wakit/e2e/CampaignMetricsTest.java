package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.metric.CampaignMetrics;
import dev.wakit.testkit.meta.MetaSimulator;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignMetricsTest {

    @TempDir
    private Path folder;

    @Test
    void countsDeliveriesErrorsAndLanesWithoutPersonalData() {
        var registry = new SimpleMeterRegistry();
        var metrics = new CampaignMetrics();
        WebhookServer server = WebhookServer.start(0);
        try (MetaSimulator simulator = Stage.quick().webhooksTo(server.uri()).start();
                var stores = Database.sqlite(folder).open();
                var provider = Worker.provider(simulator);
                CampaignEngine engine = Worker.engine(stores, provider, metrics)) {
            metrics.watch(engine).bindTo(registry);
            server.serve(engine);
            engine.start();
            var people = new java.util.ArrayList<>(People.ordinary(30));
            people.add(People.magic(1, "0472"));
            CampaignId id =
                    engine.campaigns().create(Stage.spec(people).build()).id();
            engine.campaigns().launch(id);
            Awaitility.await().atMost(Stage.PATIENCE).until(() -> {
                var now = engine.campaigns().get(id);
                return now.status() == CampaignStatus.COMPLETED
                        && now.progress().read() == 30;
            });

            Awaitility.await().atMost(Stage.PATIENCE).untilAsserted(() -> {
                assertThat(registry.counter("wakit.deliveries", "state", "read").count())
                        .isEqualTo(30);
                assertThat(registry.counter("wakit.delivery.errors", "code", "130472")
                                .count())
                        .isEqualTo(1);
            });
            assertThat(registry.counter("wakit.campaigns", "status", "completed")
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get("wakit.lanes").gauge().value()).isEqualTo(1);
            assertThat(registry.get("wakit.lane.rate.allowed").gauge().value()).isPositive();
            assertThat(registry.get("wakit.inbox.backlog").gauge().value()).isZero();
            assertThat(registry.getMeters().stream().map(Meter::getId).map(Meter.Id::toString))
                    .noneMatch(text -> people.stream()
                            .anyMatch(person -> text.contains(person.phone().substring(1))));
        } finally {
            server.close();
        }
    }

    @Test
    void saysThatItNeedsAnEngine() {
        assertThatThrownBy(() -> new CampaignMetrics().bindTo(new SimpleMeterRegistry()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("watch(engine)");
    }
}
