package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.consent.SuppressionSource;
import dev.wakit.inbound.Person;
import dev.wakit.inbound.PersonChanged;
import java.util.LinkedHashSet;
import java.util.Set;

/** Lets a person's wish to be left alone follow them to a new phone number or user id. Can be repeated without harm. */
final class Identities {

    private static final Set<PersonChanged.Kind> NAMES =
            Set.of(PersonChanged.Kind.PHONE_NUMBER, PersonChanged.Kind.USER_ID);

    private final EngineCore engine;

    Identities(EngineCore engine) {
        this.engine = engine;
    }

    void changed(TenantId tenant, PersonChanged event) {
        if (!NAMES.contains(event.kind())) {
            return;
        }
        Set<String> before = keys(event.before());
        Set<String> news = keys(event.after());
        news.removeAll(before);
        if (before.isEmpty() || news.isEmpty()) {
            return;
        }
        if (!engine.stores().erasures().erased(tenant, before).isEmpty()) {
            engine.stores().erasures().remember(tenant, news, event.at());
            return;
        }
        var suppressions = engine.stores().suppressions();
        if (!suppressions.suppressed(tenant, before, false).isEmpty()) {
            news.forEach(key -> carry(tenant, key, SuppressionScope.ALL, event));
        } else if (!suppressions.suppressed(tenant, before, true).isEmpty()) {
            news.forEach(key -> carry(tenant, key, SuppressionScope.MARKETING, event));
        }
    }

    private void carry(TenantId tenant, String key, SuppressionScope scope, PersonChanged event) {
        engine.suppress(
                tenant,
                new Suppression(
                        key,
                        scope,
                        SuppressionSource.IDENTITY_CHANGE,
                        "Suppressed under an earlier number or user id",
                        event.at()));
    }

    /** Every name under which the person may be on the list. */
    static Set<String> keys(Person person) {
        var keys = new LinkedHashSet<String>();
        person.phone().map(Recipient::of).map(Recipient::key).ifPresent(keys::add);
        person.userId().map(Recipient::of).map(Recipient::key).ifPresent(keys::add);
        person.parentUserId().map(Recipient::of).map(Recipient::key).ifPresent(keys::add);
        return keys;
    }
}
