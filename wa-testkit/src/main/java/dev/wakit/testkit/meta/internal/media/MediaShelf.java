package dev.wakit.testkit.meta.internal.media;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.simulator.internal.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Uploaded media, kept in memory until it is deleted or expires. Thread-safe. */
public final class MediaShelf {

    private static final Duration UPLOAD_LIFETIME = Duration.ofDays(30);
    private static final Duration INBOUND_LIFETIME = Duration.ofDays(7);
    private static final Set<String> TYPES = Set.of(
            "audio/aac",
            "audio/amr",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "application/msword",
            "application/pdf",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "image/jpeg",
            "image/png",
            "image/webp",
            "text/plain",
            "video/3gpp",
            "video/mp4");

    private final Dice dice;
    private final InstantSource clock;
    private final AtomicLong uploads = new AtomicLong();
    private final Map<String, Medium> media = new ConcurrentHashMap<>();

    public MediaShelf(Dice dice, InstantSource clock) {
        this.dice = dice;
        this.clock = clock;
    }

    /** Stores the file of a multipart upload and returns the answer with its id. */
    public ObjectNode upload(String phoneNumberId, String contentType, byte[] body) {
        Multipart form = Multipart.parse(contentType, body);
        if (!form.part("messaging_product")
                .map(part -> part.text().equals("whatsapp"))
                .orElse(false)) {
            throw new Refusal(GraphErrors.required("messaging_product"));
        }
        Multipart.Part file = form.part("file").orElseThrow(() -> new Refusal(GraphErrors.required("file")));
        String type = form.part("type").map(Multipart.Part::text).orElse(file.contentType());
        if (type.isEmpty()) {
            throw new Refusal(GraphErrors.required("type"));
        }
        if (!TYPES.contains(type.replaceFirst(";.*", "").strip())) {
            throw new Refusal(GraphErrors.invalidParameter("Param file must be a file with one of the following types: "
                    + String.join(", ", new TreeSet<>(TYPES)) + ". Received file of type '" + type + "'."));
        }
        if (file.content().length == 0) {
            throw new Refusal(GraphErrors.invalidParameter("The file is empty"));
        }
        return Json.object().put("id", put(phoneNumberId, type, file.content(), UPLOAD_LIFETIME));
    }

    /** Stores what a customer sent and returns its id. */
    public String received(String phoneNumberId, String type, byte[] content) {
        return put(phoneNumberId, type, content, INBOUND_LIFETIME);
    }

    private String put(String phoneNumberId, String type, byte[] content, Duration lifetime) {
        String id = nextId();
        media.put(id, new Medium(phoneNumberId, type, content, clock.instant().plus(lifetime)));
        return id;
    }

    public Optional<Medium> find(String id) {
        return Optional.ofNullable(media.get(id)).filter(it -> clock.instant().isBefore(it.until()));
    }

    public ObjectNode describe(String id, Medium medium, String url) {
        return Json.object()
                .put("messaging_product", "whatsapp")
                .put("url", url)
                .put("mime_type", medium.mimeType())
                .put("sha256", medium.sha256())
                .put("file_size", medium.content().length)
                .put("id", id);
    }

    public boolean delete(String id) {
        return media.remove(id) != null;
    }

    private String nextId() {
        long ordinal = uploads.incrementAndGet();
        return Long.toString(dice.roll("media", "", ordinal).nextLong(1_000_000_000_000_000L, 2_000_000_000_000_000L));
    }

    /** The bytes of one upload. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Medium(String phoneNumberId, String mimeType, byte[] content, Instant until) {

        public String sha256() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
