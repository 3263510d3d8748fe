package dev.wakit.samples.server.campaign;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.content.ButtonValue;
import dev.wakit.campaign.content.CampaignContent;
import dev.wakit.campaign.content.HeaderMedia;
import dev.wakit.campaign.content.InteractiveContent;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.content.TextContent;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.rate.RateLimit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as lists show it.
 *
 * @param provider the one of the first sender
 * @param sender the first sender
 * @param senders how many share it
 */
public record CampaignSummary(
        String id,
        String name,
        String status,
        String reason,
        String provider,
        String sender,
        int senders,
        Content content,
        AudienceView audience,
        @Nullable Rate rate,
        Progress progress,
        String createdAt,
        @Nullable String startAt,
        @Nullable String startedAt,
        @Nullable String finishedAt) {

    static CampaignSummary of(Campaign campaign) {
        return new CampaignSummary(
                campaign.id().toString(),
                campaign.name(),
                campaign.status().name(),
                campaign.reason(),
                campaign.lane().provider().value(),
                campaign.lane().sender().value(),
                campaign.members().size(),
                Content.of(campaign.content()),
                new AudienceView(
                        campaign.settings().audience().rows(),
                        campaign.settings().audience().unreadable()),
                campaign.settings().rate().map(Rate::of).orElse(null),
                Progress.of(campaign.progress()),
                campaign.createdAt().toString(),
                text(campaign.startAt()),
                text(campaign.startedAt()),
                text(campaign.finishedAt()));
    }

    static @Nullable String text(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }

    /** How many rows the audience has. */
    public record AudienceView(long rows, long unreadable) {}

    /** The fastest rate of the campaign. */
    public record Rate(double perMinute, double perSecond) {

        static Rate of(RateLimit limit) {
            return new Rate(limit.messagesPerSecond() * 60, limit.messagesPerSecond());
        }
    }

    /** Its numbers. */
    public record Progress(
            long total,
            long remaining,
            long waitingForStatus,
            long sent,
            long delivered,
            long read,
            long replied,
            long duplicateSends,
            Map<DeliveryState, Long> states) {

        static Progress of(CampaignProgress progress) {
            return new Progress(
                    progress.total(),
                    progress.remaining(),
                    progress.waitingForStatus(),
                    progress.sent(),
                    progress.delivered(),
                    progress.read(),
                    progress.replied(),
                    progress.duplicateSends(),
                    progress.states());
        }
    }

    /** What it sends. */
    public record Content(
            String kind,
            @Nullable String text,
            @Nullable String name,
            @Nullable String language,
            List<String> body,
            Map<String, String> named,
            @Nullable String headerText,
            @Nullable HeaderMedia headerMedia,
            List<ButtonValue> buttons) {

        static Content of(CampaignContent content) {
            if (content instanceof TemplateContent template) {
                return new Content(
                        "template",
                        null,
                        template.name().value(),
                        template.language().value(),
                        template.body(),
                        template.namedBody(),
                        template.headerText().orElse(null),
                        template.headerMedia().orElse(null),
                        template.buttons());
            }
            return content instanceof InteractiveContent interactive
                    ? plain("interactive", interactive.message().body().orElse(""))
                    : plain("text", content instanceof TextContent free ? free.text() : "");
        }

        private static Content plain(String kind, String text) {
            return new Content(kind, text, null, null, List.of(), Map.of(), null, null, List.of());
        }
    }
}
