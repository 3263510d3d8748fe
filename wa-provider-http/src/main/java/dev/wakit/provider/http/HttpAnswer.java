package dev.wakit.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.provider.TransportFailure;
import java.util.Optional;

/**
 * What came of one request.
 *
 * @since 0.1
 */
public sealed interface HttpAnswer {

    /**
     * A response came.
     *
     * @param status the HTTP status
     * @param headers its headers
     * @param body its body
     */
    record Response(int status, ResponseHeaders headers, ResponseBody body) implements HttpAnswer {

        /** A response without headers, for tests of what reads one. */
        public static Response of(int status, byte[] body) {
            return new Response(status, ResponseHeaders.none(), ResponseBody.of(body));
        }

        /** Whether the status is 2xx. */
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** The JSON of the body; empty if it is cut off, too long or not JSON. */
        public Optional<JsonNode> json() {
            return body.json();
        }
    }

    /**
     * No response came.
     *
     * @param requestBegun whether bytes of the request may have left this machine; if not, nothing was sent
     * @param failure what broke
     */
    record Broken(boolean requestBegun, TransportFailure failure) implements HttpAnswer {}
}
