package dev.wakit.store.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.store.StoreException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteWriterTest {

    @TempDir
    private Path folder;

    @Test
    void givesTheTurnOnAfterATransactionThatSqliteItselfEnded() throws Exception {
        try (var connections = SqliteConnections.open(folder.resolve("writer.db"))) {
            var database =
                    new Database(new SqliteDialect(InstantSource.system()), connections.writer(), connections.reader());

            assertThatThrownBy(() -> database.write("end early", handle -> {
                        // As SQLite does by itself when the disk is full.
                        handle.execute("ROLLBACK");
                        return handle.execute("SELECT nonsense");
                    }))
                    .isInstanceOf(StoreException.class);

            int one = CompletableFuture.supplyAsync(() -> database.write(
                            "count",
                            handle -> handle.createQuery("SELECT 1")
                                    .mapTo(Integer.class)
                                    .one()))
                    .get(60, TimeUnit.SECONDS);
            assertThat(one).isEqualTo(1);
            assertThat(database.<String>write(
                            "check",
                            handle -> handle.createQuery("PRAGMA synchronous")
                                    .mapTo(String.class)
                                    .one()))
                    .isEqualTo("2");
        }
    }
}
