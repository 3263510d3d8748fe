package dev.wakit.samples.quickstart;

import dev.wakit.OutcomeUnknownException;
import dev.wakit.WhatsApp;
import dev.wakit.address.PhoneNumber;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.testkit.meta.MetaSimulator;

/** Sends three messages to a simulated Meta, one of which nobody can tell what became of. */
public final class SendMessageMain {

    private SendMessageMain() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        // region send
        try (var simulator = MetaSimulator.start();
                var meta = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
                        .baseUrl(simulator.baseUrl())
                        .build()) {
            var whatsApp = WhatsApp.using(meta);

            var asha = PhoneNumber.parse("+91 99978 78323");
            var id = whatsApp.send(asha, TextMessage.of("Hello from WaKit"));
            System.out.println("Accepted: " + id);

            var update = TemplateMessage.builder("order_update", "en_US")
                    .body("A-1007", "on its way")
                    .build();
            System.out.println("Accepted: " + whatsApp.send(asha, update));

            var faulty = PhoneNumber.parse("+1 415 555 0500");
            try {
                whatsApp.send(faulty, TextMessage.of("Hello"));
            } catch (OutcomeUnknownException e) {
                System.out.println("Unknown: " + e.getMessage());
            }
        }
        // endregion
    }
}
