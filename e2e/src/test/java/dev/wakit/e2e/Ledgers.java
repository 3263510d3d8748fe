package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** Compares what the engine says with what the simulator accepted: the ground truth for "lost" and "sent twice". */
final class Ledgers {

    private Ledgers() {}

    /**
     * Waits until every delivery is READ or UNKNOWN, then checks that nobody was left out or got the message twice.
     *
     * @param what names the run in failures, with its seed
     */
    static Campaign check(
            CampaignEngine engine,
            CampaignId id,
            MetaSimulator simulator,
            int recipients,
            Duration patience,
            String what) {
        Awaitility.await(what)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    Campaign campaign = engine.campaigns().get(id);
                    assertThat(isOver(campaign, recipients))
                            .as(() -> "%s with %s, %d webhooks wait and %d are parked, simulator: %s"
                                    .formatted(
                                            campaign.status(),
                                            campaign.progress(),
                                            engine.webhookBacklog(),
                                            engine.webhooksParked(),
                                            simulator.summary()))
                            .isTrue();
                });
        Campaign done = engine.campaigns().get(id);
        List<LedgerEntry> accepted = simulator.ledger().accepted();
        long people = accepted.stream()
                .map(LedgerEntry::to)
                .collect(Collectors.toSet())
                .size();
        assertThat(simulator.ledger().duplicates()).as("sent twice, " + what).isEmpty();
        assertThat((long) accepted.size()).as("one accept each, " + what).isEqualTo(people);
        // A status that comes late turns UNKNOWN into READ.
        Awaitility.await(what)
                .atMost(patience)
                .untilAsserted(
                        () -> assertThat(engine.campaigns().get(id).progress().in(DeliveryState.READ))
                                .as("whoever was accepted is READ, " + what)
                                .isEqualTo(people));
        assertThat(done.progress().total()).as("planned, " + what).isEqualTo(recipients);
        assertThat(done.progress().duplicateSends())
                .as("duplicates seen, " + what)
                .isZero();
        return engine.campaigns().get(id);
    }

    private static boolean isOver(Campaign campaign, int recipients) {
        CampaignProgress progress = campaign.progress();
        return campaign.status() == CampaignStatus.COMPLETED
                && progress.in(DeliveryState.READ) + progress.in(DeliveryState.UNKNOWN) == recipients;
    }
}
