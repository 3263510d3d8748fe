package dev.wakit.campaign.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Objects;
import java.util.Optional;

/**
 * When something comes back: a cron expression by the wall clock of a zone.
 *
 * <p>A time that a change of the clocks leaves out comes at the moment of the change, and a time that comes twice counts the first
 * time only. So "02:30 every day" has exactly one run a day, and an hourly expression has none in the repeated hour. Immutable.
 *
 * @since 0.1
 */
public final class Recurrence {

    private final String cron;
    private final ZoneId zone;
    private final ExecutionTime times;

    private Recurrence(String cron, ZoneId zone, ExecutionTime times) {
        this.cron = cron;
        this.zone = zone;
        this.times = times;
    }

    /**
     * By a cron expression of five fields: minute, hour, day of month, month, day of week, as in {@code "0 9 * * MON"}.
     *
     * @throws IllegalArgumentException if the expression cannot be read, or never comes
     */
    public static Recurrence cron(String cron, ZoneId zone) {
        Objects.requireNonNull(zone, "zone");
        try {
            Cron parsed = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(cron);
            var recurrence = new Recurrence(cron.strip(), zone, ExecutionTime.forCron(parsed));
            if (recurrence.next(Instant.EPOCH).isEmpty()) {
                throw new IllegalArgumentException("it never comes");
            }
            return recurrence;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The cron expression '" + cron + "' cannot be used: " + e.getMessage()
                            + ". Write minute, hour, day of month, month, day of week, such as \"0 9 * * MON\".",
                    e);
        }
    }

    /** The expression. */
    public String cron() {
        return cron;
    }

    /** The zone of its wall clock. */
    public ZoneId zone() {
        return zone;
    }

    /** The first time after this one; empty if there is none. */
    public Optional<Instant> next(Instant after) {
        LocalDateTime local = LocalDateTime.ofInstant(after, zone);
        while (true) {
            // On a clock that never changes, so that the changes are dealt with here and in one way.
            Optional<ZonedDateTime> next = times.nextExecution(local.atZone(ZoneOffset.UTC));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            local = next.get().toLocalDateTime();
            Instant at = instant(local);
            if (at.isAfter(after)) {
                return Optional.of(at);
            }
        }
    }

    private Instant instant(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recurrence that && cron.equals(that.cron) && zone.equals(that.zone);
    }

    @Override
    public int hashCode() {
        return Objects.hash(cron, zone);
    }

    @Override
    public String toString() {
        return cron + " in " + zone;
    }
}
