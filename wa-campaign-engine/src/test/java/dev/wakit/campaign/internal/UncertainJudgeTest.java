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
import dev.wakit.campaign.delivery.EvidencePolicy;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.RetryPolicy;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.provider.ProviderId;
import dev.wakit.template.TemplateCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UncertainJudgeTest {

    private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration GRACE = Duration.ofHours(24);
    private static final Duration LIMIT = Duration.ofDays(7);

    private final UncertainJudge judge = new UncertainJudge(EvidencePolicy.DEFAULT);
    private TemplateCategory category = TemplateCategory.MARKETING;
    private CampaignStatus status = CampaignStatus.RUNNING;
    private @Nullable Instant sendBy;

    @ParameterizedTest
    @EnumSource(value = SendMode.class, names = "AT_LEAST_ONCE", mode = EnumSource.Mode.EXCLUDE)
    void nothingIsDecidedWhileThereIsTimeForEvidence(SendMode mode) {
        Delivery row = uncertain().build();

        assertThat(settle(row, mode, true, GRACE.minusMillis(1)).after()).isSameAs(row);
    }

    @ParameterizedTest
    @EnumSource(
            value = SendMode.class,
            names = {"AT_MOST_ONCE", "RECONCILE_HOLD"})
    void theCarefulModesEndAsUnknownAndAreNeverSentAgain(SendMode mode) {
        assertThat(settle(uncertain().build(), mode, true, GRACE).after().state())
                .isEqualTo(DeliveryState.UNKNOWN);
    }

    @Test
    void resendSendsOnceMoreAndKeepsWhy() {
        MergeStep step = settle(uncertain().build(), SendMode.RECONCILE_RESEND, true, GRACE);

        assertThat(step.after().state()).isEqualTo(DeliveryState.PENDING);
        assertThat(step.after().attemptNo()).isEqualTo(1);
        assertThat(step.after().resentAttempt()).isEqualTo(1);
        assertThat(step.past()).singleElement().satisfies(past -> {
            assertThat(past.attemptNo()).isEqualTo(1);
            assertThat(past.errorText()).contains("86400 s").contains("Sent again");
        });
    }

    @Test
    void resendHappensAtMostOnce() {
        Delivery second = uncertain().attemptNo(2).resentAttempt(1).build();

        assertThat(settle(second, SendMode.RECONCILE_RESEND, true, GRACE)
                        .after()
                        .state())
                .isEqualTo(DeliveryState.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(value = SendMode.class, names = "AT_LEAST_ONCE", mode = EnumSource.Mode.EXCLUDE)
    void theWaitGoesOnWhileAbsenceSaysNothing(SendMode mode) {
        Delivery row = uncertain().build();

        assertThat(settle(row, mode, false, LIMIT.minusMillis(1)).after()).isSameAs(row);
        assertThat(settle(row, mode, false, LIMIT).after().state()).isEqualTo(DeliveryState.UNKNOWN);
    }

    @Test
    void resendDoesNotSendAfterTheEndOfTheCampaign() {
        status = CampaignStatus.CANCELLED;
        assertThat(settle(uncertain().build(), SendMode.RECONCILE_RESEND, true, GRACE)
                        .after()
                        .state())
                .isEqualTo(DeliveryState.UNKNOWN);

        status = CampaignStatus.RUNNING;
        sendBy = T0.plus(GRACE).minusSeconds(1);
        assertThat(settle(uncertain().build(), SendMode.RECONCILE_RESEND, true, GRACE)
                        .after()
                        .state())
                .isEqualTo(DeliveryState.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = SendMode.class,
            names = {"RECONCILE_RESEND", "AT_LEAST_ONCE"})
    void aSingleSendIsNotSentAgainAfterItsOwnEnd(SendMode mode) {
        Delivery row = uncertain().sendBy(T0.plus(GRACE).minusSeconds(1)).build();

        assertThat(settle(row, mode, true, GRACE).after().state()).isEqualTo(DeliveryState.UNKNOWN);
    }

    @Test
    void atLeastOnceTriesThreeTimesAndThenWaits() {
        Delivery first = uncertain().build();
        Delivery second =
                settle(first, SendMode.AT_LEAST_ONCE, false, Duration.ZERO).after();
        assertThat(second.state()).isEqualTo(DeliveryState.PENDING);

        Delivery uncertainAgain = second.toBuilder()
                .state(DeliveryState.UNCERTAIN)
                .attemptNo(2)
                .uncertainAt(T0)
                .build();
        Delivery third = settle(uncertainAgain, SendMode.AT_LEAST_ONCE, false, Duration.ZERO)
                .after();
        assertThat(third.tries()).isEqualTo(2);

        Delivery last = third.toBuilder()
                .state(DeliveryState.UNCERTAIN)
                .attemptNo(3)
                .uncertainAt(T0)
                .build();
        assertThat(settle(last, SendMode.AT_LEAST_ONCE, false, Duration.ZERO).after())
                .isSameAs(last);
        assertThat(settle(last, SendMode.AT_LEAST_ONCE, true, GRACE).after().state())
                .isEqualTo(DeliveryState.UNKNOWN);
    }

    @Test
    void theTimeForEvidenceDependsOnTheCategory() {
        category = TemplateCategory.AUTHENTICATION;
        assertThat(judge.grace(entry(SendMode.RECONCILE_HOLD).settings())).isEqualTo(Duration.ofSeconds(60));
        category = TemplateCategory.UTILITY;
        assertThat(judge.grace(entry(SendMode.RECONCILE_HOLD).settings())).isEqualTo(Duration.ofMinutes(15));
        category = TemplateCategory.UNKNOWN;
        assertThat(judge.grace(entry(SendMode.RECONCILE_HOLD).settings())).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void aCampaignsOwnTimeWins() {
        CampaignSettings own = entry(SendMode.RECONCILE_HOLD).settings().toBuilder()
                .evidenceGrace(Duration.ofDays(9))
                .build();

        assertThat(judge.grace(own)).isEqualTo(Duration.ofDays(9));
        assertThat(judge.limit(own)).isEqualTo(Duration.ofDays(9));
    }

    @Test
    void whatIsSettledAlreadyStays() {
        Delivery sent = uncertain().state(DeliveryState.SENT).build();

        assertThat(settle(sent, SendMode.AT_LEAST_ONCE, true, LIMIT).after()).isSameAs(sent);
    }

    private MergeStep settle(Delivery row, SendMode mode, boolean absenceCounts, Duration later) {
        return judge.settle(row, entry(mode), absenceCounts, T0.plus(later));
    }

    private CampaignBook.Entry entry(SendMode mode) {
        CampaignSettings settings = CampaignSettings.builder(
                        category, RetryPolicy.DEFAULT, new AudienceSummary(1, 0, List.of()))
                .sendMode(mode)
                .sendBy(sendBy)
                .build();
        var row = new CampaignRow(
                TenantId.DEFAULT,
                new CampaignId(1),
                "n",
                status,
                "",
                new LaneKey(TenantId.DEFAULT, ProviderId.of("meta"), SenderId.of("1")),
                "",
                "",
                T0,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH);
        TextContent content = TextContent.of("Hello");
        return CampaignBook.Entry.of(row, Contents.of(content), settings);
    }

    private static Delivery.Builder uncertain() {
        return Delivery.builder(TenantId.DEFAULT, new DeliveryId(1), new CampaignId(1))
                .state(DeliveryState.UNCERTAIN)
                .attemptNo(1)
                .intentAt(T0.minusSeconds(1))
                .uncertainAt(T0);
    }
}
