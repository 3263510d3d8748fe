package dev.wakit.samples.quickstart;

import dev.wakit.WhatsApp;
import dev.wakit.address.PhoneNumber;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.inbound.content.ChoiceContent;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.message.interactive.ListMenu;
import dev.wakit.message.interactive.ListRow;
import dev.wakit.message.interactive.ListSection;
import dev.wakit.message.interactive.ReplyButton;
import dev.wakit.message.interactive.ReplyButtons;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.CustomerMessage;
import dev.wakit.testkit.meta.MetaSimulator;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks with buttons, hears which one was pressed, and answers with a list. */
public final class InteractiveMain {

    private static final PhoneNumber ASHA = PhoneNumber.parse("+91 99978 78323");

    private InteractiveMain() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws Exception {
        var answered = new CountDownLatch(2);
        try (var simulator = MetaSimulator.start();
                var stores = JdbcStores.sqlite(
                        Files.createTempDirectory("wakit-interactive").resolve("wakit.db"));
                var meta = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
                        .baseUrl(simulator.baseUrl())
                        .appSecret(simulator.appSecret())
                        .build()) {
            var whatsApp = WhatsApp.using(meta);
            try (var engine = CampaignEngine.builder(stores)
                            .provider(meta)
                            .listener(event -> {
                                if (answer(whatsApp, event)) {
                                    answered.countDown();
                                }
                            })
                            .build();
                    var endpoint = WebhookServer.start(engine.webhooks())) {
                engine.start();
                simulator.webhooksTo(endpoint.uri());
                ask(whatsApp);
                simulator.customerSends(ASHA.e164(), CustomerMessage.buttonReply("book", "Book a table"));
                simulator.customerSends(ASHA.e164(), CustomerMessage.listReply("t20", "20:00", "by the window"));
                answered.await(20, TimeUnit.SECONDS);
            }
            System.out.println("Meta accepted " + simulator.ledger().accepted().size());
        }
    }

    // region ask
    private static void ask(WhatsApp whatsApp) {
        var question = InteractiveMessage.builder(
                        ReplyButtons.of(ReplyButton.of("book", "Book a table"), ReplyButton.of("menu", "See the menu")))
                .body("Welcome to the harbour kitchen. What shall it be?")
                .footer("Answer within a day")
                .build();
        whatsApp.send(ASHA, question);
    }
    // endregion

    // region choice
    private static boolean answer(WhatsApp whatsApp, CampaignEvent event) {
        if (!(event instanceof CampaignEvent.ReplyReceived reply)
                || !(reply.message().content() instanceof ChoiceContent choice)) {
            return false;
        }
        System.out.println("Chosen: " + choice.id());
        if (choice.id().equals("book")) {
            var times = ListSection.of("Tonight", ListRow.of("t18", "18:00"), ListRow.of("t20", "20:00"));
            whatsApp.send(
                    ASHA,
                    InteractiveMessage.builder(ListMenu.of("Times", times))
                            .body("When would you like to come?")
                            .build());
        } else {
            whatsApp.send(ASHA, TextMessage.of("See you then."));
        }
        return true;
    }
    // endregion
}
