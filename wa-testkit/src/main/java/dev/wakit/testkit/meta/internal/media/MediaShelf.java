package dev.wakit.testkit.meta.internal.media;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.Dice;
import dev.wakit.testkit.meta.internal.Json;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Uploaded media, kept in memory until deleted. Thread-safe. */
public final class MediaShelf {

    private final Dice dice;
    private final AtomicLong uploads = new AtomicLong();
    private final Map<String, Medium> media = new ConcurrentHashMap<>();

    public MediaShelf(Dice dice) {
        this.dice = dice;
    }

    /** Stores the file of a multipart upload and returns the answer with its id. */
    public ObjectNode upload(String contentType, byte[] body) {
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
        String id = nextId();
        media.put(id, new Medium(type, file.content()));
        return Json.object().put("id", id);
    }

    public Optional<Medium> find(String id) {
        return Optional.ofNullable(media.get(id));
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
    public record Medium(String mimeType, byte[] content) {

        String sha256() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
