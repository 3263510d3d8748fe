package dev.wakit.campaign.audience;

import dev.wakit.address.Recipient;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One person of an audience: an address, a name and the values of the content's placeholders.
 *
 * <p>The phone number may be in any notation; it is normalised with the campaign's default region when the campaign is planned.
 * Immutable. {@link #toString()} reveals nothing.
 *
 * @since 0.1
 */
public final class AudienceMember {

    /** The value, or the column of a file, that names a person's zone, such as {@code Europe/Berlin}. */
    public static final String ZONE_VARIABLE = "time_zone";

    private final String phone;
    private final String bsuid;
    private final String name;
    private final Map<String, String> variables;

    private AudienceMember(String phone, String bsuid, String name, Map<String, String> variables) {
        this.phone = phone;
        this.bsuid = bsuid;
        this.name = name;
        this.variables = Map.copyOf(variables);
    }

    /** A person by phone number in any notation. */
    public static AudienceMember of(String phone) {
        return new AudienceMember(phone, "", "", Map.of());
    }

    /** A person by address. */
    public static AudienceMember of(Recipient recipient) {
        return new AudienceMember(
                recipient.phone().map(phone -> phone.e164()).orElse(""),
                recipient.bsuid().map(bsuid -> bsuid.value()).orElse(""),
                "",
                Map.of());
    }

    /** The same person with a name, which also fills {@code {{name}}}. */
    public AudienceMember named(String newName) {
        return new AudienceMember(phone, bsuid, newName, variables);
    }

    /** The same person with one more value. */
    public AudienceMember with(String variable, String value) {
        var more = new LinkedHashMap<>(variables);
        more.put(variable, value);
        return new AudienceMember(phone, bsuid, name, more);
    }

    /** The same person with the zone in which sending windows count: the value {@value #ZONE_VARIABLE}. */
    public AudienceMember inZone(ZoneId zone) {
        return with(ZONE_VARIABLE, zone.getId());
    }

    /** The phone number as given; empty for none. */
    public String phone() {
        return phone;
    }

    /** The business-scoped user id; empty for none. */
    public String bsuid() {
        return bsuid;
    }

    /** The name; empty for none. */
    public String name() {
        return name;
    }

    /** The values. */
    public Map<String, String> variables() {
        return variables;
    }

    @Override
    public String toString() {
        return "AudienceMember[" + variables.size() + " values]";
    }
}
