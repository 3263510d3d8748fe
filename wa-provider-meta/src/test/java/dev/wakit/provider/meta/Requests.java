package dev.wakit.provider.meta;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.message.Message;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.SendRequest;
import java.net.URI;
import mockwebserver3.MockWebServer;

/** What several tests begin with. */
public final class Requests {

    public static final String TOKEN = "EAAplantedTokenThatMustNeverBeSeen";
    public static final String SENDER = "106540352242922";
    public static final Recipient PERSON = Recipient.of(PhoneNumber.parse("+16505551234"));

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
    public static MetaProviderBuilder provider(MockWebServer server) {
        return MetaProvider.builder(TOKEN, SENDER).baseUrl(address(server));
    }
}
