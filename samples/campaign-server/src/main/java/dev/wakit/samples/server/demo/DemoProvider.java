package dev.wakit.samples.server.demo;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Over which BSP the demo runs: how its simulator is started, how the server reaches it, and the content in its own form. */
enum DemoProvider {
    META("meta", Templates.NAMED) {
        @Override
        Map<String, String> simulatorSecrets(DemoSecrets secrets) {
            return Map.of(
                    "WAKIT_SIMULATOR_TOKEN", secrets.key(),
                    "WAKIT_SIMULATOR_APP_SECRET", secrets.signing(),
                    "WAKIT_SIMULATOR_VERIFY_TOKEN", secrets.handshake());
        }

        @Override
        Map<String, String> settings(DemoSecrets secrets, URI webhooks) {
            return Map.of(
                    "ACCESS_TOKEN",
                    secrets.key(),
                    "PHONE_NUMBER_ID",
                    PHONE_NUMBER_ID,
                    "BUSINESS_ACCOUNT_ID",
                    WABA_ID,
                    "PORTFOLIO_ID",
                    PORTFOLIO_ID,
                    "APP_SECRET",
                    secrets.signing(),
                    "VERIFY_TOKEN",
                    secrets.handshake());
        }

        @Override
        boolean hasCatalogs() {
            return true;
        }
    },
    TWILIO("twilio", Templates.NUMBERED) {
        @Override
        List<String> simulatorFlags() {
            return List.of("--senders", TWILIO_SENDER);
        }

        @Override
        Map<String, String> simulatorSecrets(DemoSecrets secrets) {
            return Map.of("WAKIT_TWILIO_SIMULATOR_ACCOUNT", ACCOUNT_SID + ":" + secrets.key());
        }

        @Override
        Map<String, String> settings(DemoSecrets secrets, URI webhooks) {
            return Map.of(
                    "ACCOUNT_SID",
                    ACCOUNT_SID,
                    "AUTH_TOKEN",
                    secrets.key(),
                    "SENDER",
                    TWILIO_SENDER,
                    "WEBHOOK_URL",
                    webhooks.toString());
        }

        @Override
        List<String> addresses() {
            return List.of("BASE_URL", "CONTENT_URL", "MESSAGING_URL");
        }
    },
    DIALOG360("360dialog", Templates.NAMED) {
        @Override
        Map<String, String> simulatorSecrets(DemoSecrets secrets) {
            return Map.of(
                    "WAKIT_DIALOG360_SIMULATOR_API_KEY", secrets.key(),
                    "WAKIT_DIALOG360_SIMULATOR_PLATFORM_SECRET", secrets.signing());
        }

        @Override
        Map<String, String> settings(DemoSecrets secrets, URI webhooks) {
            return Map.of(
                    "API_KEY", secrets.key(),
                    "PHONE_NUMBER_ID", PHONE_NUMBER_ID,
                    "PLATFORM_SECRET", secrets.signing());
        }
    };

    private static final String PHONE_NUMBER_ID = "106540352242922";
    /** The only one of the simulator. */
    private static final String PORTFOLIO_ID = "506914307656634";

    private static final String WABA_ID = "102290129340398";
    private static final String ACCOUNT_SID = "AC00000000000000000000000000000001";
    private static final String TWILIO_SENDER = "+14155550100";

    private final String word;
    private final String content;

    DemoProvider(String word, String content) {
        this.word = word;
        this.content = content;
    }

    /**
     * The BSP that a person means.
     *
     * @throws IllegalArgumentException naming all of them
     */
    static DemoProvider of(String word) {
        return Stream.of(values())
                .filter(provider -> provider.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--provider is '" + word + "'. Use one of "
                        + Stream.of(values()).map(DemoProvider::word).collect(Collectors.joining(", ")) + "."));
    }

    /** The kind of provider, which is the name of the demo's only one too. */
    String word() {
        return word;
    }

    /** How the simulator is started; with a number and an account of Meta's, whoever stands before it. */
    List<String> simulatorFlags() {
        return List.of("--phone-number-ids", PHONE_NUMBER_ID, "--waba-id", WABA_ID);
    }

    /** Whether it has catalogs, so that the demo has a shop. */
    boolean hasCatalogs() {
        return false;
    }

    abstract Map<String, String> simulatorSecrets(DemoSecrets secrets);

    /** The settings of the provider but for the addresses of its BSP, as the environment writes them. */
    abstract Map<String, String> settings(DemoSecrets secrets, URI webhooks);

    /** The settings that say where the BSP is. */
    List<String> addresses() {
        return List.of("BASE_URL");
    }

    /** The variables that make a server send over a simulator. */
    Map<String, String> environment(DemoSecrets secrets, URI simulator, URI server) {
        var variables = new TreeMap<String, String>();
        String prefix = "WAKIT_PROVIDER__" + word.toUpperCase(Locale.ROOT) + "__";
        settings(secrets, server.resolve(webhookPath())).forEach((name, value) -> variables.put(prefix + name, value));
        addresses().forEach(name -> variables.put(prefix + name, simulator.toString()));
        return variables;
    }

    String webhookPath() {
        return "/webhooks/" + word;
    }

    /** The template with its values, as JSON. */
    String content() {
        return content;
    }

    /** The same template at Meta, where its places have names, and as a Content of Twilio, where they have numbers. */
    private static final class Templates {

        private static final String NAMED = """
                {"name": "summer_sale", "language": "en_US",
                 "named": {"first_name": "{{name|friend}}", "offer": "{{offer|20% off}}"}}""";
        private static final String NUMBERED = """
                {"name": "summer_sale", "language": "en", "body": ["{{name|friend}}", "{{offer|20% off}}"]}""";
    }
}
