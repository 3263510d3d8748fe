package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.consent.SuppressionSource;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.message.TextMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People with a phone number and a user id: a wish under one name holds for the other, wherever messages come from. */
class TwoNamesTest {

    private static final Bsuid USER = Bsuid.of("IN.77001122");
    private static final PhoneNumber PHONE = PhoneNumber.parse("+919876501234");

    @TempDir
    private Path folder;

    private static AudienceMember member(Recipient recipient) {
        return AudienceMember.of(recipient)
                .named("Asha")
                .with("package", "Bali Premium")
                .with("price", "45,000");
    }

    private static Delivery only(Stage stage, CampaignId campaign) {
        stage.await(campaign, now -> now.status() == CampaignStatus.COMPLETED);
        List<Delivery> rows = stage.stores.deliveries().list(TenantId.DEFAULT, campaign, DeliveryQuery.first(10));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static Delivery enqueued(Stage stage, Recipient recipient, SendCategory category) {
        SingleSend send = SingleSend.builder(recipient, TextMessage.of("Your bill is ready."))
                .category(category)
                .build();
        return stage.engine
                .outbox()
                .find(stage.engine.outbox().enqueue(send).delivery())
                .orElseThrow();
    }

    @Test
    void aStopUnderTheUserIdHoldsForThePhoneNumberWithIt() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            stage.engine.suppress(new Suppression(
                    Recipient.of(USER).key(),
                    SuppressionScope.ALL,
                    SuppressionSource.STOP_REPLY,
                    "STOP",
                    Instant.now()));

            Delivery planned = only(stage, stage.launch(List.of(member(Recipient.of(PHONE, USER)))));
            Delivery single = enqueued(stage, Recipient.of(PHONE, USER), SendCategory.UTILITY);

            assertThat(planned.skipReason()).contains(SkipReason.SUPPRESSED);
            assertThat(single.skipReason()).contains(SkipReason.SUPPRESSED);
            assertThat(stage.simulator.ledger().requests()).isZero();
        }
    }

    @Test
    void whoStoppedMarketingStoppedItUnderEveryNameThatTheMessageWasSentTo() {
        var optedOut = PhoneNumber.parse(People.magic(80, "0050").phone());
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            CampaignId first = stage.launch(List.of(member(Recipient.of(optedOut, USER))));
            stage.awaitSettled(first);
            stage.await(first, campaign -> campaign.progress().in(DeliveryState.FAILED) == 1);
            Delivery failed = only(stage, first);
            assertThat(failed.errorCode()).contains("131050");

            Delivery planned = only(stage, stage.launch(List.of(member(Recipient.of(USER)))));
            Delivery single = enqueued(stage, Recipient.of(USER), SendCategory.MARKETING);

            assertThat(planned.skipReason()).contains(SkipReason.SUPPRESSED);
            assertThat(single.skipReason()).contains(SkipReason.SUPPRESSED);
            assertThat(stage.simulator.ledger().requests()).isEqualTo(1);
        }
    }
}
