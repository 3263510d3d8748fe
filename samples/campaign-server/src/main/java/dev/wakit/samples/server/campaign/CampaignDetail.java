package dev.wakit.samples.server.campaign;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.wakit.samples.server.pace.RateHistory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A campaign as its own page shows it: the summary's fields, and why things are as they are. */
public record CampaignDetail(
        @JsonUnwrapped CampaignSummary summary,
        String category,
        @Nullable String sendBy,
        @Nullable String defaultRegion,
        List<Failure> failures,
        List<Skip> skipped,
        List<UnreadableRow> unreadableRows,
        Sending sending,
        RateHistory.Points history,
        List<String> actions) {

    /** Failed deliveries with one code, and what to do about it. */
    public record Failure(String code, long count, String title, String advice) {}

    /** Deliveries skipped for one reason. */
    public record Skip(String reason, long count) {}

    /** A row of the file that could not be read. */
    public record UnreadableRow(long line, String reason) {}

    /** The pace now, and what holds it. */
    public record Sending(
            @Nullable Double allowedPerSecond,
            double achievedPerSecond,
            int inFlight,
            boolean ownedHere,
            @Nullable String holdReason,
            @Nullable String heldUntil) {}
}
