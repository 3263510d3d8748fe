package dev.wakit.store.jdbc;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.IntentResult;
import dev.wakit.campaign.store.ReadCursor;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A process that commits intents until it is killed or has no rows left, and says after each commit which rows it was granted.
 *
 * <p>A line that was written whole ends with {@code ;}.
 */
final class CrashingWorker {

    private static final int BATCH = 7;

    private CrashingWorker() {}

    public static void main(String[] args) {
        try (JdbcStores stores =
                JdbcStores.builder(Path.of(args[0])).migrate(false).open()) {
            LaneLease lease =
                    stores.lanes().acquire(Rows.LANE, "crashing", Rows.LEASE).orElseThrow();
            List<Delivery> rows = read(stores, lease);
            while (!rows.isEmpty()) {
                IntentResult result = stores.deliveries()
                        .commitIntents(lease, rows.stream().map(Rows::intent).toList(), Rows.NOW);
                say(result);
                rows = read(stores, lease);
            }
        }
    }

    private static List<Delivery> read(JdbcStores stores, LaneLease lease) {
        return stores.deliveries().readAhead(lease, Rows.CAMPAIGN, Rows.NOW, ReadCursor.START, BATCH);
    }

    private static void say(IntentResult result) {
        System.out.println(result.granted().stream()
                .map(DeliveryId::value)
                .map(String::valueOf)
                .collect(Collectors.joining(",", "", ";")));
        System.out.flush();
    }
}
