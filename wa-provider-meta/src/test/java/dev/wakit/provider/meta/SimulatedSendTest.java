package dev.wakit.provider.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.UnsupportedMessageException;
import dev.wakit.WhatsApp;
import dev.wakit.address.Bsuid;
import dev.wakit.address.Recipient;
import dev.wakit.commerce.OrderState;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TemplateMessageBuilder;
import dev.wakit.message.TextMessage;
import dev.wakit.message.interactive.OrderStatus;
import dev.wakit.provider.SendRequest;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ways to send that differ in edge or address, against a server that tells them apart. */
class SimulatedSendTest {

    private static final Recipient BY_USER_ID = Recipient.of(Bsuid.of("US.13491208655302741918"));

    private final MetaSimulator simulator = MetaSimulator.builder().start();
    private final MetaProvider provider = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
            .baseUrl(simulator.baseUrl())
            .marketing(MarketingDelivery.standard(), name -> name.value().startsWith("tour_"))
            .build();

    @AfterEach
    void close() {
        provider.close();
        simulator.close();
    }

    @Test
    void marketingTemplatesOfTheConfigurationAreAccepted() {
        send(Requests.PERSON, tour().build());

        assertThat(accepted()).extracting(LedgerEntry::templateName).containsExactly("tour_package_marketing");
    }

    @Test
    void aTemplateOfAnotherCategoryIsRefusedAtTheMarketingEdge() {
        var utility = TemplateMessage.builder("order_update", "en_US")
                .body("1", "2")
                .marketing(MarketingDelivery.standard())
                .build();

        assertThatThrownBy(() -> send(Requests.PERSON, utility)).hasMessageContaining("131055");
        assertThatCode(() -> send(
                        Requests.PERSON,
                        TemplateMessage.builder("order_update", "en_US")
                                .body("1", "2")
                                .build()))
                .doesNotThrowAnyException();
    }

    @Test
    void aPersonIsReachedByUserId() {
        send(BY_USER_ID, TextMessage.of("Hi"));

        assertThat(accepted()).extracting(LedgerEntry::recipient).containsExactly("US.13491208655302741918");
    }

    @Test
    void anIdentityHashIsTaken() {
        var request = SendRequest.builder(provider.defaultSender(), Requests.PERSON, TextMessage.of("Hi"))
                .identityHash("DF2lS5v2W6x=")
                .build();

        assertThat(WhatsApp.using(provider).send(request)).isNotNull();
    }

    @Test
    void readReceiptsAndTypingSendNothing() {
        provider.markRead(provider.defaultSender(), MessageId.of("wamid.A"));
        provider.showTyping(provider.defaultSender(), MessageId.of("wamid.A"));

        assertThat(simulator.ledger().requests()).isZero();
    }

    @Test
    void ordersToPayAreRefusedBeforeTheWireUntilPaymentsAreOn() {
        var status = InteractiveMessage.builder(OrderStatus.of("order-1", OrderState.SHIPPED))
                .body("On its way")
                .build();

        assertThatThrownBy(() -> provider.send(SendRequest.builder(provider.defaultSender(), Requests.PERSON, status)
                        .build()))
                .isInstanceOf(UnsupportedMessageException.class)
                .hasMessageContaining("payments");
        assertThat(simulator.ledger().requests()).isZero();
        try (MetaProvider paying = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
                .baseUrl(simulator.baseUrl())
                .payments(true)
                .build()) {
            assertThat(WhatsApp.using(paying).send(Requests.PERSON.phone().orElseThrow(), status))
                    .isNotNull();
        }
    }

    private static TemplateMessageBuilder tour() {
        return TemplateMessage.builder("tour_package_marketing", "en_US").body("Bali", "100");
    }

    private void send(Recipient to, Message message) {
        WhatsApp.using(provider).send(to, message);
    }

    private List<LedgerEntry> accepted() {
        return simulator.ledger().accepted();
    }
}
