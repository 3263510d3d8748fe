package dev.wakit.provider.meta.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.provider.TransportFailure;
import java.util.Optional;

/** What came of one HTTP request. */
public sealed interface GraphAnswer {

    /**
     * A response came.
     *
     * @param status the HTTP status
     * @param body the JSON of the body; empty if it is cut off, too long or not JSON
     */
    record Response(int status, Optional<JsonNode> body) implements GraphAnswer {

        /** Whether the status is 2xx. */
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * No response came.
     *
     * @param requestBegun whether bytes of the request may have left this machine
     * @param failure what broke
     */
    record Broken(boolean requestBegun, TransportFailure failure) implements GraphAnswer {}
}
