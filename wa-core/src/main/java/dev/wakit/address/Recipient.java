package dev.wakit.address;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person to write to, known by phone number, by business-scoped user id, or by both. Immutable.
 *
 * <p>When both are known, WhatsApp uses the phone number. {@code toString} is masked.
 *
 * @since 0.1
 */
public final class Recipient {
    private final @Nullable PhoneNumber phone;
    private final @Nullable Bsuid bsuid;

    private Recipient(@Nullable PhoneNumber phone, @Nullable Bsuid bsuid) {
        this.phone = phone;
        this.bsuid = bsuid;
    }

    /** Returns a recipient known by phone number. */
    public static Recipient of(PhoneNumber phone) {
        return new Recipient(Objects.requireNonNull(phone, "phone"), null);
    }

    /** Returns a recipient known by business-scoped user id alone. */
    public static Recipient of(Bsuid bsuid) {
        return new Recipient(null, Objects.requireNonNull(bsuid, "bsuid"));
    }

    /** Returns a recipient known by both. */
    public static Recipient of(PhoneNumber phone, Bsuid bsuid) {
        return new Recipient(Objects.requireNonNull(phone, "phone"), Objects.requireNonNull(bsuid, "bsuid"));
    }

    /** Returns the phone number, empty when only the business-scoped user id is known. */
    public Optional<PhoneNumber> phone() {
        return Optional.ofNullable(phone);
    }

    /** Returns the business-scoped user id, empty when unknown. */
    public Optional<Bsuid> bsuid() {
        return Optional.ofNullable(bsuid);
    }

    /** Returns the country, told from the phone number if known, else from the business-scoped user id. */
    public Region region() {
        return phone != null ? phone.region() : bsuidOnly().region();
    }

    /**
     * Returns the string that identifies the person when duplicates are removed: the E.164 number if known, else
     * {@code bsuid:} and the id. It is personal data; do not log it.
     */
    public String key() {
        return phone != null ? phone.e164() : key(bsuidOnly());
    }

    /**
     * Returns every string that identifies the person: {@link #key()} first, and {@code bsuid:} and the id behind it when both are
     * known. A wish under one of them is the wish of the person. Personal data; do not log them.
     */
    public List<String> keys() {
        return phone != null && bsuid != null ? List.of(key(), key(bsuid)) : List.of(key());
    }

    private static String key(Bsuid bsuid) {
        return "bsuid:" + bsuid.value();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Recipient that
                && Objects.equals(phone, that.phone)
                && Objects.equals(bsuid, that.bsuid);
    }

    @Override
    public int hashCode() {
        return Objects.hash(phone, bsuid);
    }

    @Override
    public String toString() {
        return phone != null ? phone.masked() : bsuidOnly().masked();
    }

    private Bsuid bsuidOnly() {
        return Objects.requireNonNull(bsuid, "bsuid");
    }
}
