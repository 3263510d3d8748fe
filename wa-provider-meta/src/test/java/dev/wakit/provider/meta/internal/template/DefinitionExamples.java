package dev.wakit.provider.meta.internal.template;

import dev.wakit.provider.meta.template.AuthenticationTemplate;
import dev.wakit.provider.meta.template.LibraryButton;
import dev.wakit.provider.meta.template.LibraryChoice;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.definition.BodyDefinition;
import dev.wakit.template.definition.ButtonDefinition;
import dev.wakit.template.definition.CardDefinition;
import dev.wakit.template.definition.FlowButton;
import dev.wakit.template.definition.FooterDefinition;
import dev.wakit.template.definition.HeaderDefinition;
import dev.wakit.template.definition.SupportedApp;
import dev.wakit.template.definition.TemplateComponents;
import dev.wakit.template.definition.TemplateDefinition;
import dev.wakit.template.definition.TemplateEdit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One definition for each golden file. */
public final class DefinitionExamples {

    private static final SupportedApp APP = new SupportedApp("com.x", "K8a/AINcGX7");

    private DefinitionExamples() {}

    public static Map<String, TemplateDefinition> all() {
        var all = new LinkedHashMap<String, TemplateDefinition>();
        addTexts(all);
        addMarketing(all);
        addButtons(all);
        addPasswords(all);
        return all;
    }

    private static void addTexts(Map<String, TemplateDefinition> all) {
        all.put("named", named());
        all.put(
                "positional",
                define(
                                "sale",
                                "en_US",
                                TemplateCategory.MARKETING,
                                TemplateComponents.builder()
                                        .header(HeaderDefinition.text("Our {{1}} is on!", "Sale"))
                                        .body(
                                                "Shop now through {{1}} and use code {{2}} to get a discount.",
                                                "the end of August", "25OFF")
                                        .addButton(ButtonDefinition.quickReply("Unsubscribe"))
                                        .addButton(ButtonDefinition.url(
                                                "Shop", "https://shop.example/{{1}}", "https://shop.example/abc"))
                                        .addButton(ButtonDefinition.url("Help", "https://shop.example/help"))
                                        .addButton(ButtonDefinition.phoneNumber("Call", "+15550051310"))
                                        .addButton(ButtonDefinition.copyCode("250FF")))
                        .ttl(Duration.ofDays(30))
                        .linkTracking(false)
                        .build());
        all.put(
                "out-of-order",
                define(
                                "greeting",
                                "en",
                                TemplateCategory.UTILITY,
                                TemplateComponents.builder()
                                        .body("Hi {{2}}, your table in {{1}} is ready now.", "Rome", "Ada")
                                        .addButton(ButtonDefinition.url(
                                                "See it", "https://my_shop.example/tables?id={{1}}", "17")))
                        .build());
        all.put(
                "media-header",
                define(
                                "media",
                                "pt_BR",
                                TemplateCategory.UTILITY,
                                TemplateComponents.builder()
                                        .header(HeaderDefinition.document("4::aW1hZ2Uv\n4::cGRm"))
                                        .body("Your invoice."))
                        .ttl(Duration.ofDays(30))
                        .build());
        all.put(
                "location-and-call",
                define(
                                "visit",
                                "en",
                                TemplateCategory.UTILITY,
                                TemplateComponents.builder()
                                        .header(HeaderDefinition.location())
                                        .body("We are on our way. May we call you?")
                                        .addButton(ButtonDefinition.voiceCall("Call now"))
                                        .addButton(ButtonDefinition.requestContactInfo())
                                        .callPermissionRequest(true))
                        .build());
    }

    /** The example of Meta's own documentation. */
    static TemplateDefinition named() {
        return define(
                        "order_confirmation",
                        "en_US",
                        TemplateCategory.UTILITY,
                        TemplateComponents.builder()
                                .header(HeaderDefinition.named(
                                        "Order {{order_number}}", Map.of("order_number", "860198")))
                                .body(BodyDefinition.named(
                                        "Thank you, {{first_name}}! Your order is {{order_number}}.",
                                        Map.of("order_number", "860198", "first_name", "Pablo")))
                                .footer("Lucky Shrub")
                                .addButton(ButtonDefinition.quickReply("Stop updates")))
                .ttl(Duration.ofHours(1))
                .build();
    }

