package dev.wakit.provider.dialog360;

import dev.wakit.media.MediaFile;
import dev.wakit.media.MediaType;
import java.nio.charset.StandardCharsets;

/** Files to upload. */
final class Files {

    static final byte[] CONTENT = "picture of a heron".getBytes(StandardCharsets.UTF_8);

    private Files() {}

    static MediaFile picture() {
        return MediaFile.of("heron.png", MediaType.of("image/png"), CONTENT);
    }
}
