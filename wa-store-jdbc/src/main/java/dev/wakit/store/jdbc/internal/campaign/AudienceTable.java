package dev.wakit.store.jdbc.internal.campaign;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.store.AudienceRow;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Json;
import dev.wakit.store.jdbc.internal.sql.NewRows;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Owner of {@code wa_audience_row}. */
public final class AudienceTable {

    private static final List<String> COLUMNS =
            List.of("tenant_id", "campaign_id", "line", "phone", "bsuid", "name", "variables", "error");

    private AudienceTable() {}

    /** Adds rows. */
    public static void append(
            Handle handle, Dialect dialect, TenantId tenant, CampaignId campaign, List<AudienceRow> rows)
            throws SQLException {
        dialect.insert(handle, new NewRows<>("wa_audience_row", COLUMNS, rows, row -> new @Nullable Object[] {
            tenant.value(),
            campaign.value(),
            row.line(),
            Values.textOrNull(row.phone()),
            Values.textOrNull(row.bsuid()),
            Values.textOrNull(row.name()),
            Json.writeOrNull(row.variables()),
            Values.textOrNull(row.error())
        }));
    }

    /** Rows after a line. */
    public static List<AudienceRow> read(
            Handle handle, TenantId tenant, CampaignId campaign, long afterLine, int limit) {
        return handle.createQuery("""
                        SELECT line, phone, bsuid, name, variables, error FROM wa_audience_row
                        WHERE tenant_id = :tenant AND campaign_id = :campaign AND line > :after
                        ORDER BY line LIMIT :limit
                        """)
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .bind("after", afterLine)
                .bind("limit", limit)
                .map((row, context) -> new AudienceRow(
                        row.getLong("line"),
                        Values.text(row, "phone"),
                        Values.text(row, "bsuid"),
                        Values.text(row, "name"),
                        Json.readTexts(row.getString("variables")),
                        Values.text(row, "error")))
                .list();
    }

    /** How many rows a campaign has. */
    public static long count(Handle handle, TenantId tenant, CampaignId campaign) {
        return handle.createQuery(
                        "SELECT count(*) FROM wa_audience_row WHERE tenant_id = :tenant AND campaign_id = :campaign")
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .mapTo(Long.class)
                .one();
    }

    /** Takes out of rows what tells who they are about; returns how many. */
    public static int clear(Handle handle, TenantId tenant, CampaignId campaign, Collection<Long> lines) {
        PreparedBatch batch = handle.prepareBatch("""
                UPDATE wa_audience_row
                SET phone = NULL, bsuid = NULL, name = NULL, variables = NULL, error = :error
                WHERE tenant_id = :tenant AND campaign_id = :campaign AND line = :line
                """);
        lines.forEach(line -> batch.bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .bind("line", line)
                .bind("error", AudienceRow.ERASED)
                .add());
        return batch.size() == 0 ? 0 : IntStream.of(batch.execute()).sum();
    }

    /** Deletes a campaign's rows. */
    public static void delete(Handle handle, TenantId tenant, CampaignId campaign) {
        handle.createUpdate("DELETE FROM wa_audience_row WHERE tenant_id = :tenant AND campaign_id = :campaign")
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .execute();
    }

    /** Deletes rows without a campaign. */
    public static int deleteOrphans(Handle handle, CampaignId olderThan) {
        return handle.createUpdate("""
                        DELETE FROM wa_audience_row
                        WHERE campaign_id < :olderThan AND NOT EXISTS (
                            SELECT 1 FROM wa_campaign
                            WHERE wa_campaign.tenant_id = wa_audience_row.tenant_id
                            AND wa_campaign.id = wa_audience_row.campaign_id)
                        """).bind("olderThan", olderThan.value()).execute();
    }
}
