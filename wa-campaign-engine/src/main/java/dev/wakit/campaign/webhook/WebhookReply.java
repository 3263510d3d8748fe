package dev.wakit.campaign.webhook;

/**
 * What a host answers to the BSP.
 *
 * @param status the HTTP status
 * @param body the body as {@code text/plain}; often empty
 * @since 0.1
 */
public record WebhookReply(int status, String body) {

    /** A status without a body. */
    public static WebhookReply of(int status) {
        return new WebhookReply(status, "");
    }
}
