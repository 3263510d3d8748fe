package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.campaign.pacing.FrequencyCap;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Counts what people got lately, by the index of people. */
final class CapCounts {

    /** The query, for the test of its plan. */
    static final String QUERY = """
            SELECT recipient_key, count(*) AS messages FROM wa_delivery
            WHERE tenant_id = :tenant AND recipient_key IS NOT NULL AND %s
            AND category = :category AND intent_at > :since
            AND state IN ('SENDING', 'ACCEPTED', 'HELD', 'SENT', 'DELIVERED', 'READ', 'UNCERTAIN', 'UNKNOWN')
            GROUP BY recipient_key
            """;

    private CapCounts() {}

    /** How many messages of the cap's category each of these people got in its period; nobody is listed with 0. */
    static Map<String, Long> count(
            Handle handle,
            Dialect dialect,
            TenantId tenant,
            Collection<String> recipientKeys,
            FrequencyCap cap,
            Instant now) {
        Map<String, Long> counts = new HashMap<>();
        if (recipientKeys.isEmpty()) {
            return counts;
        }
        handle.createQuery(QUERY.formatted(dialect.inTexts("recipient_key", "keys")))
                .bind("tenant", tenant.value())
                .bind("keys", dialect.texts(recipientKeys))
                .bind("category", cap.category().name())
                .bind("since", since(cap, now))
                .map((row, context) -> Map.entry(row.getString("recipient_key"), row.getLong("messages")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static long since(FrequencyCap cap, Instant now) {
        try {
            return now.minus(cap.period()).toEpochMilli();
        } catch (DateTimeException | ArithmeticException longerThanTime) {
            return 0;
        }
    }
}
