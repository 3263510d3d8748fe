package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
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
import dev.wakit.campaign.store.Located;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorCategory;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ErrorScope;
import dev.wakit.error.ProviderError;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.MessageId;
import dev.wakit.provider.ProviderId;
import dev.wakit.template.TemplateCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatusMergerTest {

    private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");
    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final CampaignId CAMPAIGN = new CampaignId(1);
    private static final MessageId WAMID = new MessageId("wamid.one");

    private CampaignStatus campaignStatus = CampaignStatus.RUNNING;
    private final StatusMerger merger = new StatusMerger(new ErrorJudge(new Random(1)), campaign -> entry());

    @Nested
    class Sending {

        @Test
        void becomesSentWhenTheWebhookIsFasterThanTheAnswer() {
            Delivery after = merge(sending(), status(1, MessageStatus.SENT, 1));

            assertThat(after.state()).isEqualTo(DeliveryState.SENT);
            assertThat(after.messageId()).contains(WAMID);
        }

        @Test
        void keepsTheStatusWhenTheAnswerComesLater() {
            Delivery delivered = merge(sending(), status(1, MessageStatus.DELIVERED, 1));

            Delivery after = merge(delivered, accepted(1, WAMID));

            assertThat(after.state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(after.acceptedAt()).isPresent();
        }

        @Test
        void alarmsWhenTheAnswerNamesAnotherMessage() {
            Delivery sent = merge(sending(), status(1, MessageStatus.SENT, 1));

            MergeStep step =
                    merger.merge(new Located(sent, 0, entry().row()), accepted(1, new MessageId("wamid.two")), T0);

            assertThat(step.duplicateSend()).isTrue();
            assertThat(step.after().messageId()).contains(WAMID);
        }
    }

    @Nested
    class Uncertain {

        @Test
        void settlesByEvidence() {
            for (DeliveryState state : List.of(DeliveryState.UNCERTAIN, DeliveryState.UNKNOWN)) {
                Delivery after = merge(
                        sending().toBuilder().state(state).uncertainAt(T0).build(), status(1, MessageStatus.READ, 5));

                assertThat(after.state()).isEqualTo(DeliveryState.READ);
                assertThat(after.uncertainAt()).isEmpty();
                assertThat(after.deliveredAt()).isPresent();
            }
        }

        @Test
        void settlesByALateAnswer() {
            Delivery after =
                    merge(sending().toBuilder().state(DeliveryState.UNCERTAIN).build(), accepted(1, WAMID));

            assertThat(after.state()).isEqualTo(DeliveryState.ACCEPTED);
        }
    }

    @Nested
    class Failed {

        @Test
        void isTriedAgainWhenTheErrorMayPass() {
            MergeStep step = step(accepted(), failed(1, Disposition.RETRY_BACKOFF));

            assertThat(step.after().state()).isEqualTo(DeliveryState.PENDING);
            assertThat(step.after().tries()).isEqualTo(1);
            assertThat(step.after().notBefore()).isAfter(T0);
            assertThat(step.past())
                    .singleElement()
                    .satisfies(past -> assertThat(past.messageId()).isEqualTo(WAMID.value()));
        }

        @Test
        void isNotTriedAgainTwiceForTheSameWebhook() {
            Delivery waiting = merge(accepted(), failed(1, Disposition.RETRY_BACKOFF));

            assertThat(merge(waiting, failed(1, Disposition.RETRY_BACKOFF))).isSameAs(waiting);
        }

        @Test
        void staysFailedAfterTheLastTry() {
            Delivery third = accepted().toBuilder().tries(2).attemptNo(3).build();

            Delivery after = merge(third, failed(3, Disposition.RETRY_BACKOFF));

            assertThat(after.state()).isEqualTo(DeliveryState.FAILED);
            assertThat(after.errorCode()).contains("131026");
        }

        @Test
        void isNotTriedAgainInACancelledCampaign() {
            campaignStatus = CampaignStatus.CANCELLED;

            assertThat(merge(accepted(), failed(1, Disposition.RETRY_BACKOFF)).state())
                    .isEqualTo(DeliveryState.FAILED);
        }

        @Test
        void doesNotConcernALaterAttempt() {
            Delivery second = accepted().toBuilder().attemptNo(2).build();

            assertThat(merge(second, failed(1, Disposition.FAIL_RECIPIENT))).isSameAs(second);
        }

        @Test
        void suppressesAPersonWhoOptedOut() {
            MergeStep step = step(accepted(), failed(1, Disposition.OPT_OUT));

            assertThat(step.after().state()).isEqualTo(DeliveryState.FAILED);
            assertThat(step.suppressions()).hasSize(1);
        }

        @Test
        void givesWayToProofOfDelivery() {
            Delivery failed = merge(accepted(), failed(1, Disposition.FAIL_RECIPIENT));

            assertThat(merge(failed, status(1, MessageStatus.DELIVERED, 9)).state())
                    .isEqualTo(DeliveryState.DELIVERED);
            assertThat(merge(failed, status(1, MessageStatus.SENT, 9)).state()).isEqualTo(DeliveryState.FAILED);
        }
    }

    @Nested
    class WaitingForTheNextTry {

        private final Delivery waiting = merge(accepted(), failed(1, Disposition.RETRY_BACKOFF));

        @Test
        void ignoresALateSentOfTheFailedAttempt() {
            assertThat(merge(waiting, status(1, MessageStatus.SENT, 1))).isSameAs(waiting);
        }

        @Test
        void keepsWaitingWhenTheAnswerOfTheFailedAttemptComesLate() {
            assertThat(merge(waiting, accepted(1, WAMID)).state()).isEqualTo(DeliveryState.PENDING);
        }

        @Test
        void keepsWaitingWhenALateAnswerSaysThatTheFailedAttemptWasHeld() {
            var held = new Evidence.LateOutcome(new OutcomeWrite(
                    new DeliveryId(7), CAMPAIGN, 1, DeliveryState.HELD, WAMID.value(), Instant.EPOCH, 0, "", "", T0));

            assertThat(merge(waiting, held).state()).isEqualTo(DeliveryState.PENDING);
        }

        @Test
        void isNotSentAgainOnceThePersonHasIt() {
            assertThat(merge(waiting, status(1, MessageStatus.DELIVERED, 3)).state())
                    .isEqualTo(DeliveryState.DELIVERED);
        }
    }

    @Test
    void healsARowWhoseIntentWasLost() {
        Delivery restored =
                sending().toBuilder().state(DeliveryState.PENDING).attemptNo(0).build();

        Delivery after = merge(restored, status(1, MessageStatus.SENT, 1));

        assertThat(after.state()).isEqualTo(DeliveryState.SENT);
        assertThat(after.attemptNo()).isEqualTo(1);
    }

    @Test
    void neverTouchesASkippedDelivery() {
        Delivery skipped = sending().toBuilder().state(DeliveryState.SKIPPED).build();

        assertThat(merge(skipped, status(1, MessageStatus.READ, 1))).isSameAs(skipped);
    }

    @Test
    void keepsTheFirstReply() {
        Delivery first = merge(accepted(), new Evidence.Reply(T0.plusSeconds(9)));

        assertThat(merge(first, new Evidence.Reply(T0.plusSeconds(20))).repliedAt())
                .contains(T0.plusSeconds(9));
        assertThat(merge(first, new Evidence.Reply(T0.plusSeconds(5))).repliedAt())
                .contains(T0.plusSeconds(5));
    }

    @Test
    void comesToTheSameRowInAnyOrderAndWithDuplicates() {
        List<Evidence> events = List.of(
                accepted(1, WAMID),
                status(1, MessageStatus.SENT, 1),
                status(1, MessageStatus.DELIVERED, 2),
                status(1, MessageStatus.READ, 3),
                failed(1, Disposition.FAIL_RECIPIENT));
        for (int seed = 0; seed < 2_000; seed++) {
            var shuffled = new ArrayList<>(events);
            var random = new Random(seed);
            for (int i = 0; i < 3; i++) {
                shuffled.add(events.get(random.nextInt(events.size())));
            }
            Collections.shuffle(shuffled, random);
            Delivery delivery = sending();
            for (Evidence event : shuffled) {
                delivery = merge(delivery, event);
            }

            assertThat(delivery.state()).as("seed %d", seed).isEqualTo(DeliveryState.READ);
            assertThat(delivery.readAt()).contains(T0.plusSeconds(3));
            assertThat(delivery.deliveredAt()).contains(T0.plusSeconds(2));
            assertThat(delivery.sentAt()).contains(T0.plusSeconds(1));
            assertThat(delivery.failedAt()).isPresent();
        }
    }

    private Delivery merge(Delivery delivery, Evidence evidence) {
        return step(delivery, evidence).after();
    }

    private MergeStep step(Delivery delivery, Evidence evidence) {
        return merger.merge(new Located(delivery, 0, entry().row()), evidence, T0);
    }

    private static Delivery sending() {
        return Delivery.builder(TENANT, new DeliveryId(7), CAMPAIGN)
                .recipient(Recipient.of(PhoneNumber.parse("+919978783238")))
                .state(DeliveryState.SENDING)
                .attemptNo(1)
                .build();
    }

    private static Delivery accepted() {
        return sending().toBuilder()
                .state(DeliveryState.ACCEPTED)
                .messageId(WAMID)
                .acceptedAt(T0)
                .build();
    }

    private static Evidence.Status status(int attempt, MessageStatus status, int seconds) {
        return new Evidence.Status(
                attempt,
                WAMID,
                status,
                T0.plusSeconds(seconds),
                ProviderError.builder("0").build(),
                rule(Disposition.FAIL_RECIPIENT));
    }

    private static Evidence.Status failed(int attempt, Disposition disposition) {
        return new Evidence.Status(
                attempt,
                WAMID,
                MessageStatus.FAILED,
                T0.plusSeconds(2),
                ProviderError.builder("131026").title("Message undeliverable").build(),
                rule(disposition));
    }

    private static Evidence.LateOutcome accepted(int attempt, MessageId id) {
        return new Evidence.LateOutcome(new OutcomeWrite(
                new DeliveryId(7),
                CAMPAIGN,
                attempt,
                DeliveryState.ACCEPTED,
                id.value(),
                Instant.EPOCH,
                0,
                "",
                "",
                T0));
    }

    private static ErrorRule rule(Disposition disposition) {
        return new ErrorRule(
                "131026", "Message undeliverable", ErrorCategory.RECIPIENT, disposition, ErrorScope.RECIPIENT, "");
    }

    private CampaignBook.Entry entry() {
        var row = new CampaignRow(
                TENANT,
                CAMPAIGN,
                "c",
                campaignStatus,
                "",
                new LaneKey(TENANT, ProviderId.of("meta"), new SenderId("1")),
                "",
                "",
                T0,
                T0,
                T0,
                T0);
        var settings = CampaignSettings.builder(
                        TemplateCategory.MARKETING,
                        new RetryPolicy(3, Duration.ofSeconds(60), Duration.ofHours(1), Duration.ofHours(24)),
                        new AudienceSummary(1, 0, List.of()))
                .build();
        var content = TextContent.of("hi");
        return new CampaignBook.Entry(row, content, settings, Renderer.of(content));
    }
}
