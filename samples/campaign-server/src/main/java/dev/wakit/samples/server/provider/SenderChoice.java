package dev.wakit.samples.server.provider;

import dev.wakit.address.SenderId;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.samples.server.http.ApiException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the provider and the sender that a request names. Thread-safe. */
public final class SenderChoice {

    private final Providers providers;
    private final SenderDirectory senders;

    /** Chooses among these. */
    public SenderChoice(Providers providers) {
        this.providers = providers;
        this.senders = new SenderDirectory(providers);
    }

    /**
     * What was chosen.
     *
     * @param provider the provider
     * @param sender its sender; the usual one when none was named
     */
    public record Chosen(ProviderId provider, SenderId sender) {}

    /**
     * The provider, which may be left out if there is only one, and the sender, which may always be left out.
     *
     * @param path what the names of the fields begin with, such as {@code senders[0].}; empty for fields of the request itself
     * @throws ApiException naming the field, its value and what may stand there
     * @throws dev.wakit.WhatsAppException if the BSP must be asked about the sender and does not answer
     */
    public Chosen of(String path, @Nullable String provider, @Nullable String sender) {
        WhatsAppProvider chosen = provider(path, provider);
        return new Chosen(chosen.id(), sender(path, chosen, sender));
    }

    /** The provider that a field names. */
    private WhatsAppProvider provider(String path, @Nullable String name) {
        if (name == null || name.isBlank()) {
            if (providers.all().size() == 1) {
                return providers.all().get(0);
            }
            throw ApiException.invalid("The field '" + path + "provider' is missing, and there are several. Use one of "
                    + providers.names() + ".");
        }
        return providers
                .find(name.strip())
                .orElseThrow(() -> ApiException.invalid("The field '" + path + "provider' is '" + name
                        + "', and there is no such provider. Use one of " + providers.names() + "."));
    }

    private SenderId sender(String path, WhatsAppProvider provider, @Nullable String name) {
        if (name == null || name.isBlank()) {
            return provider.defaultSender();
        }
        SenderId sender = id(path, name.strip());
        // Where nobody can tell, the BSP says so when the first message is sent.
        boolean isAbsent = senders.has(provider, sender).map(has -> !has).orElse(false);
        if (isAbsent) {
            throw ApiException.invalid(
                    "The field '" + path + "sender' is '" + name + "', which provider '" + provider.id()
                            + "' does not have. Use one of "
                            + senders.list(provider).stream()
                                    .map(SenderDirectory.SenderView::id)
                                    .collect(Collectors.joining(", "))
                            + ", or leave it out.");
        }
        return sender;
    }

    private static SenderId id(String path, String name) {
        try {
            return SenderId.of(name);
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid("The field '" + path + "sender' cannot be used. " + e.getMessage());
        }
    }
}
