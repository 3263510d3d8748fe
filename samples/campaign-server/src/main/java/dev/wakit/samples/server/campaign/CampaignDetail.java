package dev.wakit.samples.server.campaign;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.wakit.campaign.pacing.Hold;
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
        List<HoldView> holds,

        RateHistory.Points history,
        List<String> actions) {

    /** Failed deliveries with one code, and what to do about it. */
    public record Failure(String code, long count, String title, String advice) {}

    /** Deliveries skipped for one reason. */
    public record Skip(String reason, long count) {}

    /** A row of the file that could not be read. */
    public record UnreadableRow(long line, String reason) {}

    /**
     * A layer of pacing that holds messages now.
     *
     * @param layer which
     * @param reason why, in words
     * @param until until when, where that is known
     * @param waiting how many messages, where that is known
     */
    public record HoldView(
            String layer,
            String reason,
            @Nullable String until,
            @Nullable Long waiting) {

        static HoldView of(Hold hold) {
            return new HoldView(
                    hold.layer().name(),
                    hold.reason(),
                    CampaignSummary.text(hold.until()),
                    hold.waiting().isPresent() ? hold.waiting().getAsLong() : null);
        }
    }

    /** The pace now, and what holds it. */
    public record Sending(
            @Nullable Double allowedPerSecond,
            double achievedPerSecond,
            int inFlight,
            boolean ownedHere,
            @Nullable String holdReason,
            @Nullable String heldUntil) {}
}
