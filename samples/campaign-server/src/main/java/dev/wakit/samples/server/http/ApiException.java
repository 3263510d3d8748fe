package dev.wakit.samples.server.http;

/** A request that cannot be answered as asked; its message is meant for the person who sent it. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /**
     * Says what is wrong.
     *
     * @param status the HTTP status
     * @param code a word for programs
     * @param message what happened, with which value, what to do
     */
    public ApiException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** A value that cannot be used. */
    public static ApiException invalid(String message) {
        return new ApiException(400, "invalid_request", message);
    }

    /** Something that is not there. */
    public static ApiException notFound(String message) {
        return new ApiException(404, "not_found", message);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A word for programs. */
    public String code() {
        return code;
    }
}
