package dev.wakit.samples.server;

import dev.wakit.testkit.dialog360.Dialog360Simulator;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.twilio.TwilioSimulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The whole server over the simulators of three BSPs, each configured as an operator does, behind a public address. */
final class ThreeProviders implements AutoCloseable {

    static final String SECOND_SENDER = "106540352242923";
    static final String META_SECRET = "planted-meta-signing-secret";
    static final String PLATFORM_SECRET = "planted-platform-secret";

    private static final String PUBLIC = "https://hooks.example.com";

    private final MetaSimulator meta = MetaSimulator.builder()
            .accessToken("planted-meta-token")
            .appSecret(META_SECRET)
            .phoneNumberIds(List.of("106540352242922", SECOND_SENDER))
            .start();
    private final TwilioSimulator twilio = TwilioSimulator.builder()
            .account("AC0123456789abcdef0123456789abcdef", "planted-twilio-token")
            .start();
    private final Dialog360Simulator dialog360 = Dialog360Simulator.builder()
            .apiKey("planted-d360-key")
            .platformSecret(PLATFORM_SECRET)
            .start();
    private final RunningServer server;

    ThreeProviders(Path folder) {
        this.server = RunningServer.in(folder, configuration());
        meta.webhooksTo(server.url("/webhooks/india"));
        twilio.webhooksTo(URI.create(PUBLIC + "/webhooks/twilio"));
        twilio.tunnel(URI.create(PUBLIC), server.url(""));
        dialog360.webhooksTo(server.url("/webhooks/germany"), Map.of());
    }

    private Map<String, String> configuration() {
        var variables = new TreeMap<String, String>();
        variables.putAll(Map.of(
                "WAKIT_PROVIDER__INDIA__KIND", "meta",
                "WAKIT_PROVIDER__INDIA__ACCESS_TOKEN", meta.accessToken(),
                "WAKIT_PROVIDER__INDIA__PHONE_NUMBER_ID", meta.phoneNumberId(),
                "WAKIT_PROVIDER__INDIA__BUSINESS_ACCOUNT_ID", meta.wabaId(),
                "WAKIT_PROVIDER__INDIA__APP_SECRET", META_SECRET,
                "WAKIT_PROVIDER__INDIA__VERIFY_TOKEN", meta.verifyToken(),
                "WAKIT_PROVIDER__INDIA__BASE_URL", meta.baseUrl().toString()));
        variables.putAll(Map.of(
                "WAKIT_PROVIDER__TWILIO__ACCOUNT_SID", twilio.accountSid(),
                "WAKIT_PROVIDER__TWILIO__AUTH_TOKEN", twilio.authToken(),
                "WAKIT_PROVIDER__TWILIO__SENDER", "+14155550100",
                "WAKIT_PROVIDER__TWILIO__WEBHOOK_URL", PUBLIC + "/webhooks/twilio",
                "WAKIT_PROVIDER__TWILIO__BASE_URL", twilio.baseUrl().toString(),
                "WAKIT_PROVIDER__TWILIO__CONTENT_URL", twilio.baseUrl().toString(),
                "WAKIT_PROVIDER__TWILIO__MESSAGING_URL", twilio.baseUrl().toString()));
        variables.putAll(Map.of(
                "WAKIT_PROVIDER__GERMANY__KIND", "360dialog",
                "WAKIT_PROVIDER__GERMANY__API_KEY", dialog360.apiKey(),
                "WAKIT_PROVIDER__GERMANY__PHONE_NUMBER_ID", dialog360.phoneNumberId(),
                "WAKIT_PROVIDER__GERMANY__PLATFORM_SECRET", PLATFORM_SECRET,
                "WAKIT_PROVIDER__GERMANY__BASE_URL", dialog360.baseUrl().toString()));
        return variables;
    }

    RunningServer server() {
        return server;
    }

    MetaSimulator meta() {
        return meta;
    }

    TwilioSimulator twilio() {
        return twilio;
    }

    Dialog360Simulator dialog360() {
        return dialog360;
    }

    @Override
    public void close() {
        server.close();
        meta.close();
        twilio.close();
        dialog360.close();
    }
}
