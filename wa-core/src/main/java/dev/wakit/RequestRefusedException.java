package dev.wakit;

/**
 * The BSP refused the request for a reason that none of the other exceptions names.
 *
 * @since 0.1
 */
public final class RequestRefusedException extends WhatsAppException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what happened.
     *
     * @param message what happened, with which value, what to do; without personal data
     */
    public RequestRefusedException(String message) {
        super(message);
    }
}
