package dev.wakit.provider.meta.account;

import dev.wakit.internal.Check;
import dev.wakit.provider.meta.media.HeaderHandle;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A change of a business profile: what is not set stays as it is. Immutable.
 *
 * @since 0.1
 */
public final class ProfileChange {

    private final Map<String, Object> fields;

    private ProfileChange(Builder builder) {
        this.fields = Map.copyOf(builder.fields);
        Check.that(!fields.isEmpty(), "profile", "changes nothing. Set at least one field.");
    }

    /** Returns a builder of a change. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the fields that change, by Meta's names. */
    public Map<String, Object> fields() {
        return fields;
    }

    /** Collects what changes; each setter checks its limit. Not thread-safe. */
    public static final class Builder {

        private static final int MAX_ABOUT = 139;
        private static final int MAX_ADDRESS = 256;
        private static final int MAX_DESCRIPTION = 512;
        private static final int MAX_EMAIL = 128;
        private static final int MAX_WEBSITE = 256;
        private static final int MAX_WEBSITES = 2;
        private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

        private final Map<String, Object> fields = new LinkedHashMap<>();

        private Builder() {}

        /** Sets the line below the name, 1 to 139 characters. */
        public Builder about(String about) {
            return put("about", Check.text("profile.about", about, MAX_ABOUT));
        }

        /** Sets the postal address, at most 256 characters. */
        public Builder address(String address) {
            return put("address", Check.text("profile.address", address, MAX_ADDRESS));
        }

        /** Sets what the business does, at most 512 characters. */
        public Builder description(String description) {
            return put("description", Check.text("profile.description", description, MAX_DESCRIPTION));
        }

        /** Sets how to write to it, at most 128 characters. */
        public Builder email(String email) {
            Check.text("profile.email", email, MAX_EMAIL);
            return put("email", Check.matches("profile.email", email, EMAIL, "have the form name@host"));
        }

        /** Sets its picture, which was uploaded with {@code MetaProvider.headerUploads()}. */
        public Builder picture(HeaderHandle handle) {
            return put("profile_picture_handle", handle.value());
        }

        /** Sets its websites, at most two of at most 256 characters each. */
        public Builder websites(List<URI> websites) {
            List<URI> checked = Check.size("profile.websites", websites, 0, MAX_WEBSITES);
            checked.forEach(url -> Check.text(
                    "profile.websites", Check.url("profile.websites", url).toString(), MAX_WEBSITE));
            return put("websites", checked.stream().map(URI::toString).toList());
        }

        /** Sets what kind of business it is. */
        public Builder vertical(Vertical vertical) {
            return put("vertical", vertical.name());
        }

        /**
         * Returns the change.
         *
         * @throws dev.wakit.InvalidMessageException if nothing is set
         */
        public ProfileChange build() {
            return new ProfileChange(this);
        }

        private Builder put(String name, Object value) {
            fields.put(name, value);
            return this;
        }
    }
}
