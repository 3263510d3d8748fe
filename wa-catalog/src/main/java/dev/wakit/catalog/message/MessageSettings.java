package dev.wakit.catalog.message;

import dev.wakit.catalog.payment.PaymentTerms;
import dev.wakit.provider.ProviderId;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What customers are told. Immutable; each setter returns new settings.
 *
 * @param kinds which changes of orders are told
 * @param margin how long WhatsApp's window of 24 hours must still be open for something else than a template; less than 24 hours
 * @param provider the provider that sends; empty for the only one
 * @param payments how orders are paid inside WhatsApp; empty where they are not
 * @param remindAfter after which time the customer is reminded of what; nothing is reminded of that is not named
 * @param remindAgain how long after the first reminder the second one comes
 * @param mostReminders how often at most, 1 or 2
 * @param remindWithin of what is older nobody is reminded
 * @since 0.1
 */
public record MessageSettings(
        Set<ShopMessageKind> kinds,
        Duration margin,
        Optional<ProviderId> provider,
        Optional<PaymentTerms> payments,
        Map<MessageSubject, Duration> remindAfter,
        Duration remindAgain,
        int mostReminders,
        Duration remindWithin) {

    private static final Set<ShopMessageKind> ON_DEMAND =
            Collections.unmodifiableSet(EnumSet.of(ShopMessageKind.PAYMENT_REQUEST, ShopMessageKind.REMINDER));

    /** Nobody is told anything. */
    public static final MessageSettings NONE = new MessageSettings(
            Set.of(),
            Duration.ofMinutes(30),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Duration.ofHours(24),
            2,
            Duration.ofDays(7));

    /** Told are confirmation, shipments, calling off, completion and the return of what was paid. */
    public static final MessageSettings DEFAULT = NONE.kinds(EnumSet.of(
            ShopMessageKind.CONFIRMED,
            ShopMessageKind.SHIPPED,
            ShopMessageKind.PIECES_CANCELLED,
            ShopMessageKind.RETURNED,
            ShopMessageKind.COMPLETED,
            ShopMessageKind.CANCELLED,
            ShopMessageKind.REFUNDED));

    /** Checks the values. */
    public MessageSettings {
        kinds = Set.copyOf(kinds);
        remindAfter = Map.copyOf(remindAfter);
        if (kinds.stream().anyMatch(ON_DEMAND::contains)) {
            throw new IllegalArgumentException(
                    ON_DEMAND + " tell no change of an order. Use requestPayment(…) and remind(…).");
        }
        if (margin.isNegative() || margin.compareTo(Duration.ofHours(24)) >= 0) {
            throw new IllegalArgumentException("A margin of " + margin + " is not possible. Use 0 to 24 hours.");
        }
        if (mostReminders < 1 || mostReminders > 2) {
            throw new IllegalArgumentException(mostReminders + " reminders are not possible. Use 1 or 2.");
        }
        remindAfter.forEach((subject, after) -> {
            if (after.isNegative() || after.isZero()) {
                throw new IllegalArgumentException(
                        "Nobody is reminded of " + subject + " after " + after + ". Use more.");
            }
        });
        if (remindAgain.isNegative() || remindAgain.isZero()) {
            throw new IllegalArgumentException("Nobody is reminded again after " + remindAgain + ". Use more.");
        }
    }

    /** With these changes of orders told. */
    public MessageSettings kinds(Set<ShopMessageKind> told) {
        return new MessageSettings(
                told, margin, provider, payments, remindAfter, remindAgain, mostReminders, remindWithin);
    }

    /** With another margin. */
    public MessageSettings margin(Duration open) {
        return new MessageSettings(
                kinds, open, provider, payments, remindAfter, remindAgain, mostReminders, remindWithin);
    }

    /** Sent by this provider. */
    public MessageSettings provider(ProviderId sending) {
        return new MessageSettings(
                kinds, margin, Optional.of(sending), payments, remindAfter, remindAgain, mostReminders, remindWithin);
    }

    /** With payments inside WhatsApp, which are off otherwise. */
    public MessageSettings payments(PaymentTerms terms) {
        return new MessageSettings(
                kinds, margin, provider, Optional.of(terms), remindAfter, remindAgain, mostReminders, remindWithin);
    }

    /** With reminders of carts that nobody touched, orders that are unpaid or enquiries without an order for so long. */
    public MessageSettings remind(MessageSubject subject, Duration after) {
        var all = new HashMap<>(remindAfter);
        all.put(subject, after);
        return new MessageSettings(kinds, margin, provider, payments, all, remindAgain, mostReminders, remindWithin);
    }

    /** With other limits of reminders. */
    public MessageSettings reminders(int most, Duration again, Duration within) {
        return new MessageSettings(kinds, margin, provider, payments, remindAfter, again, most, within);
    }

    /** Whether customers are told anything. */
    public boolean isOff() {
        return kinds.isEmpty() && remindAfter.isEmpty() && payments.isEmpty();
    }
}
