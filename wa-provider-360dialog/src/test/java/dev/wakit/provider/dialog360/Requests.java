package dev.wakit.provider.dialog360;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.message.Message;
import dev.wakit.provider.SendRequest;
import java.net.URI;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** What several tests begin with. */
final class Requests {

    static final String KEY = "plantedKeyThatMustNeverBeSeen";
    static final String SENDER = "106540352242922";
    static final Recipient PERSON = Recipient.of(PhoneNumber.parse("+16505551234"));

    private Requests() {}

    static SendRequest of(Message message) {
        return SendRequest.builder(SenderId.of(SENDER), PERSON, message).build();
    }

    static URI address(MockWebServer server) {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    static Dialog360ProviderBuilder provider(MockWebServer server) {
        return Dialog360Provider.builder(KEY, SENDER).baseUrl(address(server));
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body.replace('\'', '"'))
                .build();
    }
}
