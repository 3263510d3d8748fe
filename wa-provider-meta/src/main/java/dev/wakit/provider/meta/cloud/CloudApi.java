package dev.wakit.provider.meta.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.WhatsAppException;
import dev.wakit.address.SenderId;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.message.MessageId;
import dev.wakit.message.MessageKind;
import dev.wakit.provider.MediaGateway;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.HttpCall;
import dev.wakit.provider.http.HttpTransport;
import dev.wakit.provider.meta.internal.api.GraphApi;
import dev.wakit.provider.meta.internal.error.GraphErrors;
import dev.wakit.provider.meta.internal.http.BspTransport;
import dev.wakit.provider.meta.internal.http.CloudTransport;
import dev.wakit.provider.meta.internal.http.GraphCall;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import dev.wakit.provider.meta.internal.http.MediaHosts;
import dev.wakit.provider.meta.internal.http.SendAnswers;
import dev.wakit.provider.meta.internal.media.MetaMedia;
import dev.wakit.provider.meta.internal.message.Encoders;
import dev.wakit.provider.meta.internal.message.Envelopes;
import dev.wakit.provider.meta.internal.message.ReadReceipts;
import dev.wakit.provider.meta.internal.message.SendSettings;
import dev.wakit.provider.meta.internal.message.WireSend;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Meta's messages, answers and media at a BSP that passes them on.
 *
 * <p>Thread-safe. It does not own its transport: whoever made that closes it.
 *
 * @since 0.1
 */
public final class CloudApi {

    private final CloudTransport transport;
    private final GraphApi api;
    private final Envelopes envelopes;
    private final ReadReceipts receipts;
    private final MediaGateway media;

    private CloudApi(CloudTransport transport, ErrorPolicy errors, boolean marketing, InstantSource clock) {
        this.transport = transport;
        this.api = new GraphApi(transport, errors, clock);
        this.envelopes = new Envelopes(marketing ? SendSettings.none() : SendSettings.messagesOnly());
        this.receipts = new ReadReceipts(transport, errors);
        this.media = new MetaMedia(api, transport);
    }

    /**
     * The Cloud API at a BSP.
     *
     * @param endpoint the BSP
     * @param http makes the requests
     * @param errors what codes mean: {@link #errors()} and the BSP's own
     * @param marketing whether the BSP has the edge {@code marketing_messages}; else templates that ask for it go to
     *     {@code messages}
     * @param clock for the waits of management calls
     */
    public static CloudApi create(
            CloudEndpoint endpoint, HttpTransport http, ErrorPolicy errors, boolean marketing, InstantSource clock) {
        return new CloudApi(new BspTransport(endpoint, http), errors, marketing, clock);
    }

    /** The kinds of message that have an encoder. */
    public static Set<MessageKind> messageKinds() {
        return Encoders.kinds();
    }

    /** What Meta's error codes mean. */
    public static ErrorPolicy errors() {
        return GraphErrors.table();
    }

    /** Whether an address is on one of the hosts from which Meta serves media. */
    public static boolean isMetasMedia(URI url) {
        return MediaHosts.isMeta(url);
    }

    /**
     * Sends with exactly one POST. The stage always completes normally.
     *
     * @throws dev.wakit.UnsupportedMessageException if no encoder knows the kind of the message; nothing was sent
     * @throws dev.wakit.InvalidMessageException if Meta is known to refuse the message; nothing was sent
     * @throws WhatsAppException if the endpoint refuses the path; nothing was sent
     */
    public CompletionStage<SendOutcome> send(SendRequest request) {
        WireSend send = envelopes.encode(request);
        return transport
                .post(GraphRequest.to(request.sender().value(), send.edge()), send.json())
                .thenApply(SendAnswers::classify);
    }

    /**
     * Marks a message read, and with it all earlier ones of the conversation; tried up to three times. Blocks.
     *
     * @param typing whether to show that an answer is being typed, for 25 seconds at most
     * @throws WhatsAppException by what the caller can do about it
     */
    public void markRead(SenderId sender, MessageId received, boolean typing) {
        receipts.send(sender, received, typing);
    }

    /** The media of the account. */
    public MediaGateway media() {
        return media;
    }

    /**
     * Makes a management call: repeated up to twice if it is a GET, else once. Blocks.
     *
     * @param path what the endpoint is asked for, segment by segment
     * @return the JSON of the answer
     * @throws WhatsAppException by what the caller can do about it; after a {@link dev.wakit.OutcomeUnknownException} it may
     *     have been done
     */
    public JsonNode call(HttpCall.Method method, List<String> path, Map<String, String> query, HttpBody body) {
        Optional<HttpBody> carried = Optional.of(body).filter(it -> !(it instanceof HttpBody.None));
        return api.call(new GraphCall(method, GraphCall.Host.GRAPH, new GraphRequest(path, query), carried));
    }
}
