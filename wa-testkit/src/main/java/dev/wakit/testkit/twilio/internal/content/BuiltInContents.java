package dev.wakit.testkit.twilio.internal.content;

import dev.wakit.testkit.twilio.SimulatedContent;
import java.util.List;

/** The contents that every simulator starts with. */
public final class BuiltInContents {

    private BuiltInContents() {}

    public static List<SimulatedContent> all() {
        return List.of(
                SimulatedContent.text(
                                "hello_world",
                                "en",
                                "Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp"
                                        + " message notification. Thank you for taking the time to test with us.")
                        .approved("UTILITY"),
                SimulatedContent.text(
                                "order_update", "en", "Your order {{1}} is now {{2}}. Thank you for shopping with us.")
                        .approved("UTILITY"),
                SimulatedContent.of("summer_sale", "en", """
                                {"twilio/quick-reply": {"body": "Hello {{1}}, summer is here: {{2}} until Sunday.",
                                  "actions": [{"type": "QUICK_REPLY", "title": "Stop promotions", "id": "stop"}]}}""").approved("MARKETING"),
                SimulatedContent.text("draft_note", "en", "This note, {{1}}, was never handed in for approval."));
    }
}
