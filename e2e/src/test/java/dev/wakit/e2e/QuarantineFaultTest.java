package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.store.StoreException;
import dev.wakit.store.jdbc.JdbcStores;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database loses history and fails at the very moment when that is written down. */
class QuarantineFaultTest {

    @TempDir
    private Path folder;

    @Test
    void aQuarantineThatCannotBeWrittenIsBegunAgain() throws SQLException {
        Path file = folder.resolve("quarantine.db");
        var begun = new AtomicInteger();
        try (var simulator = Stage.quick().start();
                var real = JdbcStores.sqlite(file);
                var provider = Worker.provider(simulator);
                var engine = Worker.builder(
                                FaultyStores.of(real, (method, arguments) -> {
                                    if (method.equals("begin") && begun.incrementAndGet() == 1) {
                                        throw new StoreException("The disk is full");
                                    }
                                }),
                                provider)
                        .evidenceGrace(Duration.ofHours(1))
                        .evidenceLimit(Duration.ofHours(2))
                        .build()) {
            engine.start();
            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> engine.workers().size() == 1);

            setBack(file);

            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> engine.quarantine().isPresent());
            assertThat(begun.get()).isEqualTo(2);
        }
    }

    private static void setBack(Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 60000");
            assertThat(statement.executeUpdate("UPDATE wa_history SET beat = -5"))
                    .isEqualTo(1);
        }
    }
}
