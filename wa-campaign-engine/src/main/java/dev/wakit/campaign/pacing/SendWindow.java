package dev.wakit.campaign.pacing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The hours and weekdays at which messages may go out, in one zone or in the zone of each recipient. Immutable.
 *
 * <pre>{@code
 * SendWindow.between("09:00", "21:00").on(MONDAY, FRIDAY).inZone("Europe/Berlin")
 * SendWindow.between("09:00", "21:00").inRecipientZone("Asia/Kolkata")
 * }</pre>
 *
 * <p>A window may span midnight; it then belongs to the day on which it opens. When clocks change, it opens at the first moment
 * that exists and closes at the first moment of the closing time; of an opening time that comes twice the second counts. So a
 * message is never sent at an hour outside the window, whichever way the clock is read.
 *
 * @since 0.1
 */
public final class SendWindow {

    private static final int DAYS_AHEAD = 15;
    private static final int MEETINGS = 100;

    private final LocalTime from;
    private final LocalTime to;
    private final Set<DayOfWeek> days;
    private final ZoneId zone;
    private final boolean recipientZone;

    private SendWindow(Hours hours, ZoneId zone, boolean recipientZone) {
        this.from = hours.from;
        this.to = hours.to;
        this.days = Set.copyOf(hours.days);
        this.zone = zone;
        this.recipientZone = recipientZone;
    }

    /**
     * Starts a window of these local times, such as {@code 09:00} and {@code 21:00}.
     *
     * @throws java.time.format.DateTimeParseException if a text is not a time
     * @throws IllegalArgumentException if they are the same
     */
    public static Hours between(String from, String to) {
        return between(LocalTime.parse(from), LocalTime.parse(to));
    }

    /** Starts a window of these local times. */
    public static Hours between(LocalTime from, LocalTime to) {
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "A window from " + from + " to " + to + " is empty. Leave the window out to send at any time.");
        }
        return new Hours(from, to, EnumSet.allOf(DayOfWeek.class));
    }

    /** When it opens. */
    public LocalTime from() {
        return from;
    }

    /** When it closes. */
    public LocalTime to() {
        return to;
    }

    /** On which days it opens. */
    public Set<DayOfWeek> days() {
        return days;
    }

    /** The zone of everybody, or of those whose own zone is not known. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether the zone of each recipient counts. */
    public boolean inRecipientZone() {
        return recipientZone;
    }

    /** Whether it is open in all of these zones; in {@link #zone()} if there are none. */
    public boolean isOpen(Collection<ZoneId> zones, Instant at) {
        return zones.isEmpty() ? isOpen(zone, at) : zones.stream().allMatch(each -> isOpen(each, at));
    }

    private boolean isOpen(ZoneId each, Instant at) {
        LocalDate today = at.atZone(each).toLocalDate();
        return isOpen(today.minusDays(1), each, at) || isOpen(today, each, at);
    }

    private boolean isOpen(LocalDate day, ZoneId each, Instant at) {
        return days.contains(day.getDayOfWeek()) && !at.isBefore(opening(day, each)) && at.isBefore(closing(day, each));
    }

    /** The first moment from this time on at which it is open in all of these zones; empty if there is none within two weeks. */
    public Optional<Instant> nextOpen(Collection<ZoneId> zones, Instant at) {
        List<ZoneId> all = zones.isEmpty() ? List.of(zone) : List.copyOf(zones);
        Instant candidate = at;
        for (int i = 0; i < MEETINGS; i++) {
            Instant latest = candidate;
            for (ZoneId each : all) {
                Optional<Instant> open = nextOpen(each, latest);
                if (open.isEmpty()) {
                    return Optional.empty();
                }
                latest = open.get();
            }
            if (latest.equals(candidate)) {
                return Optional.of(latest);
            }
            candidate = latest;
        }
        return Optional.empty();
    }

    private Optional<Instant> nextOpen(ZoneId each, Instant at) {
        if (isOpen(each, at)) {
            return Optional.of(at);
        }
        LocalDate today = at.atZone(each).toLocalDate();
        for (int i = 0; i <= DAYS_AHEAD; i++) {
            LocalDate day = today.plusDays(i);
            Instant opening = opening(day, each);
            if (days.contains(day.getDayOfWeek()) && !opening.isBefore(at) && opening.isBefore(closing(day, each))) {
                return Optional.of(opening);
            }
        }
        return Optional.empty();
    }

    private Instant opening(LocalDate day, ZoneId each) {
        LocalDateTime local = day.atTime(from);
        ZoneOffsetTransition change = each.getRules().getTransition(local);
        if (change == null) {
            return local.atZone(each).toInstant();
        }
        return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetAfter());
    }

    private Instant closing(LocalDate day, ZoneId each) {
        LocalDateTime local = (to.isAfter(from) ? day : day.plusDays(1)).atTime(to);
        ZoneOffsetTransition change = each.getRules().getTransition(local);
        if (change == null) {
            return local.atZone(each).toInstant();
        }
        return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetBefore());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SendWindow that
                && from.equals(that.from)
                && to.equals(that.to)
                && days.equals(that.days)
                && zone.equals(that.zone)
                && recipientZone == that.recipientZone;
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(from, to, days, zone, recipientZone);
    }

    @Override
    public String toString() {
        return from + " to " + to + (recipientZone ? " where the recipient is, else " : " ") + zone;
    }

    /** A window whose zone is not chosen yet. Immutable. */
    public static final class Hours {

        private final LocalTime from;
        private final LocalTime to;
        private final Set<DayOfWeek> days;

        private Hours(LocalTime from, LocalTime to, Set<DayOfWeek> days) {
            this.from = from;
            this.to = to;
            this.days = days;
        }

        /** Only on these days; at least one. */
        public Hours on(DayOfWeek... only) {
            return on(List.of(only));
        }

        /** Only on these days; at least one. */
        public Hours on(Collection<DayOfWeek> only) {
            if (only.isEmpty()) {
                throw new IllegalArgumentException("A window without a day never opens. Name at least one day.");
            }
            return new Hours(from, to, EnumSet.copyOf(only));
        }

        /** In this zone for everybody. */
        public SendWindow inZone(ZoneId zone) {
            return new SendWindow(this, zone, false);
        }

        /** In this zone for everybody, such as {@code Europe/Berlin}. */
        public SendWindow inZone(String zone) {
            return inZone(ZoneId.of(zone));
        }

        /** In each recipient's own zone. */
        public SendWindow inRecipientZone(ZoneId otherwise) {
            return new SendWindow(this, otherwise, true);
        }

        /**
         * In each recipient's own zone: the audience's column {@code time_zone}, else what the phone number tells.
         *
         * @param otherwise the zone of those whose own cannot be told
         */
        public SendWindow inRecipientZone(String otherwise) {
            return inRecipientZone(ZoneId.of(otherwise));
        }
    }
}
