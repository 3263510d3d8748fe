package dev.wakit.inbound;

import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook says about a person. Everything may be absent: since 2026 a person may hide the phone number.
 *
 * <p>Immutable. {@link #toString()} is masked.
 *
 * @since 0.1
 */
public final class Person {

    /** Nothing is known. */
    public static final Person NOBODY = builder().build();

    private final String waId;
    private final @Nullable Bsuid userId;
    private final @Nullable Bsuid parentUserId;
    private final String username;
    private final String name;
    private final String identityHash;

    private Person(Builder builder) {
        this.waId = builder.waId;
        this.userId = builder.userId;
        this.parentUserId = builder.parentUserId;
        this.username = builder.username;
        this.name = builder.name;
        this.identityHash = builder.identityHash;
    }

    /** Starts a person. */
    public static Builder builder() {
        return new Builder();
    }

    /** The phone number or WhatsApp id as the BSP wrote it; empty if it did not. */
    public String waId() {
        return waId;
    }

    /** The phone number, if {@link #waId()} is one. */
    public Optional<PhoneNumber> phone() {
        boolean digits = waId.length() >= 5
                && waId.length() <= 21
                && waId.chars().skip(waId.startsWith("+") ? 1 : 0).allMatch(c -> c >= '0' && c <= '9');
        return digits ? PhoneNumber.tryParse(waId.startsWith("+") ? waId : "+" + waId) : Optional.empty();
    }

    /** The id that is valid for this business portfolio. */
    public Optional<Bsuid> userId() {
        return Optional.ofNullable(userId);
    }

    /** The id that linked portfolios share. */
    public Optional<Bsuid> parentUserId() {
        return Optional.ofNullable(parentUserId);
    }

    /** The username that the person chose; empty if unknown. */
    public String username() {
        return username;
    }

    /** The name that the person, or the business's address book, gives; empty if unknown. */
    public String name() {
        return name;
    }

    /** The hash of the person's security code; empty if identity checks are off. */
    public String identityHash() {
        return identityHash;
    }

    /** The address to answer to: the phone number and the user id, whichever are known; the parent id if there is no other. */
    public Optional<Recipient> recipient() {
        Optional<PhoneNumber> phone = phone();
        Optional<Bsuid> id = userId().or(this::parentUserId);
        if (phone.isPresent() && id.isPresent()) {
            return Optional.of(Recipient.of(phone.get(), id.get()));
        }
        return phone.map(Recipient::of).or(() -> id.map(Recipient::of));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Person that
                && waId.equals(that.waId)
                && Objects.equals(userId, that.userId)
                && Objects.equals(parentUserId, that.parentUserId)
                && username.equals(that.username)
                && name.equals(that.name)
                && identityHash.equals(that.identityHash);
    }

    @Override
    public int hashCode() {
        return Objects.hash(waId, userId, parentUserId, username, name, identityHash);
    }

    @Override
    public String toString() {
        return "Person[" + recipient().map(Recipient::toString).orElse("") + "]";
    }

    /** Collects the parts of a {@link Person}. Not thread-safe. */
    public static final class Builder {

        private String waId = "";
        private @Nullable Bsuid userId;
        private @Nullable Bsuid parentUserId;
        private String username = "";
        private String name = "";
        private String identityHash = "";

        private Builder() {}

        /** The phone number or WhatsApp id as the BSP wrote it. */
        public Builder waId(String waId) {
            this.waId = Objects.requireNonNull(waId, "waId");
            return this;
        }

        /** The id of this business portfolio. */
        public Builder userId(@Nullable Bsuid userId) {
            this.userId = userId;
            return this;
        }

        /** The id that linked portfolios share. */
        public Builder parentUserId(@Nullable Bsuid parentUserId) {
            this.parentUserId = parentUserId;
            return this;
        }

        /** The username. */
        public Builder username(String username) {
            this.username = Objects.requireNonNull(username, "username");
            return this;
        }

        /** The name. */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /** The hash of the security code. */
        public Builder identityHash(String identityHash) {
            this.identityHash = Objects.requireNonNull(identityHash, "identityHash");
            return this;
        }

        /** Builds the person. */
        public Person build() {
            return new Person(this);
        }
    }
}
