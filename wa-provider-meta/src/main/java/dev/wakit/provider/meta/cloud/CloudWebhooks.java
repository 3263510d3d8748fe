package dev.wakit.provider.meta.cloud;

import dev.wakit.inbound.InboundEvent;
import dev.wakit.provider.meta.internal.webhook.NotificationParser;
import java.time.InstantSource;
import java.util.List;

/**
 * Reads webhooks in Meta's form, whoever posts them. Says nothing about whether they are genuine.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public final class CloudWebhooks {

    private final NotificationParser parser;

    /**
     * A reader.
     *
     * @param clock for events without a time
     */
    public CloudWebhooks(InstantSource clock) {
        this.parser = new NotificationParser(clock);
    }

    /** Splits a body into events; what cannot be read becomes an {@link dev.wakit.inbound.UnknownEvent}. Never throws on content. */
    public List<InboundEvent> parse(byte[] body) {
        return parser.parse(body);
    }
}
