package dev.wakit.catalog.store;

import dev.wakit.catalog.message.MessageSubject;
import java.time.Instant;

/**
 * What customers are reminded of: carts that may still become an order, open orders of which nothing is paid, enquiries. Only those
 * of a known person, with fewer than {@code most} reminders, none of them left out. Immutable.
 *
 * @param subject of what
 * @param until only what was last touched, placed or asked at this time or before
 * @param since only what was last touched, placed or asked after this time
 * @param lastUntil only what has no reminder that was planned after this time
 * @param most how many reminders there may be
 * @param limit at most so many
 * @since 0.1
 */
public record ReminderQuery(
        MessageSubject subject, Instant until, Instant since, Instant lastUntil, int most, int limit) {}
