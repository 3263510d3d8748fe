package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.InvalidCampaignException;
import dev.wakit.campaign.InvalidCampaignException.Problem;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.audience.AudienceSummary;
import dev.wakit.campaign.audience.RowError;
import dev.wakit.campaign.store.AudienceRow;
import dev.wakit.campaign.store.AudienceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads an audience to its end and stores its rows in batches. Thread-safe. */
final class AudienceCapture {

    private static final int BATCH = 2_000;
    private static final int MAX_ERRORS = 100;
    /** Filled from the name column or the person's name, whatever other columns there are. */
    static final String NAME_VARIABLE = "name";

    private final AudienceStore store;

    AudienceCapture(AudienceStore store) {
        this.store = store;
    }

    /** The zone that a row names, by either of its usual columns; empty for none. */
    static String zone(AudienceRow row) {
        String zone = row.variables().getOrDefault(AudienceMember.ZONE_VARIABLE, "");
        return zone.isBlank() ? row.variables().getOrDefault("zone", "") : zone;
    }

    /** Stores the rows, or none of them. */
    AudienceSummary capture(TenantId tenant, CampaignId campaign, Audience audience, Contents contents) {
        try (RowSource rows = RowSource.open(audience)) {
            try {
                AudienceSummary summary = store(tenant, campaign, rows);
                check(summary, rows, contents);
                return summary;
            } catch (RuntimeException e) {
                store.delete(tenant, campaign);
                throw e;
            }
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidCampaignException(
                    Problem.UNREADABLE_AUDIENCE, "The audience's file cannot be read: " + e.getMessage() + ".");
        }
    }

    private AudienceSummary store(TenantId tenant, CampaignId campaign, RowSource rows) {
        long count = 0;
        long unreadable = 0;
        var errors = new ArrayList<RowError>();
        var batch = new ArrayList<AudienceRow>(BATCH);
        while (rows.hasNext()) {
            AudienceRow row = rows.next();
            count++;
            if (!row.error().isEmpty()) {
                unreadable++;
                if (errors.size() < MAX_ERRORS) {
                    errors.add(new RowError(row.line(), row.error()));
                }
            }
            batch.add(row);
            if (batch.size() == BATCH) {
                store.append(tenant, campaign, List.copyOf(batch));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            store.append(tenant, campaign, List.copyOf(batch));
        }
        return new AudienceSummary(count, unreadable, errors);
    }

    private static void check(AudienceSummary summary, RowSource rows, Contents contents) {
        if (summary.rows() == 0) {
            throw new InvalidCampaignException(
                    Problem.EMPTY_AUDIENCE, "The audience has no recipient. Add at least one row below the header.");
        }
        var missing = new TreeSet<>(contents.requiredVariables());
        missing.removeAll(rows.knownVariables());
        missing.remove(NAME_VARIABLE);
        if (!missing.isEmpty()) {
            throw new InvalidCampaignException(
                    Problem.UNKNOWN_VARIABLE,
                    "No recipient has a value for " + missing + ". The audience has "
                            + new TreeSet<>(rows.knownVariables())
                            + ". Add a column with that name, or give a fallback: {{" + missing.first() + "|...}}.");
        }
    }
}
