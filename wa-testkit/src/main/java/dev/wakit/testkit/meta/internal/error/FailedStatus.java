package dev.wakit.testkit.meta.internal.error;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;

/** The error object of a failed status: the webhook form, which has no trace id and no HTTP status. */
public final class FailedStatus {

    private FailedStatus() {}

    public static ObjectNode error(int code) {
        String title = title(code);
        ObjectNode error = Json.object();
        error.put("code", code).put("title", title).put("message", title);
        error.putObject("error_data").put("details", details(code));
        error.put("href", "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/");
        return error;
    }

    private static String title(int code) {
        return switch (code) {
            case 131026 -> "Message undeliverable";
            case 131049 -> "This message was not delivered to maintain healthy ecosystem engagement.";
            case 131050 -> "User has stopped receipt of marketing messages";
            case 130472 -> "User's number is part of an experiment";
            case 132015 -> "Template is paused";
            default -> "Something went wrong";
        };
    }

    private static String details(int code) {
        return switch (code) {
            case 131026 -> "Message Undeliverable.";
            case 131049 -> "In order to maintain a healthy ecosystem engagement, the message failed to be delivered.";
            case 131050 ->
                "Unable to deliver the message. This recipient has chosen to stop receiving marketing messages"
                        + " on WhatsApp from your business";
            case 130472 -> "Failed to send message because this user's phone number is part of an experiment";
            case 132015 -> "The message was held for quality assessment and dropped because the template was paused.";
            default -> "Message failed to send because of an unknown error. Try again later.";
        };
    }
}
