package dev.wakit.samples.server.provider;

import dev.wakit.address.SenderId;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.provider.dialog360.Dialog360Provider;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.account.SenderNumber;
import dev.wakit.provider.twilio.TwilioProvider;
import dev.wakit.provider.twilio.sender.TwilioSender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which senders an account has, as its BSP says where it can be asked. Thread-safe. */
final class SenderDirectory {

    /** What the SIDs of Twilio's Messaging Services begin with; the list of senders has none of them. */
    private static final String MESSAGING_SERVICE = "MG";

    private final Providers providers;

    SenderDirectory(Providers providers) {
        this.providers = providers;
    }

    /**
     * A sender.
     *
     * @param id what requests name
     * @param label how people know it
     * @param state whether it can send, in the BSP's word; empty if the BSP does not say
     */
    record SenderView(String id, String label, @Nullable String state) {}

    /**
     * The usual sender first, then those that the BSP lists, then others that campaigns have used.
     *
     * @throws dev.wakit.WhatsAppException if the BSP does not answer
     */
    List<SenderView> list(WhatsAppProvider provider) {
        Map<String, SenderView> found = new LinkedHashMap<>();
        Map<String, SenderView> listed = atTheBsp(provider).orElse(List.of()).stream()
                .collect(Collectors.toMap(SenderView::id, view -> view, (a, b) -> a, LinkedHashMap::new));
        String usual = provider.defaultSender().value();
        found.put(usual, listed.getOrDefault(usual, unlisted(usual)));
        found.putAll(listed);
        providers.knownSenders(provider).stream()
                .map(SenderId::value)
                .forEach(id -> found.putIfAbsent(id, unlisted(id)));
        return new ArrayList<>(found.values());
    }

    /**
     * Whether the account has a sender; empty if nobody can tell. A sender that was used before is not asked about.
     *
     * @throws dev.wakit.WhatsAppException if the BSP does not answer
     */
    Optional<Boolean> has(WhatsAppProvider provider, SenderId sender) {
        if (providers.knownSenders(provider).contains(sender)) {
            return Optional.of(true);
        }
        if (provider instanceof TwilioProvider && sender.value().startsWith(MESSAGING_SERVICE)) {
            return Optional.empty();
        }
        return atTheBsp(provider)
                .map(views -> views.stream().anyMatch(view -> view.id().equals(sender.value())));
    }

    private static Optional<List<SenderView>> atTheBsp(WhatsAppProvider provider) {
        if (provider instanceof MetaProvider meta) {
            return meta.accountId().isEmpty()
                    ? Optional.empty()
                    : Optional.of(meta.account().numbers().list().stream()
                            .map(SenderDirectory::view)
                            .toList());
        }
        if (provider instanceof TwilioProvider twilio) {
            return Optional.of(
                    twilio.senders().list().stream().map(SenderDirectory::view).toList());
        }
        // A key of 360dialog is one number.
        return provider instanceof Dialog360Provider
                ? Optional.of(List.of(unlisted(provider.defaultSender().value())))
                : Optional.empty();
    }

    private static SenderView view(SenderNumber number) {
        String name = number.verifiedName().map(text -> ", " + text).orElse("");
        return new SenderView(
                number.id().value(),
                number.displayNumber().orElse(number.id().value()) + name,
                number.status().toString());
    }

    private static SenderView view(TwilioSender sender) {
        return new SenderView(
                sender.id().value(), sender.id().value(), sender.status().name());
    }

    private static SenderView unlisted(String id) {
        return new SenderView(id, id, null);
    }
}
