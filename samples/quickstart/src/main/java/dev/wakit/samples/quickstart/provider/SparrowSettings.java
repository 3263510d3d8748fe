package dev.wakit.samples.quickstart.provider;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What a {@link SparrowProvider} is built of.
 *
 * @param base where the API is
 * @param account the name of the account, and of the user
 * @param password the password of the account
 * @param sender the number that sends, in E.164
 * @param webhooks the public address of the host's webhook endpoint
 * @param webhookSecrets what webhooks are signed with; several while one is being replaced
 * @param connectTimeout how long a connection may take to open
 * @param totalTimeout how long a send may take
 */
public record SparrowSettings(
        URI base,
        String account,
        String password,
        String sender,
        URI webhooks,
        List<String> webhookSecrets,
        Duration connectTimeout,
        Duration totalTimeout) {

    /** Copies the secrets. */
    public SparrowSettings {
        webhookSecrets = List.copyOf(webhookSecrets);
    }

    @Override
    public String toString() {
        return "SparrowSettings[" + base + "]";
    }
}
