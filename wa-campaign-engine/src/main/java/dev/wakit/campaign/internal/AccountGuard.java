package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ErrorScope;
import dev.wakit.inbound.AccountChanged;
import dev.wakit.inbound.AccountChanged.Standing;
import dev.wakit.inbound.ErrorReported;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.provider.ProviderId;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;

/** Stops campaigns when their account may not send or the BSP reports a general error. Thread-safe. */
final class AccountGuard {

    private static final String ACCOUNT = "The account cannot send: ";
    private static final Set<Disposition> STOPPING = Set.of(Disposition.PAUSE_CAMPAIGN, Disposition.FAIL_CAMPAIGN);
    private static final Set<ErrorScope> WIDE = Set.of(ErrorScope.SENDER, ErrorScope.ACCOUNT);

    private final EngineCore engine;
    private final GuardKeeper keeper;

    AccountGuard(EngineCore engine, GuardKeeper keeper) {
        this.engine = engine;
        this.keeper = keeper;
    }

    void heard(TenantId tenant, ProviderId provider, InboundEvent event) {
        if (event instanceof AccountChanged account) {
            heard(tenant, provider, account);
        } else if (event instanceof ErrorReported error) {
            heard(tenant, provider, error);
        }
    }

    /** A provider instance has one account: every lane of it is concerned. */
    private void heard(TenantId tenant, ProviderId provider, AccountChanged event) {
        Standing standing = event.standing(engine.now());
        if (standing == Standing.UNCHANGED || !engine.news().isLatest(tenant, provider, event, "account")) {
            return;
        }
        if (standing == Standing.CAN_SEND) {
            keeper.resume(tenant, provider, row -> true, ACCOUNT);
        } else {
            Instant until = event.restrictedUntil();
            String end = until.equals(Instant.MAX) ? "" : " until " + until;
            keeper.pause(
                    tenant,
                    provider,
                    row -> keeper.settings(row).guards().pauseOnSender(),
                    ACCOUNT + event.event() + end + ". Look at it in the BSP's console, then resume the campaign.");
        }
    }

    /** The provider's policy decides, as for the answer to a request. */
    private void heard(TenantId tenant, ProviderId provider, ErrorReported event) {
        ErrorRule rule = engine.provider(provider).orElseThrow().errors().ruleFor(event.error());
        if (!event.ofMessages() || !STOPPING.contains(rule.disposition()) || !WIDE.contains(rule.scope())) {
            return;
        }
        Predicate<LaneKey> concerned = lane -> rule.scope() == ErrorScope.ACCOUNT
                || event.sender().isEmpty()
                || event.sender().get().equals(lane.sender());
        keeper.pause(
                tenant,
                provider,
                concerned,
                row -> keeper.settings(row).guards().pauseOnSender(),
                rule.code() + " " + rule.title() + ". " + rule.advice());
    }
}
