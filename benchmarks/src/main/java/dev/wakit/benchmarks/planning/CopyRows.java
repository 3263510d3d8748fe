package dev.wakit.benchmarks.planning;

import dev.wakit.benchmarks.measure.Settings;
import dev.wakit.benchmarks.measure.Stopwatch;
import dev.wakit.benchmarks.measure.Task;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * PostgreSQL's COPY of the same file into a table with the same unique key: no phone is read, nothing is checked, and a second row
 * of a person in the same notation would end it. The most that the database can take.
 *
 * <p>Settings: {@code rows}, {@code folder}, {@code url}, {@code user}, {@code password}.
 */
public final class CopyRows implements Task {

    @Override
    public void run(Settings settings, Stopwatch stopwatch) throws Exception {
        int rows = settings.number("rows");
        Path file = Path.of(settings.text("folder"), "people.csv");
        CsvFile.write(file, rows);
        try (var connection = DriverManager.getConnection(
                        settings.text("url"), settings.text("user"), settings.text("password"));
                var statement = connection.createStatement();
                Reader csv = Files.newBufferedReader(file)) {
            statement.execute("create table people (line bigint generated always as identity primary key,"
                    + " campaign_id bigint not null default 1, phone text not null, name text, package text, price text,"
                    + " city text, unique (campaign_id, phone))");
            stopwatch.begin();
            long copied = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy people (phone, name, package, price, city) from stdin with (format csv, header)",
                            csv);
            stopwatch.end(copied, Map.of());
        }
    }
}
