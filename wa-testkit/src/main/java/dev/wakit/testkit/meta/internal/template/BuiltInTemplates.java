package dev.wakit.testkit.meta.internal.template;

import static dev.wakit.testkit.meta.SimulatedTemplate.Category.AUTHENTICATION;
import static dev.wakit.testkit.meta.SimulatedTemplate.Category.MARKETING;
import static dev.wakit.testkit.meta.SimulatedTemplate.Category.UTILITY;

import dev.wakit.testkit.meta.SimulatedTemplate;
import java.util.List;

/** The templates every simulator starts with. */
public final class BuiltInTemplates {

    private BuiltInTemplates() {}

    public static List<SimulatedTemplate> all() {
        return List.of(
                SimulatedTemplate.builder("hello_world", "en_US", UTILITY)
                        .header("Hello World")
                        .body("Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp"
                                + " message notification. Thank you for taking the time to test with us.")
                        .footer("WhatsApp Business Platform sample message")
                        .build(),
                SimulatedTemplate.builder("order_update", "en_US", UTILITY)
                        .body("Your order {{1}} is now {{2}}. Thank you for shopping with us.")
                        .build(),
                SimulatedTemplate.builder("summer_sale", "en_US", MARKETING)
                        .body("Hello {{first_name}}, summer is here: {{offer}} until Sunday.")
                        .footer("Answer STOP to hear no more of this")
                        .addQuickReply("Stop promotions")
                        .build(),
                SimulatedTemplate.builder("tour_package_marketing", "en_US", MARKETING)
                        .body("Our package {{1}} is open for booking from {{2}} per person. Shall we hold a place?")
                        .build(),
                SimulatedTemplate.builder("shipping_label", "en_US", UTILITY)
                        .headerFormat("DOCUMENT")
                        .body("Here is the label for your parcel {{1}}.")
                        .addUrlButton("Track", "https://example.com/track/{{1}}")
                        .build(),
                SimulatedTemplate.builder("login_code", "en_US", AUTHENTICATION)
                        .body("*{{1}}* is your verification code. For your security, do not share this code.")
                        .footer("This code expires in 10 minutes.")
                        .addUrlButton(
                                "Copy code", "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}")
                        .build(),
                SimulatedTemplate.builder("winter_clearance", "en_US", MARKETING)
                        .status("PAUSED")
                        .body("Everything must go, {{1}}!")
                        .build());
    }
}
