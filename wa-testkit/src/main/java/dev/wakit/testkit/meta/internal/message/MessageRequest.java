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
}
