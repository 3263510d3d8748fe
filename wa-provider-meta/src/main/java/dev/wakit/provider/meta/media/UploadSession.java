package dev.wakit.provider.meta.media;

import java.util.regex.Pattern;

/**
 * A resumable upload that was begun; it can be kept, and gone on with in another process. Immutable.
 *
 * @param id as Meta wrote it, such as {@code upload:MTphd…?sig=ARZ…}
 * @since 0.1
 */
public record UploadSession(String id) {

    private static final Pattern FORM = Pattern.compile("upload:[A-Za-z0-9_=-]+(\\?sig=[^&]+)?");

    /** Checks the form, because it becomes an address. */
    public UploadSession {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "This is not the id of an upload session, which begins with 'upload:'. Pass on what Meta returned.");
        }
    }

    // Whoever has the signature and a token can go on with the upload.
    @Override
    public String toString() {
        return "UploadSession[hidden]";
    }
}
