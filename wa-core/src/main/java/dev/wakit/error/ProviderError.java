package dev.wakit.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An error as a BSP reported it, in a response or in a webhook.
 *
 * <p>The vendor's detail is data: what it means is decided by an {@link ErrorPolicy}. Immutable. {@link #toString()} shows code
 * and title only, since details may repeat what was sent.
 *
 * @since 0.1
 */
public final class ProviderError {

    private final String code;
    private final String subcode;
    private final String title;
    private final String detail;
    private final int httpStatus;
    private final String traceId;
    private final boolean transientHint;

    private ProviderError(Builder builder) {
        this.code = builder.code;
        this.subcode = builder.subcode;
        this.title = builder.title;
        this.detail = builder.detail;
        this.httpStatus = builder.httpStatus;
        this.traceId = builder.traceId;
        this.transientHint = builder.transientHint;
    }

    /** Starts an error with the BSP's code; codes that are numbers are written in decimal. */
    public static Builder builder(String code) {
        return new Builder(code);
    }

    /** The BSP's code, such as {@code 131026}. */
    public String code() {
        return code;
    }

    /** A second code of management calls, where given. */
    public Optional<String> subcode() {
        return subcode.isEmpty() ? Optional.empty() : Optional.of(subcode);
    }

    /** The BSP's short text; empty if it gave none. */
    public String title() {
        return title;
    }

    /** The BSP's longer text; empty if it gave none. */
    public String detail() {
        return detail;
    }

    /** The HTTP status of the response, or 0 for an error inside a webhook. */
    public int httpStatus() {
        return httpStatus;
    }

    /** The id under which the BSP can find the request, where given. */
    public Optional<String> traceId() {
        return traceId.isEmpty() ? Optional.empty() : Optional.of(traceId);
    }

    /** Whether the BSP itself said that trying again may help. */
    public boolean isTransient() {
        return transientHint;
    }

    @Override
    public String toString() {
        return "ProviderError[" + code + (title.isEmpty() ? "" : ": " + title) + "]";
    }

    /** Collects the parts of a {@link ProviderError}. Not thread-safe. */
    public static final class Builder {

        private final String code;
        private String subcode = "";
        private String title = "";
        private String detail = "";
        private int httpStatus;
        private String traceId = "";
        private boolean transientHint;

        private Builder(String code) {
            this.code = code;
        }

        /** The second code. */
        public Builder subcode(@Nullable String subcode) {
            this.subcode = orEmpty(subcode);
            return this;
        }

        /** The short text. */
        public Builder title(@Nullable String title) {
            this.title = orEmpty(title);
            return this;
        }

        /** The longer text. */
        public Builder detail(@Nullable String detail) {
            this.detail = orEmpty(detail);
            return this;
        }

        /** The HTTP status of the response. */
        public Builder httpStatus(int httpStatus) {
            this.httpStatus = httpStatus;
            return this;
        }

        /** The BSP's trace id. */
        public Builder traceId(@Nullable String traceId) {
            this.traceId = orEmpty(traceId);
            return this;
        }

        /** Whether the BSP said that trying again may help. */
        public Builder isTransient(boolean transientHint) {
            this.transientHint = transientHint;
            return this;
        }

        /** Builds the error. */
        public ProviderError build() {
            return new ProviderError(this);
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
