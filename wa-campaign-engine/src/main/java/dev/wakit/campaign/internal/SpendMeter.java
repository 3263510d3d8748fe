package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.Region;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.pacing.PriceList;
import dev.wakit.campaign.pacing.SpendBudget;
import dev.wakit.provider.SendOutcome;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Adds up what accepted messages are expected to cost, for campaigns with a budget, and pauses them when it is spent. A crash may
 * lose what one batch of outcomes cost. Thread-safe.
 */
final class SpendMeter {

    private static final int MICRO_DIGITS = 6;

    private final EngineCore engine;

    SpendMeter(EngineCore engine) {
        this.engine = engine;
    }

    /** Counts a batch that was written. */
    void count(TenantId tenant, List<Flight.Landing> batch) {
        Optional<PriceList> prices = engine.settings().prices();
        if (prices.isEmpty()) {
            return;
        }
        Map<CampaignId, Long> micros = new HashMap<>();
        Map<CampaignId, SpendBudget> budgets = new HashMap<>();
        for (Flight.Landing landing : batch) {
            CampaignBook.Entry entry = landing.flight().feed().entry();
            Optional<SpendBudget> budget = entry.settings().pacing().spendBudget();
            if (budget.isPresent() && landing.outcome() instanceof SendOutcome.Accepted) {
                Region region = landing.flight()
                        .delivery()
                        .recipient()
                        .flatMap(Recipient::phone)
                        .map(PhoneNumber::region)
                        .orElse(Region.UNKNOWN);
                long price = micros(prices.get().price(entry.settings().category(), region));
                micros.merge(entry.row().id(), price, Long::sum);
                budgets.put(entry.row().id(), budget.get());
            }
        }
        micros.forEach((campaign, sum) -> spend(tenant, campaign, sum, budgets.get(campaign)));
    }

    private void spend(
            TenantId tenant, CampaignId campaign, long micros, @org.jspecify.annotations.Nullable SpendBudget budget) {
        long spent = engine.stores().pacing().addSpend(tenant, campaign, micros);
        if (budget != null && spent >= micros(budget.amount())) {
            engine.stops()
                    .pause(
                            tenant,
                            campaign,
                            String.format(
                                    Locale.ROOT,
                                    "The accepted messages are expected to cost %s %s, which reaches the budget of %s. Raise the"
                                            + " spend budget to send the rest.",
                                    BigDecimal.valueOf(spent, MICRO_DIGITS)
                                            .stripTrailingZeros()
                                            .toPlainString(),
                                    budget.currency(),
                                    budget.amount().toPlainString()));
        }
    }

    private static long micros(BigDecimal amount) {
        return amount.movePointRight(MICRO_DIGITS).longValue();
    }
}
