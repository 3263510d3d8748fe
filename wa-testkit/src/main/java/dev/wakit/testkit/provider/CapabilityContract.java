package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.message.MessageKind;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.webhook.WebhookRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a provider declares it has, and what it has it declares.
 *
 * @since 0.1
 */
public abstract class CapabilityContract extends ProviderFixture {

    static final Instant AT = Instant.parse("2026-03-01T10:15:30Z");

    /** For subclasses. */
    protected CapabilityContract() {}

    @Test
    void isTheSameWhateverWasSent() {
        WhatsAppProvider provider = provider();
        var id = provider.id();
        var kinds = provider.capabilities().messageKinds();
        wire().answers(acceptance());

        send();

        assertThat(provider.id()).isEqualTo(id);
        assertThat(provider.capabilities().messageKinds()).isEqualTo(kinds).isNotEmpty();
        assertThat(provider(setup()).id()).as("after another start").isEqualTo(id);
    }

    @Test
    void ofKeptMediaIsOneForSendingThem() {
        boolean keeps = provider().media().isPresent();
        boolean sendsFiles = provider().capabilities().messageKinds().contains(MessageKind.DOCUMENT);

        assertThat(keeps && sendsFiles && !provider().capabilities().sendsMediaById())
                .as("files can be uploaded, and yet not be sent by the id of the upload")
                .isFalse();
    }

    @Test
    void ofTemplatesMediaOrLookUpIsTestedInAnAccount() {
        boolean keepsAnything = provider().media().isPresent()
                || provider().templates().isPresent()
                || provider().lookup().isPresent();
        Optional<BspAccount> account = bsp().account();
        account.ifPresent(BspAccount::close);

        assertThat(account.isPresent())
                .as("BspScript.account() is there for a provider with templates, media or look-up, and for no other")
                .isEqualTo(keepsAnything);
    }

    /** The callback data of a send must come back with its statuses, or the engine must not count on it. */
    @TestFactory
    Stream<DynamicTest> ofAnEchoHoldsForEveryStatus() {
        boolean echoes = provider().capabilities().echoesCallbackData();
        return Stream.of(MessageStatus.SENT, MessageStatus.DELIVERED, MessageStatus.READ, MessageStatus.FAILED)
                .map(status -> dynamicTest(status + (echoes ? " has it" : " has none"), () -> {
                    afresh();
                    var news = new StatusNews(bsp().messageId(1), status, AT, CALLBACK_DATA);

                    List<StatusChanged> statuses = statuses(bsp().status(news, SECRET));

                    assertThat(statuses).extracting(StatusChanged::status).containsExactly(status);
                    assertThat(statuses)
                            .extracting(StatusChanged::callbackData)
                            .containsExactly(echoes ? Optional.of(CALLBACK_DATA) : Optional.empty());
                }));
    }

    private List<StatusChanged> statuses(WebhookRequest request) {
        return provider().webhooks().parse(request).stream()
                .filter(StatusChanged.class::isInstance)
                .map(StatusChanged.class::cast)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> ofAnEchoPutsTheCallbackDataOnTheWire() {
        if (!provider().capabilities().echoesCallbackData()) {
            return Stream.empty();
        }
        return Stream.of(CALLBACK_DATA, "x".repeat(512))
                .map(data -> dynamicTest(data.length() + " characters", () -> {
                    afresh();
                    wire().answers(acceptance());

                    await(provider().send(request(data)));

                    assertThat(wire().requests().get(0).says(data)).isTrue();
                }));
    }
}
