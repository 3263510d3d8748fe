package dev.wakit.media;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A file as the provider keeps it: uploaded by the business, or sent by a person. Immutable.
 *
 * <p>{@code toString} does not show the address, because it may carry a signature.
 *
 * @since 0.1
 */
public final class StoredMedia {

    private final MediaId id;
    private final MediaType type;
    private final URI url;
    private final long length;
    private final @Nullable String sha256;

    private StoredMedia(Builder builder) {
        this.id = builder.id;
        this.type = builder.type;
        this.url = builder.url;
        this.length = builder.length;
        this.sha256 = builder.sha256;
    }

    /** Returns a builder of what is always known. */
    public static Builder builder(MediaId id, MediaType type, URI url) {
        return new Builder(id, type, url);
    }

    /** Returns the id, by which it is sent and downloaded. */
    public MediaId id() {
        return id;
    }

    /** Returns its type. */
    public MediaType type() {
        return type;
    }

    /** Returns where it can be fetched for a short time, with the provider's credentials. */
    public URI url() {
        return url;
    }

    /** Returns how many bytes it has, if the provider says so. */
    public OptionalLong length() {
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    /** Returns the SHA-256 of the content as the provider writes it, if it says so. */
    public Optional<String> sha256() {
        return Optional.ofNullable(sha256);
    }

    @Override
    public String toString() {
        return "StoredMedia[" + id + ", " + type + "]";
    }

    /**
     * Collects the parts of a {@link StoredMedia}. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final MediaId id;
        private final MediaType type;
        private final URI url;
        private long length = -1;
        private @Nullable String sha256;

        private Builder(MediaId id, MediaType type, URI url) {
            this.id = Objects.requireNonNull(id, "id");
            this.type = Objects.requireNonNull(type, "type");
            this.url = Objects.requireNonNull(url, "url");
        }

        /** Sets how many bytes it has. */
        public Builder length(long length) {
            this.length = length;
            return this;
        }

        /** Sets the SHA-256 of the content. */
        public Builder sha256(String sha256) {
            this.sha256 = Objects.requireNonNull(sha256, "sha256");
            return this;
        }

        /** Returns the value. */
        public StoredMedia build() {
            return new StoredMedia(this);
        }
    }
}
