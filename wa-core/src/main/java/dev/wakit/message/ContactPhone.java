package dev.wakit.message;

import dev.wakit.address.PhoneNumber;
import dev.wakit.internal.Check;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number on a contact card. Immutable.
 *
 * <p>Without a WhatsApp id the card offers to invite the person instead of a chat.
 *
 * @since 0.1
 */
public final class ContactPhone {
    private final String phone;
    private final @Nullable String type;
    private final @Nullable String waId;

    private ContactPhone(Builder builder) {
        this.phone = Check.present("contact.phone", builder.phone);
        this.type = Check.optional("contact.type", builder.type);
        this.waId = Check.optional("contact.wa_id", builder.waId);
    }

    /** Returns a {@code ContactPhone} with just the number as it is shown. */
    public static ContactPhone of(String phone) {
        return builder(phone).build();
    }

    /** Returns a builder that begins with the number as it is shown. */
    public static Builder builder(String phone) {
        return new Builder(phone);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(phone);
        builder.type = type;
        builder.waId = waId;
        return builder;
    }

    /** Returns the number as it is shown. */
    public String phone() {
        return phone;
    }

    /** Returns the label, such as Mobile, if any. */
    public Optional<String> type() {
        return Optional.ofNullable(type);
    }

    /** Returns the WhatsApp id: the international number, digits only, if any. */
    public Optional<String> waId() {
        return Optional.ofNullable(waId);
    }

    /** Returns a number that opens a chat when it is tapped. */
    public static ContactPhone of(PhoneNumber phone) {
        return builder(phone.e164()).waId(phone.digits()).build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactPhone that
                && phone.equals(that.phone)
                && Objects.equals(type, that.type)
                && Objects.equals(waId, that.waId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(phone, type, waId);
    }

    @Override
    public String toString() {
        return "ContactPhone[…]";
    }

    /**
     * Builds a {@link ContactPhone}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String phone;
        private @Nullable String type;
        private @Nullable String waId;

        private Builder(String phone) {
            this.phone = phone;
        }

        /** Sets the label, such as Mobile. */
        public Builder type(String type) {
            this.type = Objects.requireNonNull(type, "type");
            return this;
        }

        /** Sets the WhatsApp id: the international number, digits only. */
        public Builder waId(String waId) {
            this.waId = Objects.requireNonNull(waId, "waId");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public ContactPhone build() {
            return new ContactPhone(this);
        }
    }
}
