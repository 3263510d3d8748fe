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
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Reads an audience to its end and stores its rows in batches. Thread-safe. */
final class AudienceCapture {

    private static final int BATCH = 5_000;
    private static final int MAX_ERRORS = 100;
    /** Filled from the name column or the person's name, whatever other columns there are. */
    static final String NAME_VARIABLE = "name";

    private static final List<String> ZONE_VARIABLES = List.of(AudienceMember.ZONE_VARIABLE, "zone");

    private final AudienceStore store;
    private final Executor beside;

    AudienceCapture(EngineCore engine) {
        this.store = engine.stores().audiences();
        this.beside = engine.settings().loops().beside("audience");
    }

    /** The zone that a row names, by either of its usual columns; empty for none. */
    static String zone(AudienceRow row) {
        return ZONE_VARIABLES.stream()
                .map(name -> row.variables().getOrDefault(name, ""))
                .filter(zone -> !zone.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Stores the rows, or none of them. */
    AudienceSummary capture(TenantId tenant, CampaignId campaign, Audience audience, Contents contents) {
        Set<String> used = contents.variables();
        // What nobody will ask for is not stored.
        try (RowSource rows = RowSource.open(audience, name -> used.contains(name) || ZONE_VARIABLES.contains(name))) {
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
        try (var batches = new Batches(tenant, campaign)) {
            long count = 0;
            long unreadable = 0;
            var errors = new ArrayList<RowError>();
            while (rows.hasNext()) {
                AudienceRow row = rows.next();
                count++;
                if (!row.error().isEmpty()) {
                    unreadable++;
                    if (errors.size() < MAX_ERRORS) {
                        errors.add(new RowError(row.line(), row.error()));
                    }
                }
                batches.add(row);
            }
            batches.flush();
            return new AudienceSummary(count, unreadable, errors);
        }
    }

    /** One batch is stored while the next is read, by the caller's thread: the rows may come from the host. */
    private final class Batches implements AutoCloseable {

        private final TenantId tenant;
        private final CampaignId campaign;
        private List<AudienceRow> batch = new ArrayList<>(BATCH);
        private @Nullable Errand<Boolean> storing;

        private Batches(TenantId tenant, CampaignId campaign) {
            this.tenant = tenant;
            this.campaign = campaign;
        }

        void add(AudienceRow row) {
            batch.add(row);
            if (batch.size() == BATCH) {
                store();
            }
        }

        void flush() {
            if (!batch.isEmpty()) {
                store();
            }
            if (storing != null) {
                storing.result();
            }
        }

        private void store() {
            if (storing != null) {
                storing.result();
            }
            List<AudienceRow> full = batch;
            batch = new ArrayList<>(BATCH);
            storing = Errand.start(beside, () -> {
                store.append(tenant, campaign, full);
                return true;
            });
        }

        /** Nothing is stored any more: whoever deletes the rows gets all of them. */
        @Override
        public void close() {
            if (storing != null) {
                storing.end();
            }
        }
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
