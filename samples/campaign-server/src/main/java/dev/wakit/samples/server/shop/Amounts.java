package dev.wakit.samples.server.shop;

import dev.wakit.catalog.money.Money;
import dev.wakit.samples.server.campaign.Asked;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Reads amounts of money, which requests write as texts so that no digit is lost. */
final class Amounts {

    private Amounts() {}

    static Money read(@Nullable String text, String field, Currency currency) {
        String amount = Asked.required(text, field);
        return Asked.checked(field, () -> Money.of(amount, currency.getCurrencyCode()));
    }
}
