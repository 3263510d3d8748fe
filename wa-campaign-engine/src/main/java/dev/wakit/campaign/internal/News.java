package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WhatsAppProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an event is worth: how old it is, whether it was handled before, whom it concerns, and whether something later was said.
 * Thread-safe.
 */
final class News {

    /** What is older triggers nothing but opt-outs: a signed body can be replayed for ever, and Meta repeats for seven days only. */
    private static final Duration FRESH = Duration.ofDays(8);

    private final EngineCore engine;

    News(EngineCore engine) {
        this.engine = engine;
    }

    boolean isFresh(InboundEvent event) {
        return event.at().isAfter(engine.now().minus(FRESH));
    }

    /**
     * Whether the BSP posts an event again that {@link #isFirst} has seen. Of two events without a time nobody can tell whether the
     * second repeats the first, so it never does: what stops campaigns is better heard twice than not at all.
     */
    boolean isRepeat(TenantId tenant, InboundEvent event) {
        return event.source().isTimed()
                && !engine.stores().inbox().seen(tenant, List.of(key(event))).isEmpty();
    }

    /** Remembers an event. Returns whether it is new. */
    boolean isFirst(TenantId tenant, InboundEvent event) {
        return isFirst(tenant, key(event));
    }

    /** Remembers a message. Returns whether it is new. What is remembered for weeks tells nobody's number, as a message id would. */
    boolean isNew(TenantId tenant, MessageReceived message) {
        return isFirst(tenant, "message:" + digest(message.messageId().value()));
    }

    private boolean isFirst(TenantId tenant, String key) {
        return engine.stores()
                .inbox()
                .firstSeen(tenant, List.of(key), engine.now())
                .contains(key);
    }

    /**
     * The provider instances whose account an event names. One that does not know its account is concerned by all that it receives,
     * and so is the receiver of an event that names none.
     *
     * <p>An app has one address for the webhooks of all its accounts, so that the receiver need not be the one that is concerned.
     */
    Set<ProviderId> concerned(ProviderId receiver, InboundEvent event) {
        String account = event.source().account();
        var concerned = new LinkedHashSet<ProviderId>();
        Optional<String> own = engine.provider(receiver).flatMap(WhatsAppProvider::accountId);
        if (account.isEmpty() || own.isEmpty()) {
            concerned.add(receiver);
        }
        if (!account.isEmpty()) {
            engine.settings().providers().values().stream()
                    .filter(provider ->
                            provider.accountId().filter(account::equals).isPresent())
                    .map(WhatsAppProvider::id)
                    .forEach(concerned::add);
        }
        return concerned;
    }

    /**
     * Notes what an event says about something of a provider instance. Of two with the same time the one received later counts.
     *
     * @param subject what it is about, in parts
     * @return false if something later was said about it, which this would undo
     */
    boolean isLatest(TenantId tenant, ProviderId provider, InboundEvent event, String... subject) {
        Instant now = engine.now();
        // A time that is still to come would silence everything until then.
        Instant at = event.at().isAfter(now) ? now : event.at();
        String key = digest(provider.value() + '\0' + String.join("\0", subject));
        return engine.stores().inbox().noteNews(tenant, key, at);
    }

    private static String key(InboundEvent event) {
        return "other:"
                + digest(
                        event.getClass().getSimpleName() + '\0' + event.source().repeatKey());
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text));
    }
}
