package dev.wakit.provider.twilio;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.message.Message;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.SendRequest;
import java.net.URI;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** What several tests begin with. */
public final class Requests {

    public static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    public static final String KEY = "SK0123456789abcdef0123456789abcdef";
    public static final String SECRET = "plantedSecretThatMustNeverBeSeen";
    public static final String TOKEN = "plantedTokenThatMustNeverBeSeen";
    public static final String SENDER = "+14155550100";
    public static final String SERVICE = "MG0123456789abcdef0123456789abcdef";
    public static final String CONTENT = "HX0123456789abcdef0123456789abcdef";
    public static final String MESSAGE = "SM0123456789abcdef0123456789abcdef";
    public static final String PHONE = "+447946000001";
    public static final Recipient PERSON = Recipient.of(PhoneNumber.parse(PHONE));
    public static final URI WEBHOOK = URI.create("https://hooks.example.com/twilio/status");

    private Requests() {}

    /** A short text to {@link #PERSON}. */
    public static SendRequest text() {
        return of(TextMessage.of("Hello"));
    }

    /** A message to {@link #PERSON}. */
    public static SendRequest of(Message message) {
        return SendRequest.builder(SenderId.of(SENDER), PERSON, message).build();
    }

    /** The address of a scripted server. */
    public static URI address(MockWebServer server) {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** A provider that talks to a scripted server. */
    public static TwilioProviderBuilder provider(MockWebServer server) {
        return TwilioProvider.builder(ACCOUNT, TwilioCredentials.apiKey(KEY, SECRET), SENDER)
                .baseUrl(address(server));
    }

    /** An answer in JSON, written with single quotes. */
    public static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body.replace('\'', '"'))
                .build();
    }

    /** An answer that refuses. */
    public static MockResponse refusal(int status, int code) {
        return json(
                status,
                "{'code':" + code + ",'message':'No','more_info':'https://www.twilio.com/docs/errors/" + code
                        + "','status':" + status + "}");
    }
}
