package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.OutcomeUnknownException;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.RecipientException;
import dev.wakit.WhatsApp;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.message.MessageId;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.LookupAnswer;
import dev.wakit.provider.LookupRequest;
import dev.wakit.provider.OutcomeLookup;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.testkit.SettableClock;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FakeProviderTest {

    private static final PhoneNumber ASHA = PhoneNumber.parse("+919997878323");

    private final FakeProvider fake = FakeProvider.create();
    private final WhatsApp whatsApp = WhatsApp.using(fake);

    @Test
    void acceptsEverythingAndRemembersIt() {
        MessageId first = whatsApp.send(ASHA, TextMessage.of("one"));
        MessageId second = whatsApp.send(ASHA, TextMessage.of("two"));

        assertThat(List.of(first, second)).containsExactly(MessageId.of("fake-1"), MessageId.of("fake-2"));
        assertThat(fake.requests())
                .extracting(SendRequest::message)
                .containsExactly(TextMessage.of("one"), TextMessage.of("two"));
        assertThat(fake.accepted()).extracting(FakeMessage::id).containsExactly(first, second);
    }

    @Test
    void refusesTheNextMessageOnly() {
        fake.refuseNext(FakeRefusal.UNREACHABLE);

        assertThatThrownBy(() -> whatsApp.send(ASHA, TextMessage.of("one"))).isInstanceOf(RecipientException.class);
        assertThat(whatsApp.send(ASHA, TextMessage.of("two"))).isEqualTo(MessageId.of("fake-1"));
        assertThat(fake.requests()).hasSize(2);
        assertThat(fake.accepted()).hasSize(1);
    }

    @Test
    void takesAMessageWhoseAnswerIsLost() {
        fake.loseNextAnswer();

        assertThatThrownBy(() -> whatsApp.send(ASHA, TextMessage.of("one")))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(fake.accepted()).hasSize(1);
    }

    @Test
    void canBeAskedAboutALostAnswerOnlyIfItIsToldSo() {
        assertThat(fake.lookup()).isEmpty();
        var clock = SettableClock.create();
        var asked = FakeProvider.builder().listsMessages(true).clock(clock).build();
        asked.loseNextAnswer();
        assertThatThrownBy(() -> WhatsApp.using(asked).send(ASHA, TextMessage.of("one")))
                .isInstanceOf(OutcomeUnknownException.class);
        OutcomeLookup lookup = asked.lookup().orElseThrow();

        assertThat(lookup.find(question(asked, clock.instant())))
                .isEqualTo(new LookupAnswer.Found(MessageId.of("fake-1"), Optional.empty()));
        assertThat(lookup.find(question(asked, clock.instant().plusMillis(1)))).isEqualTo(new LookupAnswer.NotFound());
    }

    private static LookupRequest question(FakeProvider provider, Instant from) {
        return new LookupRequest(
                provider.defaultSender(), Recipient.of(ASHA), from, from, TextMessage.of("one"), "a1b2c3d4e5f6");
    }

    @Test
    void takesNothingWithoutAConnection() {
        fake.disconnectNext();

        assertThatThrownBy(() -> whatsApp.send(ASHA, TextMessage.of("one")))
                .isInstanceOf(ProviderUnavailableException.class);
        assertThat(fake.accepted()).isEmpty();
    }

    @Test
    void fatesComeInTheOrderInWhichTheyWereGiven() {
        fake.disconnectNext();
        fake.refuseNext(FakeRefusal.UNREACHABLE);

        assertThatThrownBy(() -> whatsApp.send(ASHA, TextMessage.of("one")))
                .isInstanceOf(ProviderUnavailableException.class);
        assertThatThrownBy(() -> whatsApp.send(ASHA, TextMessage.of("two"))).isInstanceOf(RecipientException.class);
    }

    @Test
    void answersAsItIsToldAndWhenItIsTold() {
        var later = new CompletableFuture<SendOutcome>();
        fake.answer(request -> later);
        var sending = fake.send(SendRequest.builder(fake.defaultSender(), Recipient.of(ASHA), TextMessage.of("one"))
                        .build())
                .toCompletableFuture();
        assertThat(sending).isNotDone();

        later.complete(new SendOutcome.Accepted(MessageId.of("x"), true));

        assertThat(sending).isCompletedWithValue(new SendOutcome.Accepted(MessageId.of("x"), true));
    }

    @Test
    void postsGenuineStatusesWithTheCallbackDataOfTheRequest() {
        var request = SendRequest.builder(fake.defaultSender(), Recipient.of(ASHA), TextMessage.of("one"))
                .callbackData("ref-1")
                .build();
        MessageId id = whatsApp.send(request);

        WebhookRequest delivered = fake.status(id, MessageStatus.DELIVERED);
        WebhookRequest failed = fake.failure(id, FakeRefusal.UNREACHABLE);

        assertThat(fake.webhooks().verify(delivered)).isEqualTo(SignatureCheck.VALID);
        assertThat(fake.webhooks().parse(delivered))
                .singleElement()
                .isInstanceOfSatisfying(StatusChanged.class, status -> {
                    assertThat(status.messageId()).isEqualTo(id);
                    assertThat(status.status()).isEqualTo(MessageStatus.DELIVERED);
                    assertThat(status.callbackData()).contains("ref-1");
                });
        assertThat(fake.webhooks().parse(failed))
                .singleElement()
                .isInstanceOfSatisfying(
                        StatusChanged.class,
                        status -> assertThat(status.errors())
                                .extracting(error -> error.code())
                                .containsExactly("UNREACHABLE"));
    }

    @Test
    void tellsOnlyOfMessagesThatItAccepted() {
        assertThatThrownBy(() -> fake.status(MessageId.of("fake-1"), MessageStatus.SENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("accepted()");
        assertThatThrownBy(() -> fake.status(MessageId.of("fake-1"), MessageStatus.FAILED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("failure(");
    }

    @Test
    void postsWhatPeopleWrite() {
        WebhookRequest reply = fake.reply(ASHA, "When do you open? & where");

        assertThat(fake.webhooks().verify(reply)).isEqualTo(SignatureCheck.VALID);
        assertThat(fake.webhooks().parse(reply))
                .singleElement()
                .isInstanceOfSatisfying(MessageReceived.class, message -> {
                    assertThat(message.content().text()).contains("When do you open? & where");
                    assertThat(message.person().phone()).contains(ASHA);
                    assertThat(message.sender()).contains(fake.defaultSender());
                });
    }

    @Test
    void needsASecretToSignWith() {
        assertThatThrownBy(() -> FakeProvider.builder().webhookSecrets(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
