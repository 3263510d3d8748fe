package dev.wakit.campaign.internal;

import dev.wakit.InvalidMessageException;
import dev.wakit.TenantId;
import dev.wakit.address.InvalidPhoneNumberException;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.content.MissingVariableException;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.store.AudienceRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes deliveries of the rows of one campaign, each for itself: who else is in the audience is not looked at. Thread-safe. */
final class Drafts {

    private final EngineCore engine;
    private final CampaignBook.Entry entry;
    private final Set<String> variables;
    private final List<Renderer> renderers;

    Drafts(EngineCore engine, CampaignBook.Entry entry) {
        this.engine = engine;
        this.entry = entry;
        this.variables = entry.contents().variables();
        // Over every provider: it may be moved from one to another.
        this.renderers = entry.renderers().over(entry.providers());
    }

    TenantId tenant() {
        return entry.row().tenant();
    }

    CampaignId campaign() {
        return entry.row().id();
    }

    /** Drafts in the order of the rows; those that cannot be sent are SKIPPED. */
    List<Delivery> of(List<AudienceRow> rows) {
        return rows.stream().map(this::of).toList();
    }

    private Delivery of(AudienceRow row) {
        Delivery.Builder builder = Delivery.builder(tenant(), engine.ids().delivery(), campaign())
                .line(row.line())
                .name(row.name().isEmpty() ? null : row.name())
                .rawAddress(row.phone().isEmpty() ? null : row.phone());
        if (row.error().equals(AudienceRow.ERASED)) {
            return builder.skipped(SkipReason.ERASED, null).build();
        }
        if (!row.error().isEmpty()) {
            return builder.skipped(SkipReason.UNREADABLE_ROW, row.error()).build();
        }
        try {
            Optional<Recipient> recipient =
                    Planner.recipient(row.phone(), row.bsuid(), entry.settings().defaultRegion());
            if (recipient.isEmpty()) {
                return builder.skipped(SkipReason.NO_ADDRESS, null).build();
            }
            builder.recipient(recipient.get())
                    .rawAddress(null)
                    .category(entry.settings().category())
                    .zone(zone(row, recipient.get()));
        } catch (InvalidPhoneNumberException e) {
            return builder.skipped(SkipReason.INVALID_NUMBER, Planner.shorten(e.getMessage()))
                    .build();
        }
        Map<String, String> values = values(row);
        builder.variables(values);
        try {
            Map<String, String> all = Planner.withName(values, row.name());
            renderers.forEach(renderer -> renderer.render(all));
            return builder.build();
        } catch (MissingVariableException e) {
            return builder.skipped(SkipReason.MISSING_VARIABLE, e.variable()).build();
        } catch (InvalidMessageException e) {
            return builder.skipped(SkipReason.INVALID_CONTENT, Planner.shorten(e.getMessage()))
                    .build();
        }
    }

    private String zone(AudienceRow row, Recipient recipient) {
        return entry.settings()
                .pacing()
                .window()
                .map(window -> WindowGate.zoneFor(window, AudienceCapture.zone(row), recipient.phone(), engine.now()))
                .orElse("");
    }

    /** Only the values that the content uses are kept: what is not needed is not stored. */
    private Map<String, String> values(AudienceRow row) {
        var values = new HashMap<String, String>();
        for (String variable : variables) {
            String value = row.variables().get(variable);
            if (value != null) {
                values.put(variable, value);
            }
        }
        return values;
    }
}
