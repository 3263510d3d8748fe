package dev.wakit.provider.meta.internal.account;

import dev.wakit.address.SenderId;
import dev.wakit.provider.ProviderHealth;
import dev.wakit.provider.ProviderHealth.State;
import dev.wakit.provider.meta.account.HealthEntity;
import dev.wakit.provider.meta.account.HealthProblem;
import dev.wakit.provider.meta.account.HealthStatus;
import dev.wakit.provider.meta.account.MetaAccount;
import dev.wakit.provider.meta.account.SendAbility;
import dev.wakit.provider.meta.account.TokenDetails;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a number can send, and how long the token lives. Thread-safe. */
public final class NumberHealth {

    private final MetaAccount account;
    private final SenderId sender;
    private final InstantSource clock;

    /** For a number of an account. */
    public NumberHealth(MetaAccount account, SenderId sender, InstantSource clock) {
        this.account = account;
        this.sender = sender;
        this.clock = clock;
    }

    /** Asks Meta for the token, then for the number. */
    public ProviderHealth look() {
        return ProviderHealth.ask(clock, () -> {
            TokenDetails token = account.token();
            ProviderHealth health = token.valid() ? ofNumber() : invalidToken();
            return token.expiresAt().map(health::withCredentialsExpireAt).orElse(health);
        });
    }

    private ProviderHealth invalidToken() {
        return ProviderHealth.of(
                State.BLOCKED, "Meta does not accept the access token any more. Replace it.", clock.instant());
    }

    private ProviderHealth ofNumber() {
        Optional<HealthStatus> told = account.numbers().get(sender).health();
        State state = told.map(NumberHealth::state).orElse(State.READY);
        String detail = told.map(NumberHealth::obstacles)
                .filter(text -> !text.isEmpty())
                .orElse("Meta names nothing against sending.");
        return ProviderHealth.of(state, detail, clock.instant());
    }

    private static State state(HealthStatus told) {
        if (told.canSend().is(SendAbility.BLOCKED)) {
            return State.BLOCKED;
        }
        return told.canSend().is(SendAbility.AVAILABLE) || told.canSend().isAbsent() ? State.READY : State.LIMITED;
    }

    private static String obstacles(HealthStatus told) {
        return told.entities().stream()
                .filter(entity -> !entity.canSend().is(SendAbility.AVAILABLE))
                .map(NumberHealth::obstacle)
                .collect(Collectors.joining(" "));
    }

    private static String obstacle(HealthEntity entity) {
        String problems = entity.problems().stream().map(NumberHealth::problem).collect(Collectors.joining(" "));
        return (entity.type() + " is " + entity.canSend() + ". " + problems).strip();
    }

    private static String problem(HealthProblem problem) {
        return ("Meta says: " + problem.description() + " " + problem.solution()).strip() + " (" + problem.code() + ")";
    }
}
