package dev.wakit.samples.quickstart;

import dev.wakit.WhatsApp;
import dev.wakit.WhatsAppException;
import dev.wakit.address.PhoneNumber;
import dev.wakit.message.TemplateMessage;
import dev.wakit.provider.meta.MetaProvider;
import java.util.List;
import java.util.Map;

/** Sends Meta's {@code hello_world} template from a real account, which the environment describes. */
public final class MetaAccountMain {

    private static final List<String> NEEDED = List.of("WAKIT_META_TOKEN", "WAKIT_META_PHONE_NUMBER_ID", "WAKIT_TO");

    private MetaAccountMain() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        run(System.getenv());
    }

    static void run(Map<String, String> env) {
        List<String> missing =
                NEEDED.stream().filter(name -> !env.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            System.out.println("Nothing was sent. Set " + String.join(", ", missing) + ".");
            return;
        }
        send(value(env, 0), value(env, 1), PhoneNumber.parse(value(env, 2)));
    }

    private static String value(Map<String, String> env, int index) {
        return env.getOrDefault(NEEDED.get(index), "");
    }

    private static void send(String token, String phoneNumberId, PhoneNumber to) {
        // region account
        try (var meta = MetaProvider.builder(token, phoneNumberId).build()) {
            var hello = TemplateMessage.of("hello_world", "en_US");
            System.out.println("Accepted: " + WhatsApp.using(meta).send(to, hello));
        } catch (WhatsAppException e) {
            System.out.println("Not accepted: " + e.getMessage());
        }
        // endregion
    }
}
