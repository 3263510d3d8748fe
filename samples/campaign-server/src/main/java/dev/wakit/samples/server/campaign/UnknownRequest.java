package dev.wakit.samples.server.campaign;

import dev.wakit.campaign.OperatorNote;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.samples.server.http.ApiException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a decision about UNKNOWN messages: which ones, all when not given, and who decided it and why. */
public record UnknownRequest(
        @Nullable List<String> deliveries,
        @Nullable String by,
        @Nullable String why) {

    /** Who and why. */
    public OperatorNote note() {
        String who = Asked.required(by, "by");
        String reason = Asked.required(why, "why");
        return Asked.checked("by' or 'why", () -> new OperatorNote(who, reason));
    }

    /** Whether all are meant. */
    public boolean isAll() {
        return deliveries == null;
    }

    /** The ones that are named. */
    public List<DeliveryId> ids() {
        if (deliveries == null || deliveries.isEmpty()) {
            throw ApiException.invalid("The field 'deliveries' is missing. List the ids of UNKNOWN deliveries.");
        }
        return deliveries.stream()
                .map(id -> Asked.checked("deliveries", () -> DeliveryId.parse(id)))
                .toList();
    }
}
