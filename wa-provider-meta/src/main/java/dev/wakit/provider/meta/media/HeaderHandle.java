package dev.wakit.provider.meta.media;

/**
 * A file that was uploaded to show Meta an example of a template's header, or to become a profile picture. Immutable.
 *
 * <p>It is no media id: it cannot be sent.
 *
 * @param value as Meta wrote it, unchanged; may hold line breaks
 * @since 0.1
 */
public record HeaderHandle(String value) {

    /** Checks that there is one. */
    public HeaderHandle {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A header handle must not be blank. Pass on what the upload returned.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
