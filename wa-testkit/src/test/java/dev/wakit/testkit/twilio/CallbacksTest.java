package dev.wakit.testkit.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbacksTest {

    private static final String TO = "+14155551234";

    private final FormInbox inbox = new FormInbox();
    private final TwilioSimulator simulator = TwilioSimulators.quick().start();
    private final TwilioClient client = new TwilioClient(simulator);

    @AfterEach
    void close() {
        simulator.close();
        inbox.close();
    }

    @Test
    void theVerifierOfTheseTestsKnowsTwiliosVectors() {
        Map<String, String> call = Map.of(
                "CallSid", "CA1234567890ABCDE",
                "Caller", "+14158675309",
                "Digits", "1234",
                "From", "+14158675309",
                "To", "+18005551212");
        String url = "https://mycompany.com/myapp.php?foo=1&bar=2";

        assertThat(SignatureVerifier.expected("12345", url, call)).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
        assertThat(SignatureVerifier.expected("12345", url, Map.of())).isEqualTo("zYQTYrRWXE7LtzbG4PfP7/bkkGo=");
        Map<String, String> status = new TreeMap<>();
        status.put("AccountSid", "AC00000000000000000000000000000000");
        status.put("ApiVersion", "2010-04-01");
        status.put("ChannelInstallSid", "XE00000000000000000000000000000000");
        status.put("ChannelPrefix", "whatsapp");
        status.put("ChannelToAddress", "+4479460****");
        status.put("From", "whatsapp:+14155550100");
        status.put("MessageSid", "SM11111111111111111111111111111111");
        status.put("MessageStatus", "delivered");
        status.put("SmsSid", "SM11111111111111111111111111111111");
        status.put("SmsStatus", "delivered");
        status.put("To", "whatsapp:+447946000001");
        assertThat(SignatureVerifier.expected(
                        "12345", "https://hooks.example.com/twilio/status?rid=01JD8Z&cid=42", status))
                .isEqualTo("KOWdLuU8p36T5RvXSQ6VQ4TDSYs=");
    }

    @Test
    void everyCallbackIsSignedOverItsAddressWithItsQuery() throws IOException {
        URI url = inbox.url("/twilio/status?rid=01JD8Z&cid=42&note=a%20b");
        String sid = client.text(TO, "StatusCallback", url.toString()).sid();
        simulator.awaitQuiet(TwilioSimulators.SOON);

        assertThat(inbox.statuses()).containsExactly("sent", "delivered", "read");
        assertThat(inbox.received()).allSatisfy(form -> {
            assertThat(form.pathAndQuery()).isEqualTo("/twilio/status?rid=01JD8Z&cid=42&note=a%20b");
            assertThat(form.signature())
                    .isEqualTo(SignatureVerifier.expected(simulator.authToken(), url.toString(), form.form()));
            assertThat(form.get("MessageSid")).isEqualTo(sid).isEqualTo(form.get("SmsSid"));
            assertThat(form.get("SmsStatus")).isEqualTo(form.get("MessageStatus"));
            assertThat(form.get("AccountSid")).isEqualTo(simulator.accountSid());
            assertThat(form.get("ApiVersion")).isEqualTo("2010-04-01");
            assertThat(form.get("From")).isEqualTo(simulator.sender());
            assertThat(form.get("To")).isEqualTo("whatsapp:" + TO);
            assertThat(form.get("ChannelPrefix")).isEqualTo("whatsapp");
            assertThat(form.get("ChannelToAddress")).isEqualTo("+1415555****");
            assertThat(form.form()).doesNotContainKeys("ErrorCode", "MessagingServiceSid");
        });
        assertThat(inbox.received().get(2).get("EventType")).isEqualTo("READ");
        assertThat(inbox.received().get(1).get("EventType")).isEmpty();
    }

    @Test
    void aReplacedTokenSignsFromThenOn() throws IOException {
        simulator.authToken("another-token");
        client.as(simulator.accountSid(), "another-token")
                .text(TO, "StatusCallback", inbox.url().toString());
        simulator.awaitQuiet(TwilioSimulators.SOON);

        FormInbox.Received form = inbox.received().get(0);
        assertThat(form.signature())
                .isEqualTo(
                        SignatureVerifier.expected("another-token", inbox.url().toString(), form.form()));
    }

    @Test
    void thePublicAddressIsSignedWhenATunnelLeadsElsewhere() throws IOException {
        simulator.tunnel(URI.create("https://hooks.example.com"), inbox.url(""));
        String url = "https://hooks.example.com/twilio/status?rid=7";
        client.text(TO, "StatusCallback", url);
        simulator.awaitQuiet(TwilioSimulators.SOON);

        FormInbox.Received form = inbox.received().get(0);
        assertThat(form.pathAndQuery()).isEqualTo("/twilio/status?rid=7");
        assertThat(form.signature()).isEqualTo(SignatureVerifier.expected(simulator.authToken(), url, form.form()));
    }

    @Test
    void aMessageWithoutAnAddressTakesTheUsualOneOrNone() throws IOException {
        client.text(TO);
        simulator.awaitQuiet(TwilioSimulators.SOON);
        assertThat(inbox.received()).isEmpty();

        simulator.statusCallbacksTo(inbox.url("/usual"));
        client.text(TO);
        client.text(TO, "StatusCallback", inbox.url("/own").toString());
        simulator.awaitQuiet(TwilioSimulators.SOON);
        assertThat(inbox.received())
                .extracting(FormInbox.Received::pathAndQuery)
                .containsOnly("/usual", "/own")
                .hasSize(6);
    }

    @Test
    void theServiceIsNamedInTheCallback() throws IOException {
        client.create(TwilioClient.form(
                "To",
                "whatsapp:" + TO,
                "MessagingServiceSid",
                simulator.messagingServiceSid(),
                "Body",
                "x",
                "StatusCallback",
                inbox.url().toString()));
        simulator.awaitQuiet(TwilioSimulators.SOON);

        assertThat(inbox.received())
                .allSatisfy(
                        form -> assertThat(form.get("MessagingServiceSid")).isEqualTo(simulator.messagingServiceSid()));
    }

    @Test
    void copiesOfACallbackHaveTheSameToken() throws IOException {
        simulator.duplicateWebhooks(1);
        client.text(TO, "StatusCallback", inbox.url().toString());
        simulator.awaitQuiet(TwilioSimulators.SOON);

        Map<String, Set<String>> tokens = inbox.received().stream()
                .collect(Collectors.groupingBy(
                        form -> form.get("MessageStatus"),
                        Collectors.mapping(FormInbox.Received::token, Collectors.toSet())));
        assertThat(inbox.received()).hasSize(6);
        assertThat(tokens.values())
                .hasSize(3)
                .allSatisfy(same -> assertThat(same).hasSize(1));
        assertThat(tokens.values().stream().flatMap(Set::stream).distinct()).hasSize(3);
    }

    @Test
    void droppedCallbacksLeaveTheResourceToTellTheTruth() throws IOException {
        simulator.dropWebhooks(1);
        String sid = client.text(TO, "StatusCallback", inbox.url().toString()).sid();
        simulator.awaitQuiet(TwilioSimulators.SOON);

        assertThat(inbox.tries()).isZero();
        assertThat(simulator.summary().droppedWebhooks()).isEqualTo(3);
        assertThat(client.fetch(sid).text("status")).isEqualTo("read");
    }

    @Test
    void shuffledCallbacksComeInAnotherOrder() throws IOException {
        try (TwilioSimulator shuffling = TwilioSimulators.quick()
                .shuffledWebhooks(true)
                .webhookDelay(Duration.ofMillis(20), Duration.ofMillis(40))
                .statusCallbacksTo(inbox.url())
                .start()) {
            TwilioClient sender = new TwilioClient(shuffling);
            for (int i = 0; i < 20; i++) {
                sender.text("+1415555" + (1300 + i));
            }
            shuffling.awaitQuiet(TwilioSimulators.SOON);
        }
        Map<String, List<String>> orders = inbox.received().stream()
                .collect(Collectors.groupingBy(
                        form -> form.get("MessageSid"),
                        Collectors.mapping(form -> form.get("MessageStatus"), Collectors.toList())));

        assertThat(orders).hasSize(20);
        assertThat(orders.values())
                .allSatisfy(order -> assertThat(order).containsExactlyInAnyOrder("sent", "delivered", "read"))
                .anySatisfy(order -> assertThat(order).isNotEqualTo(List.of("sent", "delivered", "read")));
    }

    @Test
    void callbacksWaitWhilePaused() throws IOException {
        simulator.pauseWebhooks();
        client.text(TO, "StatusCallback", inbox.url().toString());
        assertThat(simulator.summary().pendingWebhooks()).isEqualTo(3);

        simulator.resumeWebhooks();
        simulator.awaitQuiet(TwilioSimulators.SOON);
        assertThat(inbox.statuses()).hasSize(3);
    }

    @Test
    void aRefusedCallbackIsNotTriedAgain() throws IOException {
        inbox.refusing(3, 503);
        client.text(TO, "StatusCallback", inbox.url().toString());
        simulator.awaitQuiet(TwilioSimulators.SOON);

        assertThat(inbox.tries()).isEqualTo(3);
        assertThat(simulator.summary().droppedWebhooks()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "rc=2&rp=5xx, 503, 2, 1",
        "rc=2&rp=all, 404, 2, 1",
        "rc=2&rp=4xx, 503, 1, 0",
        "rc=1&rp=all, 503, 2, 0",
        "rc=5&rp=4xx, 404, 5, 1",
        "rc=0&rp=all, 503, 1, 0"
    })
    void theFragmentSaysHowOftenAndAfterWhat(String fragment, int status, int refusals, int taken) throws IOException {
        inbox.refusing(refusals, status);
        client.text("+14155550202", "StatusCallback", inbox.url("/s?a=1") + "#" + fragment);
        simulator.awaitQuiet(TwilioSimulators.SOON);

        assertThat(inbox.received()).hasSize(taken);
        assertThat(inbox.tries()).isEqualTo(refusals + taken);
        assertThat(inbox.received()).allSatisfy(form -> {
            assertThat(form.pathAndQuery()).isEqualTo("/s?a=1");
            assertThat(form.signature())
                    .isEqualTo(SignatureVerifier.expected(
                            simulator.authToken(), inbox.url("/s?a=1").toString(), form.form()));
        });
    }

    @Test
    void anAddressWhereNobodyListensIsTriedOnceMore() throws IOException {
        String address = inbox.url().toString();
        inbox.close();
        client.text("+14155550202", "StatusCallback", address);
        simulator.awaitQuiet(TwilioSimulators.SOON);

        assertThat(simulator.summary().droppedWebhooks()).isEqualTo(1);
        assertThat(simulator.summary().pendingWebhooks()).isZero();
    }
}
