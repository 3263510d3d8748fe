package dev.wakit.campaign.schedule;

import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.audience.Audience;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What comes back: a campaign, when, and for whom.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class ScheduleSpec {

    private final CampaignSpec campaign;
    private final Recurrence recurrence;
    private final String audienceSource;
    private final Overlap overlap;
    private final Misfire misfire;

    private ScheduleSpec(Builder builder, String audienceSource) {
        this.campaign = builder.campaign.audience(Audience.of(List.of())).build();
        this.recurrence = builder.recurrence;
        this.audienceSource = audienceSource;
        this.overlap = builder.overlap;
        this.misfire = builder.misfire;
    }

    /**
     * Starts a spec.
     *
     * @param campaign the campaign of each run, without an audience, a start or an end; a run's campaign has its name and the date
     * @param recurrence when
     */
    public static Builder builder(CampaignSpec.Builder campaign, Recurrence recurrence) {
        return new Builder(campaign, recurrence);
    }

    /** The campaign of each run. Its audience is empty. */
    public CampaignSpec campaign() {
        return campaign;
    }

    /** When. */
    public Recurrence recurrence() {
        return recurrence;
    }

    /** The name of the source that each run reads. */
    public String audienceSource() {
        return audienceSource;
    }

    /** What happens while the previous run's campaign is not finished. */
    public Overlap overlap() {
        return overlap;
    }

    /** What happens with a missed run. */
    public Misfire misfire() {
        return misfire;
    }

    /** Collects the parts of a {@link ScheduleSpec}. Not thread-safe. */
    public static final class Builder {

        private final CampaignSpec.Builder campaign;
        private final Recurrence recurrence;
        private @Nullable String audienceSource;
        private Overlap overlap = Overlap.SKIP;
        private Misfire misfire = Misfire.runOnce();

        private Builder(CampaignSpec.Builder campaign, Recurrence recurrence) {
            this.campaign = Objects.requireNonNull(campaign, "campaign");
            this.recurrence = Objects.requireNonNull(recurrence, "recurrence");
        }

        /** The name under which the engine knows the {@link AudienceSource}. */
        public Builder audienceFrom(String source) {
            this.audienceSource = source;
            return this;
        }

        /** {@link Overlap#SKIP} when not given. */
        public Builder overlap(Overlap overlap) {
            this.overlap = Objects.requireNonNull(overlap, "overlap");
            return this;
        }

        /** {@link Misfire#runOnce()} when not given. */
        public Builder misfire(Misfire misfire) {
            this.misfire = Objects.requireNonNull(misfire, "misfire");
            return this;
        }

        /** Builds the spec; the audience source must be named. */
        public ScheduleSpec build() {
            return new ScheduleSpec(this, Objects.requireNonNull(audienceSource, "audienceFrom"));
        }
    }
}
