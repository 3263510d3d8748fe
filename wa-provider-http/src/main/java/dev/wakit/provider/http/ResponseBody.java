package dev.wakit.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, read whole under a limit.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public final class ResponseBody {

    private final byte @Nullable [] bytes;
    private volatile @Nullable JsonNode tree;

    private ResponseBody(byte @Nullable [] bytes) {
        this.bytes = bytes;
    }

    /** A whole body; not copied. */
    public static ResponseBody of(byte[] bytes) {
        return new ResponseBody(bytes);
    }

    /** A body that was cut off, or longer than its call allows. */
    public static ResponseBody unreadable() {
        return new ResponseBody(null);
    }

    /** The bytes; empty if it was cut off or too long. Not copied. */
    public Optional<byte[]> bytes() {
        return Optional.ofNullable(bytes);
    }

    /** The bytes as UTF-8; empty if it was cut off or too long. */
    public Optional<String> text() {
        return bytes().map(whole -> new String(whole, StandardCharsets.UTF_8));
    }

    /** The JSON, parsed once; empty if it is cut off, too long or not JSON. */
    public Optional<JsonNode> json() {
        if (tree == null) {
            tree = bytes().flatMap(Json::parse).orElse(null);
        }
        return Optional.ofNullable(tree);
    }

    /** The length only, since the rest may hold personal data. */
    @Override
    public String toString() {
        return "ResponseBody[" + bytes().map(whole -> whole.length + " bytes").orElse("unreadable") + "]";
    }
}
