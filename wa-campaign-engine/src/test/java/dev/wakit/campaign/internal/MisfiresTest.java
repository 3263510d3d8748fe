package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceSummary;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.MisfirePolicy;
import dev.wakit.campaign.pacing.Pacing;
import dev.wakit.campaign.pacing.RetryPolicy;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.provider.ProviderId;
import dev.wakit.template.TemplateCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MisfiresTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private static Optional<String> missed(MisfirePolicy policy, Duration late) {
        var row = new CampaignRow(
                TenantId.DEFAULT,
                new CampaignId(1),
                "Sale",
                CampaignStatus.SCHEDULED,
                "",
                new LaneKey(TenantId.DEFAULT, ProviderId.of("meta"), SenderId.of("1")),
                "{}",
                "{}",
                START,
                START,
                Instant.EPOCH,
                Instant.EPOCH);
        CampaignSettings settings = CampaignSettings.builder(
                        TemplateCategory.MARKETING, RetryPolicy.DEFAULT, new AudienceSummary(1, 0, List.of()))
                .pacing(Pacing.builder().misfire(policy).build())
                .build();
        return Misfires.missed(row, settings, START.plus(late));
    }

    @Test
    void aMissedStartRunsHoweverLateByDefault() {
        assertThat(missed(MisfirePolicy.RUN_NOW, Duration.ofDays(400))).isEmpty();
    }

    @Test
    void aStartIsSkippedWhenItIsMoreThanAMinuteLate() {
        assertThat(missed(MisfirePolicy.SKIP, Duration.ofSeconds(60))).isEmpty();
        assertThat(missed(MisfirePolicy.SKIP, Duration.ofSeconds(61)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("PT1M1S"));
    }

    @Test
    void aStartRunsWithinTheTimeThatIsAllowed() {
        MisfirePolicy policy = MisfirePolicy.runIfWithin(Duration.ofHours(2));

        assertThat(missed(policy, Duration.ofHours(2))).isEmpty();
        assertThat(missed(policy, Duration.ofHours(2).plusSeconds(1))).isPresent();
    }
}
