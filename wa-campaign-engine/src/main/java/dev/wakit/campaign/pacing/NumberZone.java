package dev.wakit.campaign.pacing;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.wakit.address.PhoneNumber;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/**
 * The zones in which the owner of a phone number may be, by its prefix. Immutable.
 *
 * <p>A prefix tells where a number was given out, not where the person is now.
 *
 * @param zones the zones of the prefix, in the order of names; none if it tells nothing
 * @param confidence how much that says
 * @since 0.1
 */
public record NumberZone(List<ZoneId> zones, Confidence confidence) {

    private static final PhoneNumberToTimeZonesMapper ZONES = PhoneNumberToTimeZonesMapper.getInstance();

    /** How much a number's prefix tells about the zone. */
    public enum Confidence {
        /** All numbers of the prefix are in one zone. */
        SURE,
        /** Numbers of the prefix are in several zones. */
        AMBIGUOUS,
        /** The prefix tells nothing, as for satellite phones. */
        UNKNOWN
    }

    /** Copies the zones. */
    public NumberZone {
        zones = List.copyOf(zones);
    }

    /** The zones of a number. */
    public static NumberZone of(PhoneNumber number) {
        List<ZoneId> zones = names(number).stream()
                .filter(name -> !name.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
                .flatMap(name -> zone(name).stream())
                .distinct()
                .sorted((one, other) -> one.getId().compareTo(other.getId()))
                .toList();
        return new NumberZone(
                zones,
                zones.isEmpty() ? Confidence.UNKNOWN : zones.size() == 1 ? Confidence.SURE : Confidence.AMBIGUOUS);
    }

    private static List<String> names(PhoneNumber number) {
        try {
            return ZONES.getTimeZonesForNumber(PhoneNumberUtil.getInstance().parse(number.e164(), null));
        } catch (NumberParseException e) {
            return List.of();
        }
    }

    private static List<ZoneId> zone(String name) {
        try {
            return List.of(ZoneId.of(name));
        } catch (DateTimeException unknownToThisJdk) {
            return List.of();
        }
    }
}
