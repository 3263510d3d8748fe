package dev.wakit.testkit.meta.internal.message;

/** A valid send request; the template's name and category and the callback data are empty when there are none. */
record MessageRequest(
        String phoneNumberId,
        String to,
        String recipient,
        String kind,
        String templateName,
        String category,
        String callbackData) {

    boolean isTemplate() {
        return !templateName.isEmpty();
    }

    /** Whether the person is addressed by user id. */
    boolean isUserId() {
        return recipient.indexOf('.') > 0;
    }

    /** The same request, charged as the Marketing Messages API charges. */
    MessageRequest throughMarketing() {
        return new MessageRequest(phoneNumberId, to, recipient, kind, templateName, "marketing_lite", callbackData);
    }
}
