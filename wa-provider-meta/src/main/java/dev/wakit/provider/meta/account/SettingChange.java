package dev.wakit.provider.meta.account;

import dev.wakit.internal.Check;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A change of one setting of a number. Immutable.
 *
 * @since 0.1
 */
public sealed interface SettingChange {

    /** Lets people call, or not. */
    static SettingChange calling(boolean enabled) {
        return new Calling(enabled, Optional.empty());
    }

    /** Lets people call, or not, and shows the icon for it, or not. */
    static SettingChange calling(boolean enabled, boolean iconVisible) {
        return new Calling(enabled, Optional.of(iconVisible));
    }

    /** Checks, or not, that a person still has the identity that a message is meant for. */
    static SettingChange identityCheck(boolean enabled) {
        return new IdentityCheck(enabled);
    }

    /** Stores messages in one country, named by two letters. */
    static SettingChange storedIn(String region) {
        return new Storage(Optional.of(region));
    }

    /** Stores messages wherever Meta does by default. */
    static SettingChange storedAnywhere() {
        return new Storage(Optional.empty());
    }

    /**
     * Whether people can call.
     *
     * @param enabled whether they can
     * @param iconVisible whether they see the icon; empty to leave that as it is
     * @since 0.1
     */
    record Calling(boolean enabled, Optional<Boolean> iconVisible) implements SettingChange {}

    /**
     * Whether the identity of people is checked.
     *
     * @param enabled whether it is
     * @since 0.1
     */
    record IdentityCheck(boolean enabled) implements SettingChange {}

    /**
     * Where messages are stored.
     *
     * @param region two letters of a country; empty for Meta's default
     * @since 0.1
     */
    record Storage(Optional<String> region) implements SettingChange {

        private static final Pattern REGION = Pattern.compile("[A-Z]{2}");

        /** Checks the region. */
        public Storage {
            region.ifPresent(it -> Check.matches("storage.region", it, REGION, "be two capital letters, such as DE"));
        }
    }
}
