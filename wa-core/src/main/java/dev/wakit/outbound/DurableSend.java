package dev.wakit.outbound;

import dev.wakit.TenantId;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.message.Message;
import dev.wakit.provider.ProviderId;
import java.util.Objects;
import java.util.Optional;

/**
 * A message to one person. Immutable; {@link #toString()} shows no personal data.
 *
 * @param tenant whose message it is
 * @param key its name, which makes it exist once: 1 to 200 visible ASCII characters without personal data
 * @param recipient whom it goes to
 * @param message what is sent
 * @param purpose what it is for
 * @param provider the provider that sends it; empty for the only one
 * @param sender the sender; empty for the provider's default one
 * @since 0.1
 */
public record DurableSend(
        TenantId tenant,
        String key,
        Recipient recipient,
        Message message,
        SendPurpose purpose,
        Optional<ProviderId> provider,
        Optional<SenderId> sender) {

    /** Checks that all is there. */
    public DurableSend {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(purpose, "purpose");
    }

    @Override
    public String toString() {
        return "DurableSend[" + key + ", " + message.kind() + ", " + purpose + "]";
    }
}
