package dev.wakit.benchmarks.dispatch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.wakit.benchmarks.measure.Settings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The table of recipients that the other ways keep on PostgreSQL, as the design documents describe it. Thread-safe. */
final class RecipientTable implements AutoCloseable {

    private static final String SCHEMA = """
            create table campaign (id bigint primary key, sent_count bigint not null default 0, status text not null);
            insert into campaign (id, status) values (1, 'sending');
            create table recipient (
                id bigint generated always as identity primary key,
                campaign_id bigint not null,
                phone text not null,
                name text not null,
                vars jsonb not null,
                status smallint not null default 0,
                attempt int not null default 0,
                message_id text,
                sent_at timestamptz,
                updated_at timestamptz not null default now());
            create index recipient_pending on recipient (campaign_id, id) where status = 0;
            create unique index recipient_message on recipient (message_id) where message_id is not null;
            """;

    private final HikariDataSource pool;

    private RecipientTable(HikariDataSource pool) {
        this.pool = pool;
    }

    /** A person who waits for a message. */
    record Row(long id, String phone) {}

    static RecipientTable create(Settings settings, int connections) throws SQLException {
        var config = new HikariConfig();
        config.setJdbcUrl(settings.text("url"));
        config.setUsername(settings.text("user"));
        config.setPassword(settings.text("password"));
        config.setMaximumPoolSize(connections);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        var table = new RecipientTable(new HikariDataSource(config));
        try (Connection connection = table.pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        }
        return table;
    }

    DataSource pool() {
        return pool;
    }

    /** Adds people and returns their rows. */
    List<Row> add(int people) throws SQLException {
        var rows = new ArrayList<Row>(people);
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into recipient (campaign_id, phone, name, vars)
                        select 1, '9199' || (10000000 + n), 'Asha', '{"package":"Bali Premium","price":"45,000"}'::jsonb
                        from generate_series(1, ?) n returning id, phone""")) {
            insert.setInt(1, people);
            try (ResultSet added = insert.executeQuery()) {
                while (added.next()) {
                    rows.add(new Row(added.getLong(1), added.getString(2)));
                }
            }
        }
        return rows;
    }

    /** Records that a message was sent, in a transaction of its own. */
    void sent(long id, String messageId) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update recipient set status = 2, message_id = ?,"
                                + " attempt = attempt + 1, sent_at = now(), updated_at = now() where id = ?")) {
            update.setString(1, messageId);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    /** Counts one more message of the campaign, in a transaction of its own. */
    void count() throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update campaign set sent_count = sent_count + 1 where id = 1")) {
            update.executeUpdate();
        }
    }

    /** How many rows a query counts. */
    long number(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
