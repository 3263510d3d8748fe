package dev.wakit.provider.meta.internal.media;

import dev.wakit.InvalidMessageException;
import dev.wakit.media.MediaFile;
import dev.wakit.media.MediaKind;
import dev.wakit.media.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which types Meta takes, and how large a file of each may be; see meta-cloud-api 5.4. */
final class MediaRules {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private static final Map<String, MediaKind> KINDS = Map.ofEntries(
            Map.entry("image/jpeg", MediaKind.IMAGE),
            Map.entry("image/png", MediaKind.IMAGE),
            Map.entry("video/mp4", MediaKind.VIDEO),
            Map.entry("video/3gpp", MediaKind.VIDEO),
            Map.entry("audio/aac", MediaKind.AUDIO),
            Map.entry("audio/amr", MediaKind.AUDIO),
            Map.entry("audio/mpeg", MediaKind.AUDIO),
            Map.entry("audio/mp4", MediaKind.AUDIO),
            Map.entry("audio/ogg", MediaKind.AUDIO),
            Map.entry("text/plain", MediaKind.DOCUMENT),
            Map.entry("application/pdf", MediaKind.DOCUMENT),
            Map.entry("application/msword", MediaKind.DOCUMENT),
            Map.entry("application/vnd.ms-excel", MediaKind.DOCUMENT),
            Map.entry("application/vnd.ms-powerpoint", MediaKind.DOCUMENT),
            Map.entry(OFFICE + "wordprocessingml.document", MediaKind.DOCUMENT),
            Map.entry(OFFICE + "spreadsheetml.sheet", MediaKind.DOCUMENT),
            Map.entry(OFFICE + "presentationml.presentation", MediaKind.DOCUMENT),
            Map.entry("image/webp", MediaKind.STICKER));

    private MediaRules() {}

    /**
     * The kind that a file's type stands for.
     *
     * @throws InvalidMessageException if Meta does not take the type, or the file is known to be empty or too large
     */
    static MediaKind check(MediaFile file) {
        MediaKind kind = kind(file.type());
        file.length().ifPresent(length -> checkLength(kind, length));
        return kind;
    }

    /** How many bytes a file of a kind may have. */
    static long maxBytes(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> 5 * MIB;
            case VIDEO, AUDIO -> 16 * MIB;
            case DOCUMENT -> 100 * MIB;
            // An animated one; a static one may have 100 KB, but only its content tells which it is.
            case STICKER -> 500 * KIB;
        };
    }

    static void checkLength(MediaKind kind, long length) {
        if (length == 0) {
            throw new InvalidMessageException("media.length", "must be above 0 bytes. The file is empty.");
        }
        if (length > maxBytes(kind)) {
            throw tooLarge(kind, String.format(Locale.ROOT, "%,d", length));
        }
    }

    /** The refusal of a file that has more bytes than its kind may have. */
    static InvalidMessageException tooLarge(MediaKind kind, String length) {
        return new InvalidMessageException(
                "media.length",
                String.format(
                        Locale.ROOT,
                        "must be at most %,d bytes for media of kind %s, but is %s. Compress the file%s.",
                        maxBytes(kind),
                        kind,
                        length,
                        kind == MediaKind.DOCUMENT
                                ? ""
                                : ", or send it as a document of a type that documents may have"));
    }

    private static MediaKind kind(MediaType type) {
        return Optional.ofNullable(KINDS.get(type.essence()))
                .orElseThrow(() -> new InvalidMessageException(
                        "media.type",
                        "is '" + type.essence() + "', which WhatsApp does not take. Use one of " + byKind() + "."));
    }

    private static String byKind() {
        var types = new TreeMap<MediaKind, TreeSet<String>>();
        KINDS.forEach((type, kind) ->
                types.computeIfAbsent(kind, any -> new TreeSet<>()).add(type));
        return types.toString();
    }
}
