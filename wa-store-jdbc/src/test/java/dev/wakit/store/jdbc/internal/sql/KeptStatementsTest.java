package dev.wakit.store.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptStatementsTest {

    private static final String FIND = "SELECT name FROM item WHERE id = :id LIMIT :limit";

    private final KeptStatements statements = new KeptStatements();
    private final List<String> prepared = new ArrayList<>();
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = counting(DriverManager.getConnection("jdbc:sqlite::memory:"));
        jdbi(connection).useHandle(handle -> {
            handle.execute("CREATE TABLE item (id INTEGER, name TEXT)");
            handle.execute("INSERT INTO item VALUES (1, 'one'), (2, 'two'), (3, NULL)");
        });
        prepared.clear();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void aStatementIsPreparedOnceForAllHandlesOfItsConnection() {
        assertThat(find(1)).containsExactly("one");
        assertThat(find(2)).containsExactly("two");
        assertThat(find(7)).isEmpty();

        assertThat(prepared).containsExactly("SELECT name FROM item WHERE id = +? LIMIT +?");
    }

    @Test
    void theSameTextIsPreparedAgainWhileItsRowsAreRead() {
        List<Integer> seen = jdbi(connection)
                .withHandle(handle -> handle.createQuery("SELECT id FROM item WHERE id > :id ORDER BY id")
                        .bind("id", 1)
                        .map((row, context) -> row.getInt(1)
                                + handle.createQuery("SELECT id FROM item WHERE id > :id ORDER BY id")
                                        .bind("id", 2)
                                        .mapTo(Integer.class)
                                        .one())
                        .list());

        assertThat(seen).containsExactly(5, 6);
        assertThat(prepared).hasSize(2);
    }

    @Test
    void aStatementThatFailedIsUsedAgain() {
        var jdbi = jdbi(connection);
        jdbi.useHandle(handle -> handle.execute("CREATE UNIQUE INDEX item_idx ON item (id)"));

        List<Integer> counts = IntStream.of(1, 4, 2, 5)
                .mapToObj(id -> jdbi.withHandle(handle -> {
                    try {
                        return handle.createUpdate("INSERT INTO item (id) VALUES (:id)")
                                .bind("id", id)
                                .execute();
                    } catch (org.jdbi.v3.core.statement.UnableToExecuteStatementException duplicate) {
                        return -1;
                    }
                }))
                .toList();

        assertThat(counts).containsExactly(-1, 1, -1, 1);
        assertThat(prepared).filteredOn(sql -> sql.startsWith("INSERT")).hasSize(1);
    }

    @Test
    void nothingOfABatchIsLeftForTheNextOne() {
        for (int first : new int[] {10, 20}) {
            jdbi(connection).useHandle(handle -> {
                var batch = handle.prepareBatch("INSERT INTO item (id) VALUES (:id)");
                batch.bind("id", first).add();
                batch.bind("id", first + 1).add();
                assertThat(batch.execute()).containsExactly(1, 1);
            });
        }

        List<Integer> ids = jdbi(connection)
                .withHandle(handle -> handle.createQuery("SELECT id FROM item WHERE id >= 10 ORDER BY id")
                        .mapTo(Integer.class)
                        .list());
        assertThat(ids).containsExactly(10, 11, 20, 21);
    }

    @Test
    void ofManyTextsTheLatestAreKept() {
        jdbi(connection).useHandle(handle -> {
            for (int text = 0; text < 300; text++) {
                handle.createQuery("SELECT " + text).mapTo(Integer.class).one();
            }
            prepared.clear();
            handle.createQuery("SELECT 299").mapTo(Integer.class).one();
            assertThat(prepared).isEmpty();
            handle.createQuery("SELECT 0").mapTo(Integer.class).one();
            assertThat(prepared).containsExactly("SELECT 0");
        });
    }

    @Test
    void aTableThatChangedIsSeen() {
        assertThat(find(1)).containsExactly("one");
        jdbi(connection).useHandle(handle -> {
            handle.execute("ALTER TABLE item RENAME TO old");
            handle.execute("CREATE TABLE item (name TEXT, id INTEGER)");
            handle.execute("INSERT INTO item VALUES ('another', 1)");
        });

        assertThat(find(1)).containsExactly("another");
    }

    @Test
    void aConnectionThatIsClosedIsForgotten() throws SQLException {
        find(1);
        connection.close();

        try (Connection next = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            jdbi(next).useHandle(handle -> handle.execute("CREATE TABLE item (id INTEGER)"));
        }

        assertThat(statements.connections()).isEqualTo(1);
    }

    @Test
    void aQuestionMarkInATextIsLeftAlone() {
        assertThat(KeptStatements.lasting("SELECT '?', 'a''?', ? WHERE x = ?"))
                .isEqualTo("SELECT '?', 'a''?', +? WHERE x = +?");
    }

    @Test
    void aParameterKeepsItsType() {
        String types = jdbi(connection)
                .withHandle(handle -> handle.createQuery("SELECT typeof(:text) || ' ' || typeof(:number) || ' '"
                                + " || typeof(:bytes) || ' ' || typeof(:none)")
                        .bind("text", "12")
                        .bind("number", 12)
                        .bind("bytes", new byte[] {1})
                        .bind("none", (String) null)
                        .mapTo(String.class)
                        .one());

        assertThat(types).isEqualTo("text integer blob null");
    }

    private List<String> find(int id) {
        return jdbi(connection)
                .withHandle(handle -> handle.createQuery(FIND)
                        .bind("id", id)
                        .bind("limit", 5)
                        .mapTo(String.class)
                        .list());
    }

    /** Closing its handles leaves the connection open. */
    private Jdbi jdbi(Connection open) {
        Jdbi jdbi = Jdbi.create(open);
        jdbi.setStatementBuilderFactory(statements);
        return jdbi;
    }

    private Connection counting(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, args) -> {
                    if (method.getName().equals("prepareStatement")) {
                        prepared.add((String) args[0]);
                    }
                    return method.invoke(real, args);
                });
    }
}
