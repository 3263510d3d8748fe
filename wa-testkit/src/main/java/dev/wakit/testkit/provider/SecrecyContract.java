package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wakit.WhatsApp;
import dev.wakit.WhatsAppException;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.testkit.http.WireAnswer;
import dev.wakit.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.LoggerFactory;

/**
 * Whatever goes wrong, nothing secret and nothing personal is in a log, an exception or a {@code toString}; needs Logback or {@code
 * slf4j-jdk14} on the test class path, to see what is logged.
 *
 * @since 0.1
 */
public abstract class SecrecyContract extends ProviderFixture {

    private static final String CANARY = "the log is seen";

    private final List<String> seen = new ArrayList<>();

    /** For subclasses. */
    protected SecrecyContract() {}

    @TestFactory
    Stream<DynamicTest> isKeptWhateverTheBspAnswers() {
        return Fault.all(bsp()).stream()
                .map(fault -> dynamicTest(
                        fault.name(),
                        () -> assertKept(() -> {
                            meet(fault);
                            sendBothWays(fault.answer());
                        })));
    }

    @TestFactory
    Stream<DynamicTest> isKeptWhenTheBspQuotesWhatItWasSent() {
        return secrets().stream()
                .map(secret -> dynamicTest(secret.length() + " characters", () -> {
                    afresh();
                    String page = "<html>" + secret + "</html>";
                    assertKept(() -> sendBothWays(bsp().refusalQuoting(secret)));
                    assertKept(() -> sendBothWays(WireAnswer.of(200, "text/html", page)));
                    assertKept(() -> sendBothWays(WireAnswer.of(401, "text/html", page)));
                    assertKept(() -> sendBothWays(WireAnswer.of(500, "text/html", page)));
                    assertKept(() -> sendBothWays(WireAnswer.html(302).with("Location", "/" + PERSON.key())));
                }));
    }

    @TestFactory
    Stream<DynamicTest> isKeptWhenAMessageIsRefusedBeforeTheWire() {
        WhatsAppProvider declaring = provider();
        return SampleSends.all(bsp().messageId(1))
                .filter(sample -> !declaring.capabilities().supports(sample.message()))
                .map(sample -> dynamicTest(
                        sample.name(),
                        () -> assertKept(() -> {
                            SendRequest request = sample.from(provider().defaultSender());
                            seen.add(request.toString());
                            sendAndCatch(request);
                        })));
    }

    @Test
    void isKeptWhenAWebhookIsForgedOrCannotBeRead() {
        assertKept(() -> {
            WebhookCodec codec = provider().webhooks();
            var news = new StatusNews(bsp().messageId(1), MessageStatus.SENT, CapabilityContract.AT, CALLBACK_DATA);
            WebhookRequest genuine = bsp().status(news, SECRET);
            String personal = "{\"to\":\"" + PERSON.key() + "\",\"secret\":\"" + SECRET + "\"}";
            WebhookRequest unknown = WebhookRequest.of(
                    "POST", genuine.target(), genuine.headers(), personal.getBytes(StandardCharsets.UTF_8));
            seen.add(codec.toString() + codec.parse(genuine) + codec.parse(unknown));
            seen.add(codec.verify(unknown).toString() + genuine + unknown);
        });
    }

    @Test
    void isKeptInTheOutcomeOfAnAcceptance() {
        assertKept(() -> sendBothWays(acceptance()));
    }

    private void sendBothWays(WireAnswer answer) {
        wire().answers(answer);
        SendRequest request = request();
        seen.add(await(provider().send(request)).toString());
        seen.add(provider().toString() + request + wire().requests());
        sendAndCatch(request);
    }

    private void sendAndCatch(SendRequest request) {
        try {
            seen.add(WhatsApp.using(provider()).send(request).toString());
        } catch (WhatsAppException e) {
            seen.add(CapturedLogs.text(e));
        }
    }

    private void assertKept(Runnable deed) {
        afresh();
        try (CapturedLogs logs = CapturedLogs.open()) {
            LoggerFactory.getLogger("dev.wakit.testkit.provider").debug(CANARY);
            deed.run();
            closeProviders();
            seen.addAll(logs.lines());
        }
        assertThat(seen)
                .as(
                        "SLF4J writes to a log that this contract can read; add ch.qos.logback:logback-classic in test scope")
                .anyMatch(line -> line.contains(CANARY));
        assertThat(seen).noneMatch(line -> secrets().stream().anyMatch(line::contains));
    }

    /** Credentials, and what is personal: the number, the text, the ids of messages, which can hold the number. */
    private List<String> secrets() {
        var secrets = new ArrayList<>(bsp().credentials());
        secrets.add(SECRET);
        secrets.add(PERSON.phone().orElseThrow().e164().substring(1));
        secrets.add(TEXT);
        secrets.add(bsp().messageId(1).value());
        return secrets;
    }
}
