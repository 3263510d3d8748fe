package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceSummary;
import dev.wakit.campaign.content.TextContent;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.RetryPolicy;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.provider.ProviderId;
import dev.wakit.template.TemplateCategory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoisonTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final Delivery row = Delivery.builder(TenantId.DEFAULT, new DeliveryId(1), new CampaignId(1))
            .build();

    @Test
    void theFirstTimeItWaitsForAnotherTryThatCounts() {
        MergeStep step = met(row);

        assertThat(step.after().state()).isEqualTo(DeliveryState.PENDING);
        assertThat(step.after().attemptNo()).isEqualTo(1);
        assertThat(step.after().notBefore()).isAfter(NOW);
        assertThat(step.past()).hasSize(1);
    }

    @Test
    void theSecondTimeItFails() {
        MergeStep step = met(met(row).after());

        assertThat(step.after().state()).isEqualTo(DeliveryState.FAILED);
        assertThat(step.after().errorCode()).contains(Poison.CODE);
        assertThat(step.after().failedAt()).contains(NOW);
    }

    @Test
    void whatTheErrorSaysIsNotKept() {
        assertThat(met(row).after().errorText().orElseThrow())
                .contains("IllegalStateException")
                .doesNotContain("Asha");
    }

    @Test
    void aRowThatChangedMeanwhileIsLeftAlone() {
        Delivery sending = row.toBuilder().state(DeliveryState.SENDING).build();

        assertThat(Poison.step(sending, row, entry(), new IllegalStateException(), NOW)
                        .after())
                .isSameAs(sending);
    }

    private static MergeStep met(Delivery row) {
        return Poison.step(row, row, entry(), new IllegalStateException("Asha"), NOW);
    }

    private static CampaignBook.Entry entry() {
        var campaign = new CampaignRow(
                TenantId.DEFAULT,
                new CampaignId(1),
                "n",
                CampaignStatus.RUNNING,
                "",
                new LaneKey(TenantId.DEFAULT, ProviderId.of("meta"), SenderId.of("1")),
                "",
                "",
                NOW,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH);
        TextContent content = TextContent.of("Hello");
        var settings = CampaignSettings.builder(
                        TemplateCategory.UTILITY, RetryPolicy.DEFAULT, new AudienceSummary(1, 0, List.of()))
                .build();
        return CampaignBook.Entry.of(campaign, Contents.of(content), settings);
    }
}
