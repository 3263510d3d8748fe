package dev.wakit.samples.quickstart;

import dev.wakit.WhatsApp;
import dev.wakit.WhatsAppException;
import dev.wakit.address.PhoneNumber;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.simulator.MagicNumber;
import java.util.List;

/** Shows how a host tests its own code: the last four digits of a number decide what happens to its message. */
public final class MagicNumbersMain {

    private MagicNumbersMain() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        // region magic
        try (var simulator = MetaSimulator.start();
                var meta = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
                        .baseUrl(simulator.baseUrl())
                        .build()) {
            for (var number : List.of("+14155550199", "+14155550429", "+14155550408", "+14155550503")) {
                System.out.println(number + " " + answer(WhatsApp.using(meta), number));
            }
            System.out.println("Meta accepted " + simulator.ledger().accepted().size());
        }
        // endregion
    }

    private static String answer(WhatsApp whatsApp, String number) {
        String what = MagicNumber.of(number).name();
        try {
            whatsApp.send(PhoneNumber.parse(number), TextMessage.of("Hello"));
            return what + ": accepted";
        } catch (WhatsAppException e) {
            return what + ": " + e.getClass().getSimpleName();
        }
    }
}
