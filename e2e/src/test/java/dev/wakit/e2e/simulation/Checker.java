package dev.wakit.e2e.simulation;

import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.provider.SendRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares what the database says with what the {@link Bsp} knows. Plain SQL over the tables, none of the store's code. */
final class Checker {

    private static final int REF_RADIX = 36;

    private final Connection database;
    private final List<String> violations;

    /** They are asked hundreds of times in a run, and end with the connection. */
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Checker(Connection database, List<String> violations) {
        this.database = database;
        this.violations = violations;
    }

    /** A delivery as the table shows it. */
    private record Row(DeliveryState state, String errorCode) {}

    /** Reports what the triggers of {@link MemoryDatabase} noted. */
    void triggers() {
        texts("SELECT what FROM sim_violation LIMIT 3").forEach(violations::add);
    }

    /** At the moment of the POST its intent must be in the database. */
    void intentIsDurable(SendRequest request) {
        String[] ref = request.callbackData().orElseThrow().split("\\.", -1);
        long attempt = number("SELECT attempt_no FROM wa_delivery WHERE id = ?", Long.parseLong(ref[1], REF_RADIX));
        if (attempt < Long.parseLong(ref[2])) {
            violations.add("a message was sent before its intent was durable");
        }
    }

    /** Every body that was answered with 200 is in the inbox. */
    void inbox(int acknowledged) {
        if (number("SELECT count(*) FROM wa_inbox") < acknowledged) {
            violations.add("a webhook was answered with 200 and is not in the inbox");
        }
    }

    /** The counters of each campaign are what counting the rows gives. */
    void counters() {
        Map<String, Long> counted = numbers("""
                SELECT campaign_id || ' state:' || lower(state), count(*) FROM wa_delivery GROUP BY 1
                UNION ALL SELECT campaign_id || ' skipped:' || lower(skip_reason), count(*) FROM wa_delivery
                    WHERE state = 'SKIPPED' AND skip_reason IS NOT NULL GROUP BY 1
                UNION ALL SELECT campaign_id || ' failed:' || coalesce(error_code, 'unknown'), count(*) FROM wa_delivery
                    WHERE state = 'FAILED' GROUP BY 1
                UNION ALL SELECT campaign_id || ' ever:delivered', count(*) FROM wa_delivery
                    WHERE delivered_at IS NOT NULL OR read_at IS NOT NULL OR played_at IS NOT NULL GROUP BY 1
                UNION ALL SELECT campaign_id || ' ever:read', count(*) FROM wa_delivery
                    WHERE read_at IS NOT NULL OR played_at IS NOT NULL GROUP BY 1
                UNION ALL SELECT campaign_id || ' ever:sent', count(*) FROM wa_delivery
                    WHERE sent_at IS NOT NULL OR delivered_at IS NOT NULL OR read_at IS NOT NULL OR played_at IS NOT NULL
                    GROUP BY 1
                """);
        Map<String, Long> kept =
                numbers("SELECT campaign_id || ' ' || name, value FROM wa_campaign_counter WHERE value <> 0");
        leaveOut(counted);
        leaveOut(kept);
        if (!counted.equals(kept)) {
            violations.add("the counters are " + kept + " and the rows are " + counted);
        }
    }

    /** An enqueue counts nothing, so the counts of PENDING and SKIPPED of a mailbox mean nothing. */
    private void leaveOut(Map<String, Long> counters) {
        for (String mailbox : texts("SELECT id FROM wa_campaign WHERE mailbox IS NOT NULL")) {
            counters.keySet()
                    .removeIf(name -> name.equals(mailbox + " state:pending")
                            || name.equals(mailbox + " state:skipped")
                            || name.startsWith(mailbox + " skipped:"));
        }
    }

    /** Whether nothing is left to send, to settle or to process. */
    boolean isQuiet() {
        return number("SELECT count(*) FROM wa_delivery WHERE state IN ('PENDING', 'SENDING', 'UNCERTAIN')") == 0
                && number("SELECT count(*) FROM wa_inbox WHERE state <> 'DONE'") == 0
                && number(
                                "SELECT count(*) FROM wa_campaign WHERE mailbox IS NULL AND status NOT IN ('COMPLETED', 'CANCELLED')")
                        == 0;
    }

    /** Whether nothing is left to send. */
    boolean isSent() {
        return number("SELECT count(*) FROM wa_delivery WHERE state IN ('PENDING', 'SENDING')") == 0
                && number(
                                "SELECT count(*) FROM wa_campaign WHERE mailbox IS NULL AND status NOT IN ('COMPLETED', 'CANCELLED')")
                        == 0;
    }

    /** How many deliveries are in each state. */
    Map<String, Long> states() {
        return numbers("SELECT state, count(*) FROM wa_delivery GROUP BY state");
    }

