package dev.wakit.catalog.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final int ORDERS = Integer.getInteger("wakit.money", 20_000);

    @ParameterizedTest
    @CsvSource({
        "10.5,   USD, 1050,  10.50 USD",
        "0.01,   EUR, 1,     0.01 EUR",
        "1200,   JPY, 1200,  1200 JPY",
        "1200.0, KRW, 1200,  1200 KRW",
        "1.5,    KWD, 1500,  1.500 KWD",
        "0.001,  BHD, 1,     0.001 BHD",
        "-3.2,   INR, -320,  -3.20 INR"
    })
    void isExactInTheSmallestUnitOfItsCurrency(String amount, String currency, long minor, String text) {
        Money money = Money.of(amount, currency);

        assertThat(money.minor()).isEqualTo(minor);
        assertThat(money).hasToString(text);
        assertThat(Money.of(money.amount(), money.currency())).isEqualTo(money);
    }

    @ParameterizedTest
    @CsvSource({"10.005,USD,has 2", "1.5,JPY,has 0", "0.0001,KWD,has 3"})
    void refusesMoreDecimalsThanTheCurrencyHas(String amount, String currency, String decimals) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of(amount, currency))
                .withMessageContaining(amount)
                .withMessageContaining(decimals)
                .withMessageContaining("Round it first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XAU"})
    void refusesCurrenciesThatNobodyPaysWith(String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.ofMinor(1, currency));
    }

    @Test
    void neverWrapsAround() {
        Money most = Money.ofMinor(Long.MAX_VALUE, "USD");

        assertThatThrownBy(() -> most.plus(Money.ofMinor(1, "USD"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(new BigDecimal("1.1"), Rounding.HALF_UP))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofMinor(Long.MIN_VALUE, "USD").negated())
                .isInstanceOf(ArithmeticException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("92233720368547758.08", "USD"));
    }

    @Test
    void doesNotMixCurrencies() {
        Money dollars = Money.of("1", "USD");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> dollars.plus(Money.of("1", "EUR")))
                .withMessageContaining("USD and EUR");
        assertThatIllegalArgumentException().isThrownBy(() -> dollars.compareTo(Money.of("1", "EUR")));
    }

    @ParameterizedTest
    @CsvSource({"1.25, 0.1, 0.13, 0.12", "1.35, 0.1, 0.14, 0.14", "-1.25, 0.1, -0.13, -0.12"})
    void roundsHalvesAsItWasTold(String amount, BigDecimal factor, String up, String even) {
        Money money = Money.of(amount, "USD");

        assertThat(money.times(factor, Rounding.HALF_UP)).isEqualTo(Money.of(up, "USD"));
        assertThat(money.times(factor, Rounding.HALF_EVEN)).isEqualTo(Money.of(even, "USD"));
    }

    @ParameterizedTest
    @CsvSource({"118.00,INR,0.18,18.00", "100.00,INR,0.18,15.25", "1080,JPY,0.08,80", "1.050,KWD,0.05,0.050"})
    void findsTheTaxInsideAnAmount(String gross, String currency, BigDecimal rate, String tax) {
        assertThat(Money.of(gross, currency).taxWithin(rate, Rounding.HALF_UP)).isEqualTo(Money.of(tax, currency));
    }

    @Test
    void givesTheRestToTheLargestRemainders() {
        assertThat(Money.of("1.00", "USD").shares(List.of(1L, 1L, 1L)))
                .extracting(Money::minor)
                .containsExactly(34L, 33L, 33L);
        assertThat(Money.of("0.05", "USD").shares(List.of(10L, 0L, 30L)))
                .extracting(Money::minor)
                .containsExactly(1L, 0L, 4L);
    }

    @Test
    void neverLosesAUnitInShares() {
        List<String> currencies =
                List.of("USD", "EUR", "INR", "BRL", "SGD", "JPY", "KRW", "CLP", "KWD", "BHD", "TND", "OMR");
        var random = new Random(7);
        for (int order = 0; order < ORDERS; order++) {
            Currency currency = Currency.getInstance(currencies.get(order % currencies.size()));
            var lines = new ArrayList<Long>();
            for (int line = 0; line < 1 + random.nextInt(20); line++) {
                lines.add(Math.multiplyExact(1L + random.nextInt(1_000_000), 1 + random.nextInt(99)));
            }
            Money items = new Money(lines.stream().mapToLong(Long::longValue).sum(), currency);
            Money discount = new Money(random.nextLong(items.minor() + 1), currency);

            List<Money> shares = discount.shares(lines);

            assertThat(Money.sum(currency, shares)).as("order %d", order).isEqualTo(discount);
            for (int line = 0; line < lines.size(); line++) {
                assertThat(shares.get(line).minor()).as("order %d", order).isBetween(0L, lines.get(line));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"10.00 USD,10.00,USD", "1200 JPY,1200,JPY", "' 1.5  kwd ',1.500,KWD", "7 EUR,7.00,EUR"})
    void readsPricesOfFeeds(String text, String amount, String currency) {
        assertThat(PriceText.parse(text)).isEqualTo(Money.of(amount, currency));
        assertThat(PriceText.parse(PriceText.format(PriceText.parse(text)))).isEqualTo(PriceText.parse(text));
    }

    @Test
    void readsAPriceWithoutItsCurrencyWhereOneIsKnown() {
        assertThat(PriceText.parse("9.90", Currency.getInstance("EUR"))).isEqualTo(Money.of("9.90", "EUR"));
        assertThat(PriceText.parse("9.90 USD", Currency.getInstance("EUR"))).isEqualTo(Money.of("9.90", "USD"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|A price is missing",
                "-1.00 USD|not negative",
                "1.000,50 USD|no comma",
                "10,00 USD|no comma",
                "10.00|The currency is missing",
                "$10.00|Write it as 10.00 USD",
                "10.00 DOLLARS|Write it as 10.00 USD",
                "10.00 ZZZ|no currency",
                "10.005 USD|more decimals",
                "1.5 JPY|more decimals",
                "NaN USD|Write it as 10.00 USD",
                "1e3 USD|Write it as 10.00 USD"
            })
    void saysWhatIsWrongWithAPrice(String text, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceText.parse(text))
                .withMessageContaining(problem);
    }
}