    private static void addMarketing(Map<String, TemplateDefinition> all) {
        all.put(
                "offer",
                define(
                                "offer",
                                "en_US",
                                TemplateCategory.MARKETING,
                                TemplateComponents.builder()
                                        .header(HeaderDefinition.image("4::aW"))
                                        .body("Good news! Use the code below.")
                                        .limitedTimeOffer("Expiring offer!", true)
                                        .addButton(ButtonDefinition.copyCode("CARIBE25"))
                                        .addButton(ButtonDefinition.url(
                                                "Book now!",
                                                "https://shop.example/offers?code={{1}}",
                                                "https://shop.example/offers?code=n3mtql")))
                        .build());
        all.put(
                "carousel",
                define(
                                "carousel",
                                "en_US",
                                TemplateCategory.MARKETING,
                                TemplateComponents.builder()
                                        .body("Rare succulents for you, {{1}}, this week.", "Pablo")
                                        .addCard(CardDefinition.builder(HeaderDefinition.image("4::aW"))
                                                .body("Save {{1}} on this one.", "10 %")
                                                .addButton(ButtonDefinition.quickReply("More"))
                                                .addButton(ButtonDefinition.url(
                                                        "Buy", "https://shop.example/{{1}}", "https://shop.example/a"))
                                                .build())
                                        .addCard(CardDefinition.builder(HeaderDefinition.video("4::dm"))
                                                .build()))
                        .build());
        all.put(
                "products",
                define(
                                "products",
                                "en_US",
                                TemplateCategory.MARKETING,
                                TemplateComponents.builder()
                                        .header(HeaderDefinition.product())
                                        .body("Look at this.")
                                        .addButton(ButtonDefinition.singleProduct("View"))
                                        .addButton(ButtonDefinition.multiProduct("View items"))
                                        .addButton(ButtonDefinition.catalog("View catalog")))
                        .build());
    }

    private static void addButtons(Map<String, TemplateDefinition> all) {
        all.put(
                "order-details",
                define(
                                "payment",
                                "en_US",
                                TemplateCategory.UTILITY,
                                TemplateComponents.builder()
                                        .body("Please pay your order.")
                                        .addButton(ButtonDefinition.orderDetails("Review and Pay")))
                        .build());
        all.put(
                "flows",
                define(
                                "flows",
                                "en_US",
                                TemplateCategory.UTILITY,
                                TemplateComponents.builder()
                                        .body("Tell us more.")
                                        .addButton(FlowButton.builder("Open", FlowButton.Source.ID, "1234")
                                                .navigate("WELCOME")
                                                .icon(FlowButton.Icon.REVIEW)
                                                .build())
                                        .addButton(FlowButton.builder("Open", FlowButton.Source.NAME, "survey")
                                                .dataExchange()
                                                .build())
                                        .addButton(FlowButton.builder(
                                                        "Open", FlowButton.Source.JSON, "{\"version\":\"5.0\"}")
                                                .build()))
                        .build());
    }

    private static void addPasswords(Map<String, TemplateDefinition> all) {
        all.put(
                "authentication-copy",
                define(
                                "login_code",
                                "en_US",
                                TemplateCategory.AUTHENTICATION,
                                TemplateComponents.builder()
                                        .body(BodyDefinition.preset(true))
                                        .footer(FooterDefinition.codeExpiration(Duration.ofMinutes(10)))
                                        .addButton(ButtonDefinition.copyOtp()))
                        .ttl(Duration.ofMinutes(5))
                        .build());
        all.put(
                "authentication-one-tap",
                password(ButtonDefinition.oneTapOtp(APP).labelled("Copy code", "Autofill")));
        all.put("authentication-zero-tap", password(ButtonDefinition.zeroTapOtp(APP)));
    }

    private static TemplateDefinition password(ButtonDefinition.Otp button) {
        return define(
                        "login_code",
                        "en_US",
                        TemplateCategory.AUTHENTICATION,
                        TemplateComponents.builder()
                                .body(BodyDefinition.preset(false))
                                .addButton(button))
                .build();
    }

    private static TemplateDefinition.Builder define(
            String name, String language, TemplateCategory category, TemplateComponents.Builder components) {
        return TemplateDefinition.builder(name, language, category, components.build());
    }

    public static LibraryChoice library() {
        LibraryChoice.Builder choice = LibraryChoice.builder(
                        TemplateName.of("my_delivery_update"),
                        LanguageCode.of("en_US"),
                        TemplateCategory.UTILITY,
                        "delivery_update_1")
                .addButton(LibraryButton.url("https://x/{{1}}", "https://x/demo"))
                .addButton(LibraryButton.url("https://x/help"))
                .addButton(LibraryButton.phoneNumber("+16315551010"))
                .codeExpiration(Duration.ofMinutes(5));
        for (LibraryChoice.Sentence sentence : LibraryChoice.Sentence.values()) {
            choice.addSentence(sentence);
        }
        return choice.build();
    }

    public static AuthenticationTemplate upsert() {
        return AuthenticationTemplate.builder(
                        TemplateName.of("login_code"),
                        List.of(LanguageCode.of("en_US"), LanguageCode.of("de")),
                        ButtonDefinition.copyOtp())
                .securityRecommendation(true)
                .codeExpiration(Duration.ofMinutes(5))
                .ttl(Duration.ofMinutes(1))
                .build();
    }

    public static TemplateEdit edit() {
        return TemplateEdit.builder()
                .category(TemplateCategory.MARKETING)
                .ttl(Duration.ofHours(12))
                .components(TemplateComponents.builder().body("A new text.").build())
                .build();
    }
}
