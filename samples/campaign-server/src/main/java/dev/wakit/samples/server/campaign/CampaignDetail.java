package dev.wakit.samples.server.campaign;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.LaneStatus;
import dev.wakit.samples.server.pace.RateHistory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<Member> members,
        Map<String, CampaignSummary.Content> contents,
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
     * One of the senders.
     *
     * @param weight how much of the campaign it takes beside the others
     * @param state IN, HELD or STOPPED: whether it takes part now
     * @param reason why it does not; empty if it does
     * @param since since when
     * @param allowedPerSecond how fast it may send, where this server sends over it
     * @param inFlight messages under way over it here
     */
    public record Member(
            String provider,
            String sender,
            int weight,
            String state,
            String reason,
            String since,
            @Nullable Double allowedPerSecond,
            int inFlight) {

        static Member of(PoolMember member, Optional<LaneStatus> lane) {
            return new Member(
                    member.lane().provider().value(),
                    member.lane().sender().value(),
                    member.weight(),
                    member.state().name(),
                    member.reason(),
                    member.since().toString(),
                    lane.map(LaneStatus::allowedPerSecond).orElse(null),
                    lane.map(LaneStatus::inFlight).orElse(0));
        }
    }

    /**
     * A layer of pacing that holds messages now.
     *
     * @param layer which
     * @param reason why, in words
     * @param until until when, where that is known
     * @param waiting how many messages, where that is known
     * @param sender whom it concerns, where the campaign has several senders and it is one of them
     */
    public record HoldView(
            String layer,
            String reason,
            @Nullable String until,
            @Nullable Long waiting,
            @Nullable String sender) {

        static HoldView of(Hold hold) {
            return new HoldView(
                    hold.layer().name(),
                    hold.reason(),
                    CampaignSummary.text(hold.until()),
                    hold.waiting().isPresent() ? hold.waiting().getAsLong() : null,
                    hold.lane().map(lane -> lane.sender().value()).orElse(null));
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
