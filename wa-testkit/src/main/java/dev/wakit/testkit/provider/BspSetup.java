package dev.wakit.testkit.provider;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How the contract wants a provider built.
 *
 * <p>Immutable. {@link #toString()} shows no secret.
 *
 * @param base where its BSP is
 * @param webhookSecrets what webhooks are signed with; several while a secret is being replaced, the newest first
 * @param connectTimeout how long a connection may take to open
 * @param totalTimeout how long a send may take from start to end
 * @param everything whether to switch on what an account must be admitted to, such as payments; if the provider has such
 *     switches
 * @since 0.1
 */
public record BspSetup(
        URI base, List<String> webhookSecrets, Duration connectTimeout, Duration totalTimeout, boolean everything) {

    /** Copies the secrets. */
    public BspSetup {
        webhookSecrets = List.copyOf(webhookSecrets);
    }

    BspSetup at(URI other) {
        return new BspSetup(other, webhookSecrets, connectTimeout, totalTimeout, everything);
    }

    BspSetup everything(boolean on) {
        return new BspSetup(base, webhookSecrets, connectTimeout, totalTimeout, on);
    }

    BspSetup totalTimeout(Duration other) {
        return new BspSetup(base, webhookSecrets, connectTimeout, other, everything);
    }

    BspSetup webhookSecrets(String... secrets) {
        return new BspSetup(base, List.of(secrets), connectTimeout, totalTimeout, everything);
    }

    @Override
    public String toString() {
        return "BspSetup[" + base + ", " + webhookSecrets.size() + " secrets, " + totalTimeout + "]";
    }
}
