package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.consent.SuppressionSource;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.Merged;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.PersonChanged;
import dev.wakit.inbound.PreferenceChanged;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WhatsAppProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Handles what people do: they answer, stop, or change their preference. Every step can be repeated without harm, and listeners
 * are told last.
 */
final class Replies {

    /** A reply without a reference is attributed to the latest campaign message of this time. */
    private static final Duration ATTRIBUTION = Duration.ofDays(7);

    private final EngineCore engine;
    private final StopWords stopWords;
    private final Identities identities;

    Replies(EngineCore engine, StopWords stopWords) {
        this.engine = engine;
        this.stopWords = stopWords;
        this.identities = new Identities(engine);
    }

    void handle(TenantId tenant, ProviderId provider, InboundEvent event) {
        // First, so that a campaign that goes on because of the event reads the template as it is now.
        engine.news()
                .concerned(provider, event)
                .forEach(concerned -> engine.provider(concerned)
                        .flatMap(WhatsAppProvider::templates)
                        .ifPresent(templates -> templates.refresh(event)));
        // Before the event is remembered: after a crash between the two it is heard again, which stops what is stopped
        // already. The
        // other way round nobody would stop.
        engine.guards().heard(tenant, provider, event);
        if (event instanceof PersonChanged change && isFresh(change)) {
            identities.changed(tenant, change);
        }
        if (event instanceof MessageReceived message && message.isAnswer()) {
            received(tenant, message);
        } else if (event instanceof PreferenceChanged preference) {
            changed(tenant, preference);
        } else if (isFresh(event) && engine.news().isFirst(tenant, event)) {
            engine.notifier().tell(new CampaignEvent.OtherEvent(tenant, event));
        }
    }

    private boolean isFresh(InboundEvent event) {
        return engine.news().isFresh(event);
    }

    private void received(TenantId tenant, MessageReceived message) {
        Optional<Delivery> answered = answered(tenant, message, isFresh(message));
        Optional<String> said = message.payload()
                .filter(stopWords::matches)
                .or(() -> message.text().filter(stopWords::matches));
        said.map(Replies::printable).ifPresent(word -> stopped(tenant, message, answered, word));
        if (isFresh(message) && engine.news().isNew(tenant, message)) {
            engine.notifier().tell(new CampaignEvent.ReplyReceived(tenant, message, answered));
        }
    }

    /** What people type may hold characters that a database refuses or a log would obey. */
    private static String printable(String word) {
        return word.replaceAll("\\p{C}", " ").strip();
    }

    /** Holds for every name of the person that is known: their own, and the one that the answered message was sent to. */
    private void stopped(TenantId tenant, MessageReceived message, Optional<Delivery> answered, String word) {
        var names = new LinkedHashSet<>(Identities.keys(message.person()));
        answered.flatMap(Delivery::recipient).map(Recipient::keys).ifPresent(names::addAll);
        names.forEach(
                name -> suppress(tenant, name, SuppressionScope.ALL, SuppressionSource.STOP_REPLY, word, message.at()));
    }

    private Optional<Delivery> answered(TenantId tenant, MessageReceived message, boolean counts) {
        Optional<DeliveryRef> ref = message.replyTo().map(DeliveryRef::of).or(() -> latest(tenant, message));
        if (ref.isEmpty()) {
            return Optional.empty();
        }
        Instant now = engine.now();
        var answered = new AtomicReference<Delivery>();
        List<Merged> changed = engine.stores()
                .deliveries()
                .merge(
                        tenant,
                        List.of(ref.get()),
                        (located, i) -> {
                            MergeStep step = counts
                                    ? engine.merger().merge(located, new Evidence.Reply(message.at()), now)
                                    : MergeStep.of(located.delivery());
                            answered.set(step.after());
                            return step;
                        },
                        now)
                .changed();
        changed.forEach(merged -> engine.notifier()
                .tell(new CampaignEvent.DeliveryChanged(
                        tenant, merged.after(), merged.before().state())));
        return Optional.ofNullable(answered.get());
    }

    private Optional<DeliveryRef> latest(TenantId tenant, MessageReceived message) {
        CampaignId since = Ids.lowestAt(engine.now().minus(ATTRIBUTION));
        return message.from()
                .map(Recipient::key)
                .flatMap(key -> engine.stores().deliveries().latestTo(tenant, key, since))
                .map(delivery -> DeliveryRef.of(delivery.id()));
    }

    private void changed(TenantId tenant, PreferenceChanged preference) {
        if (preference.marketingWanted() && !isFresh(preference)) {
            return;
        }
        if (preference.marketingWanted()) {
            Identities.keys(preference.person())
                    .forEach(name -> engine.stores()
                            .suppressions()
                            .remove(tenant, name, SuppressionScope.MARKETING, preference.at()));
        } else {
            Identities.keys(preference.person())
                    .forEach(name -> suppress(
                            tenant,
                            name,
                            SuppressionScope.MARKETING,
                            SuppressionSource.PREFERENCE,
                            "Stopped marketing messages in WhatsApp",
                            preference.at()));
        }
    }

    private void suppress(
            TenantId tenant, String name, SuppressionScope scope, SuppressionSource source, String reason, Instant at) {
        engine.suppress(tenant, new Suppression(name, scope, source, reason, at));
    }
}
