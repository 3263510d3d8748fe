package dev.wakit.testkit.meta.internal.message;

/** A valid send request; texts that it does not have are empty. */
record MessageRequest(
        String phoneNumberId,
        String to,
        String recipient,
        String kind,
        String templateName,
        String category,
        String callbackData,
        String replyTo,
        String identityHash) {

    boolean isTemplate() {
        return !templateName.isEmpty();
    }

    /** Whether the person is addressed by user id. */
    boolean isUserId() {
        return recipient.indexOf('.') > 0;
    }

    /** The same request, charged as the Marketing Messages API charges. */
    MessageRequest throughMarketing() {
        return new MessageRequest(
                phoneNumberId,
                to,
                recipient,
                kind,
                templateName,
                "marketing_lite",
                callbackData,
                replyTo,
                identityHash);
    }
}
