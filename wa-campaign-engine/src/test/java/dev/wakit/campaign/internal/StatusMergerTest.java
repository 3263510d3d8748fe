package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceSummary;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.content.TextContent;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.delivery.SkipReason;
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
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusMergerTest {

    private static final int ROUNDS = Integer.getInteger("wakit.merge.rounds", 1_000);
    private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");
    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final CampaignId CAMPAIGN = new CampaignId(1);
    private static final MessageId WAMID = new MessageId("wamid.one");

    private CampaignStatus campaignStatus = CampaignStatus.RUNNING;
    private SendMode sendMode = SendMode.RECONCILE_HOLD;
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

        @ParameterizedTest
        @EnumSource(
                value = Disposition.class,
                names = {"OPT_OUT", "RETRY_AFTER_24H"})
        void suppressesAPersonUnderEveryNameOfTheDeliveryAndOfTheWebhook(Disposition disposition) {
            Delivery both = accepted().toBuilder()
                    .recipient(Recipient.of(PhoneNumber.parse("+919978783238"), Bsuid.of("IN.111")))
                    .build();
            Evidence.Status plain = failed(1, disposition);
            var status = new Evidence.Status(
                    plain.attemptNo(),
                    plain.messageId(),
                    plain.status(),
                    plain.at(),
                    plain.error(),
                    plain.rule(),
                    Set.of("+919978783238", "bsuid:IN.ENT.222"));

            assertThat(step(both, status).suppressions())
                    .extracting(Suppression::recipientKey)
                    .containsExactlyInAnyOrder("+919978783238", "bsuid:IN.111", "bsuid:IN.ENT.222");
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
        void takesALateSentOfTheFailedAttemptForATimeAndNoMore() {
            Delivery after = merge(waiting, status(1, MessageStatus.SENT, 1));

            assertThat(after.state()).isEqualTo(DeliveryState.PENDING);
            assertThat(after.sentAt()).contains(T0.plusSeconds(1));
            assertThat(merge(after, status(1, MessageStatus.SENT, 1))).isSameAs(after);
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

    @Nested
    class SentAgainWithoutProof {

        private final MessageId second = new MessageId("wamid.two");

        /** Its first attempt got no answer, the second is on its way. */
        private final Delivery again =
                sending().toBuilder().attemptNo(2).resentAttempt(1).build();

        @Test
        void settlesByWhateverProvesTheFirstAttempt() {
            Delivery uncertain =
                    again.toBuilder().state(DeliveryState.UNCERTAIN).build();

            assertThat(merge(uncertain, status(1, MessageStatus.SENT, 1)).state())
                    .isEqualTo(DeliveryState.SENT);
            assertThat(merge(uncertain, accepted(1, WAMID)).state()).isEqualTo(DeliveryState.ACCEPTED);
        }

        @Test
        void isNotSentOnceTheFirstAttemptIsProvedWhileItWaits() {
            Delivery waiting = sending().toBuilder()
                    .state(DeliveryState.PENDING)
                    .resentAttempt(1)
                    .build();

            assertThat(merge(waiting, status(1, MessageStatus.SENT, 1)).state()).isEqualTo(DeliveryState.SENT);
        }

        @Test
        void alarmsWhenBothGotThroughWhicheverIsReportedFirst() {
            MergeStep firstLast = step(merge(again, accepted(2, second)), status(1, MessageStatus.SENT, 1));
            MergeStep firstFirst = step(merge(again, status(1, MessageStatus.SENT, 1)), accepted(2, second));

            assertThat(firstLast.duplicateSend()).isTrue();
            assertThat(firstLast.past()).singleElement().satisfies(past -> {
                assertThat(past.attemptNo()).isEqualTo(1);
                assertThat(past.messageId()).isEqualTo(WAMID.value());
            });
            assertThat(firstFirst.duplicateSend()).isTrue();
        }

        @Test
        void doesNotAlarmWhenOnlyOneGotThrough() {
            assertThat(step(again, status(1, MessageStatus.DELIVERED, 1)).duplicateSend())
                    .isFalse();
            assertThat(step(again, accepted(2, second)).duplicateSend()).isFalse();
        }
    }

    @Test
    void whatFailedAfterItWasAcceptedIsNotSentAgainInTheStrictestMode() {
        sendMode = SendMode.AT_MOST_ONCE;

        assertThat(merge(accepted(), failed(1, Disposition.RETRY_BACKOFF)).state())
                .isEqualTo(DeliveryState.FAILED);
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
    void aMessageThatWasSkippedInsteadOfSentAgainIsKnownToHaveArrived() {
        Delivery skipped = skippedAfterDoubt();

        Delivery sent = merge(skipped, status(1, MessageStatus.SENT, 1));
        Delivery read = merge(sent, status(1, MessageStatus.READ, 1));

        assertThat(sent.state()).isEqualTo(DeliveryState.SENT);
        assertThat(sent.skipReason()).isEmpty();
        assertThat(read.state()).isEqualTo(DeliveryState.READ);
    }

    @Test
    void aFailureOrAReplyDoesNotTouchASkippedDelivery() {
        Delivery skipped = skippedAfterDoubt();

        assertThat(merge(skipped, status(1, MessageStatus.FAILED, 1))).isSameAs(skipped);
        assertThat(merge(skipped, new Evidence.Reply(T0.plusSeconds(9)))).isSameAs(skipped);
    }

    @Test
    void aSentOfAFailedAttemptLeavesTheSkip() {
        Delivery skipped =
                skippedAfterDoubt().toBuilder().failedAt(T0.plusSeconds(2)).build();

        assertThat(merge(skipped, status(1, MessageStatus.SENT, 1)).state()).isEqualTo(DeliveryState.SKIPPED);
        assertThat(merge(skipped, status(1, MessageStatus.DELIVERED, 1)).state())
                .isEqualTo(DeliveryState.DELIVERED);
    }

    private static Delivery skippedAfterDoubt() {
        return sending().toBuilder()
                .resentAttempt(1)
                .skipped(SkipReason.TOO_LATE, null)
                .build();
    }

    @Test
    void keepsTheFirstReply() {
        Delivery first = merge(accepted(), new Evidence.Reply(T0.plusSeconds(9)));

        assertThat(merge(first, new Evidence.Reply(T0.plusSeconds(20))).repliedAt())
                .contains(T0.plusSeconds(9));
        assertThat(merge(first, new Evidence.Reply(T0.plusSeconds(5))).repliedAt())
                .contains(T0.plusSeconds(5));
    }

    /** Every set of up to seven events, with repetitions, in any order: the same row, field by field. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void comesToTheSameRowInAnyOrderAndWithDuplicates(long seed) {
        var random = new Random(seed);
        var dispositions = List.of(Disposition.FAIL_RECIPIENT, Disposition.RETRY_BACKOFF, Disposition.OPT_OUT);
        for (int round = 0; round < ROUNDS; round++) {
            var events = new ArrayList<>(allEvents(dispositions.get(random.nextInt(dispositions.size()))));
            Collections.shuffle(events, random);
            List<Evidence> some = events.subList(0, 1 + random.nextInt(events.size()));
            Delivery expected = mergeAll(some);

            var shuffled = new ArrayList<>(some);
            for (int i = random.nextInt(4); i > 0; i--) {
                shuffled.add(some.get(random.nextInt(some.size())));
            }
            Collections.shuffle(shuffled, random);

            assertThat(facts(mergeAll(shuffled)))
                    .as("seed %d round %d: %s", seed, round, shuffled)
                    .isEqualTo(facts(expected));
        }
    }

    private static List<Evidence> allEvents(Disposition failure) {
        return List.of(
                accepted(1, WAMID),
                status(1, MessageStatus.SENT, 1),
                status(1, MessageStatus.DELIVERED, 2),
                status(1, MessageStatus.READ, 3),
                status(1, MessageStatus.PLAYED, 4),
                failed(1, failure),
                new Evidence.Reply(T0.plusSeconds(9)));
    }

    private Delivery mergeAll(List<Evidence> events) {
        Delivery delivery = sending();
        for (Evidence event : events) {
            delivery = merge(delivery, event);
        }
        return delivery;
    }

    private static List<Object> facts(Delivery row) {
        return List.of(
                row.state(),
                row.attemptNo(),
                row.tries(),
                row.messageId(),
                row.acceptedAt(),
                row.sentAt(),
                row.deliveredAt(),
                row.readAt(),
                row.playedAt(),
                row.failedAt(),
                row.repliedAt(),
                row.uncertainAt(),
                row.errorCode(),
                row.errorText());
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
                rule(Disposition.FAIL_RECIPIENT),
                Set.of());
    }

    private static Evidence.Status failed(int attempt, Disposition disposition) {
        return new Evidence.Status(
                attempt,
                WAMID,
                MessageStatus.FAILED,
                T0.plusSeconds(2),
                ProviderError.builder("131026").title("Message undeliverable").build(),
                rule(disposition),
                Set.of());
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
                .sendMode(sendMode)
                .build();
        var content = TextContent.of("hi");
        return CampaignBook.Entry.of(row, Contents.of(content), settings);
    }
}
