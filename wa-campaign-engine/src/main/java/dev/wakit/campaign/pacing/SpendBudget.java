package dev.wakit.campaign.pacing;

import java.math.BigDecimal;

/**
 * What a campaign may cost: it is paused when the expected cost of its accepted messages reaches this. Immutable.
 *
 * <p>Expected, because the BSP bills what it delivers; the engine counts what it accepted at the prices of the {@link PriceList}.
 * Messages that are on their way at that moment still go out.
 *
 * @param amount how much, above zero
 * @param currency the ISO 4217 code, the same as the price list's
 * @since 0.1
 */
public record SpendBudget(BigDecimal amount, String currency) {

    /** Checks the amount. */
    public SpendBudget {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("A budget of " + amount + " is not possible. Use an amount above zero.");
        }
        currency = PriceList.checkCurrency(currency);
    }
}
