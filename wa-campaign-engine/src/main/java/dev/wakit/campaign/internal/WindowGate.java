package dev.wakit.campaign.internal;

import dev.wakit.address.PhoneNumber;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.campaign.pacing.NumberZone;
import dev.wakit.campaign.pacing.SendWindow;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sending window over the zones as deliveries keep them. */
final class WindowGate {

    /** Of more zones the hours that they share are few: the fallback zone is the better guess. */
    private static final int MAX_ZONES = 12;

    /** What a key of every database holds. */
    private static final int MAX_LENGTH = 400;

    private WindowGate() {}

    /** Whether a delivery with these zones may go. */
    static boolean isOpen(Optional<SendWindow> window, String zone, Instant at) {
        return window.isEmpty() || window.get().isOpen(zones(window.get(), zone), at);
    }

    /** When it opens for these zones. */
    static Optional<Instant> nextOpen(SendWindow window, String zone, Instant at) {
        return window.nextOpen(zones(window, zone), at);
    }

    /** When it opens for a person of whom only the number is known; at once if it never does. */
    static Instant opensAt(SendWindow window, Optional<PhoneNumber> phone, Instant now) {
        return nextOpen(window, zoneFor(window, "", phone, now), now).orElse(now);
    }

    /** What a closed window holds where its own zone counts. */
    static Optional<Hold> hold(Optional<SendWindow> window, Instant at) {
        if (isOpen(window, "", at)) {
            return Optional.empty();
        }
        Hold hold = Hold.of(HoldLayer.WINDOW, "The window " + window.orElseThrow() + " is closed");
        return Optional.of(
                nextOpen(window.orElseThrow(), "", at).map(hold::until).orElse(hold));
    }

    private static List<ZoneId> zones(SendWindow window, String zone) {
        if (!window.inRecipientZone() || zone.isEmpty()) {
            return List.of();
        }
        var zones = new ArrayList<ZoneId>();
        for (String name : zone.split(",")) {
            zones.add(ZoneId.of(name));
        }
        return zones;
    }

    /**
     * The zones to keep with a delivery: the one that the audience names, else those of the number's prefix. Empty, for the
     * window's own zone, when that is not known, or when the window is never open in all of them at once.
     */
    static String zoneFor(SendWindow window, String named, Optional<PhoneNumber> phone, Instant now) {
        if (!window.inRecipientZone()) {
            return "";
        }
        List<ZoneId> zones = named(named);
        if (zones.isEmpty()) {
            zones = phone.map(number -> NumberZone.of(number).zones()).orElse(List.of());
        }
        boolean isUsable = !zones.isEmpty()
                && zones.size() <= MAX_ZONES
                && window.nextOpen(zones, now).isPresent();
        String joined = String.join(",", zones.stream().map(ZoneId::getId).toList());
        return isUsable && joined.length() <= MAX_LENGTH ? joined : "";
    }

    private static List<ZoneId> named(String name) {
        try {
            return name.isBlank() ? List.of() : List.of(ZoneId.of(name.strip()));
        } catch (DateTimeException notAZone) {
            return List.of();
        }
    }
}