    /** At the end: nobody is lost, nobody got two, and everything that the engine was told can be seen. */
    void end(Bsp bsp, Set<String> everybody) {
        if (!isQuiet()) {
            violations.add("it did not come to rest: " + states() + ", campaigns "
                    + numbers("SELECT status, count(*) FROM wa_campaign GROUP BY status") + ", inbox "
                    + numbers("SELECT state, count(*) FROM wa_inbox GROUP BY state"));
        }
        if (number("SELECT count(*) FROM wa_campaign_counter WHERE name = 'duplicate-sends' AND value > 0") > 0) {
            violations.add("the engine saw a duplicate send");
        }
        Map<String, Row> rows = rows();
        List<String> cancelled = texts("SELECT name FROM wa_campaign WHERE status = 'CANCELLED'");
        for (String who : everybody) {
            Row row = rows.get(who);
            // A campaign that is cancelled while it is planned has no rows for those it did not get to.
            boolean isNeverPlanned = cancelled.stream().anyMatch(name -> who.startsWith(name + "|"));
            if (row == null && !isNeverPlanned) {
                violations.add("a recipient has no delivery: lost");
            } else if (row != null) {
                explain(row, bsp.ledger().getOrDefault(who, List.of()));
            }
        }
        if (number("SELECT count(*) FROM wa_delivery WHERE content IS NOT NULL")
                != number("SELECT count(*) FROM wa_idempotency")) {
            violations.add("a single send was stored twice, or its key without it");
        }
        if (!everybody.containsAll(rows.keySet())) {
            violations.add("there is a delivery to somebody who is not in the audience");
        }
        if (!everybody.containsAll(bsp.ledger().keySet())) {
            violations.add("the BSP accepted a message to somebody who is not in the audience");
        }
        triggers();
        counters();
    }

    private void explain(Row row, List<Bsp.Accept> accepts) {
        boolean read = accepts.stream().anyMatch(accept -> accept.told().contains(MessageStatus.READ));
        boolean delivered = accepts.stream().anyMatch(Bsp.Accept::reachedPerson);
        boolean sent = accepts.stream()
                .anyMatch(accept -> accept.told().contains(MessageStatus.SENT)
                        && !accept.told().contains(MessageStatus.FAILED));
        boolean asFarAsTold = read
                ? row.state == DeliveryState.READ
                : delivered ? row.state == DeliveryState.DELIVERED : !sent || row.state == DeliveryState.SENT;
        if (!asFarAsTold) {
            violations.add("positive evidence was lost: " + row.state + " after " + told(accepts));
        }
        if (accepts.isEmpty() && row.state.isPositive()) {
            violations.add("a delivery is " + row.state + " and was never accepted");
        }
        if (row.state == DeliveryState.FAILED
                && accepts.stream()
                        .anyMatch(accept -> !accept.isFailed() && !accept.told().contains(MessageStatus.FAILED))) {
            violations.add("a message was accepted and its delivery is FAILED");
        }
        if (row.state == DeliveryState.FAILED && row.errorCode.isEmpty()) {
            violations.add("a delivery is FAILED without a code");
        }
    }

    private static List<Set<MessageStatus>> told(List<Bsp.Accept> accepts) {
        return accepts.stream().map(Bsp.Accept::told).toList();
    }

    private Map<String, Row> rows() {
        var rows = new LinkedHashMap<String, Row>();
        query("""
                SELECT c.name || '|' || d.recipient_key, d.state, coalesce(d.error_code, '')
                FROM wa_delivery d JOIN wa_campaign c ON c.id = d.campaign_id WHERE d.dedupe = 0
                UNION ALL SELECT i.request_key || '|' || d.recipient_key, d.state, coalesce(d.error_code, '')
                FROM wa_idempotency i JOIN wa_delivery d ON d.id = i.delivery_id
                """, row -> {
            if (rows.put(row.getString(1), new Row(DeliveryState.valueOf(row.getString(2)), row.getString(3)))
                    != null) {
                violations.add("a person has two deliveries of one campaign, or a key has two");
            }
        });
        return rows;
    }

    private Map<String, Long> numbers(String sql) {
        var numbers = new TreeMap<String, Long>();
        query(sql, row -> numbers.put(row.getString(1), row.getLong(2)));
        return numbers;
    }

    private long number(String sql, Long... parameters) {
        var found = new ArrayList<Long>();
        query(sql, row -> found.add(row.getLong(1)), parameters);
        return found.isEmpty() ? 0 : found.get(0);
    }

    private List<String> texts(String sql) {
        var found = new ArrayList<String>();
        query(sql, row -> found.add(row.getString(1)));
        return found;
    }

    private void query(String sql, RowReader reader, Long... parameters) {
        try {
            PreparedStatement statement = prepared.get(sql);
            if (statement == null) {
                statement = database.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
