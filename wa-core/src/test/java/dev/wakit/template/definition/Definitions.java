package dev.wakit.template.definition;

import dev.wakit.template.TemplateCategory;
import java.util.Map;

/** What several tests begin with. */
final class Definitions {

    static final SupportedApp APP = new SupportedApp("com.example.shop", "K8a/AINcGX7");

    private Definitions() {}

    /** Components with a body that breaks no rule. */
    static TemplateComponents.Builder body() {
        return TemplateComponents.builder()
                .body("Thank you, {{1}}! Your order {{2}} is on its way.", "Pablo", "860198");
    }

    static TemplateComponents.Builder password() {
        return TemplateComponents.builder().body(BodyDefinition.preset(true)).addButton(ButtonDefinition.copyOtp());
    }

    static CardDefinition.Builder card() {
        return CardDefinition.builder(HeaderDefinition.image("4::aW"))
                .body("Our {{1}} is back, only this week.", "lamp")
                .addButton(ButtonDefinition.quickReply("More"));
    }

    static TemplateDefinition.Builder marketing(TemplateComponents.Builder components) {
        return of(TemplateCategory.MARKETING, components);
    }

    static TemplateDefinition.Builder utility(TemplateComponents.Builder components) {
        return of(TemplateCategory.UTILITY, components);
    }

    static TemplateDefinition.Builder authentication(TemplateComponents.Builder components) {
        return of(TemplateCategory.AUTHENTICATION, components);
    }

    static TemplateDefinition.Builder of(TemplateCategory category, TemplateComponents.Builder components) {
        return TemplateDefinition.builder("order_update", "en_US", category, components.build());
    }

    static BodyDefinition named(String text) {
        return BodyDefinition.named(text, Map.of("first_name", "Pablo"));
    }
}
