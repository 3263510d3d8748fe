package dev.wakit.provider.twilio.internal.webhook;

import dev.wakit.inbound.InboundEvent;
import dev.wakit.provider.WebhookCodec;
import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Twilio's webhooks. Thread-safe. */
public final class TwilioWebhooks implements WebhookCodec {

    private static final Logger LOG = LoggerFactory.getLogger(TwilioWebhooks.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final TwilioSignature signature;
    private final PostParser parser;
    private final SignedAddresses addresses;
    private final InstantSource clock;
    private final AtomicReference<Instant> silentUntil = new AtomicReference<>(Instant.MIN);

    /**
     * A codec.
     *
     * @param tokens the auth tokens that may have signed; at least one
     * @param publicUrls the addresses that Twilio posts to, as Twilio knows them; at least one
     */
    public TwilioWebhooks(List<String> tokens, List<URI> publicUrls, InstantSource clock) {
        this.addresses = new SignedAddresses(publicUrls);
        this.signature = new TwilioSignature(tokens, addresses);
        this.parser = new PostParser(clock);
        this.clock = clock;
    }

    /** Checks with these tokens from now on. */
    public void replaceTokens(List<String> tokens) {
        signature.replaceTokens(tokens);
    }

    /** Twilio checks no endpoint, so there is never a handshake. */
    @Override
    public Optional<String> handshake(WebhookRequest request) {
        return Optional.empty();
    }

    @Override
    public SignatureCheck verify(WebhookRequest request) {
        SignatureCheck check = signature.verify(request);
        if (check == SignatureCheck.INVALID) {
            explain(request);
        }
        return check;
    }

    // Once a minute: whoever knocks at the endpoint must not be able to fill the log.
    private void explain(WebhookRequest request) {
        Instant now = clock.instant();
        Instant before = silentUntil.get();
        if (now.isBefore(before) || !silentUntil.compareAndSet(before, now.plus(QUIET))) {
            return;
        }
        LOG.warn(explanation(request));
    }

    /** What to do about a signature that fits nothing; shows no token and no query. */
    String explanation(WebhookRequest request) {
        return "A webhook's X-Twilio-Signature fits none of the configured auth tokens over "
                + String.join(", ", addresses.shown(request))
                + ". If the tokens are right, Twilio signs another address: take scheme, host, port and path of the request that"
                + " Monitor, Logs, Errors of Twilio's console shows, and give them to webhookUrl(...) or addWebhookUrl(...) of the"
                + " provider.";
    }

    @Override
    public List<InboundEvent> parse(WebhookRequest request) {
        return parser.parse(request);
    }
}
