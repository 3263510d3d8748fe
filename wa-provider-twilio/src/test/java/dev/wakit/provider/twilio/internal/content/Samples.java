package dev.wakit.provider.twilio.internal.content;

import dev.wakit.provider.twilio.Requests;
import dev.wakit.provider.twilio.content.Content;
import dev.wakit.provider.twilio.content.ContentAction;
import dev.wakit.provider.twilio.content.ContentApproval;
import dev.wakit.provider.twilio.content.ContentSid;
import dev.wakit.provider.twilio.content.ContentType;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateStatus;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One Content of each type. */
public final class Samples {

    private Samples() {}

    /** An approved Content with these types. */
    static Content approved(ContentType... types) {
        return content(TemplateStatus.APPROVED, types);
    }

    static Content content(TemplateStatus status, ContentType... types) {
        return new Content(
                ContentSid.of(Requests.CONTENT),
                "order_update",
                "en",
                Map.of(),
                List.of(types),
                Optional.of(new ContentApproval(
                        "order_update", TemplateCategory.UTILITY, types[0].name(), status, "", false)));
    }

    /** All types that can be written, by the name of their golden file. */
    public static Map<String, ContentType> types() {
        var types = new LinkedHashMap<String, ContentType>();
        types.put("text", new ContentType.Text("Hi {{1}}"));
        types.put("media", new ContentType.Media("Your invoice", List.of("https://cdn.example.com/{{1}}")));
        types.put(
                "location",
                new ContentType.Location(
                        new BigDecimal("37.787890"),
                        new BigDecimal("-122.391664"),
                        "Pier",
                        "place",
                        "1 Ferry Building"));
        types.put(
                "quick-reply",
                new ContentType.QuickReply(
                        "Order {{1}}?",
                        List.of(
                                ContentAction.quickReply("Yes", "yes_{{1}}"),
                                ContentAction.quickReply("No", "no_{{1}}"))));
        types.put(
                "call-to-action",
                new ContentType.CallToAction(
                        "Order {{1}} is on its way.",
                        List.of(
                                ContentAction.url("Track", "https://shop.example.com/{{2}}"),
                                ContentAction.phoneNumber("Call", "+14155550199"),
                                ContentAction.copyCode("Copy", "{{3}}"),
                                ContentAction.voiceCall("Talk"))));
        types.put(
                "list-picker",
                new ContentType.ListPicker(
                        "Which day?",
                        "Choose",
                        List.of(
                                new ContentType.ListPicker.Row("mon", "Monday", "Morning"),
                                new ContentType.ListPicker.Row("tue", "Tuesday", ""))));
        types.put(
                "card",
                new ContentType.Card(
                        "Hello {{1}}",
                        "Until Friday",
                        List.of("https://cdn.example.com/a.png"),
                        List.of(new ContentAction(
                                ContentAction.Kind.URL, "Open", "https://shop.example.com", "", "TALL"))));
        types.put(
                "whatsapp-card",
                new ContentType.WhatsAppCard(
                        "Hello {{1}}",
                        "News of {{2}}",
                        "Reply STOP to end",
                        List.of(),
                        List.of(
                                ContentAction.quickReply("More", "{{3}}"),
                                ContentAction.url("Shop", "https://shop.example.com/{{4}}"))));
        types.put(
                "carousel",
                new ContentType.Carousel(
                        "For you, {{1}}",
                        List.of(
                                new ContentType.Carousel.Card(
                                        "",
                                        "Red {{2}}",
                                        "https://cdn.example.com/{{3}}",
                                        List.of(ContentAction.quickReply("Buy", "{{4}}"))),
                                new ContentType.Carousel.Card(
                                        "Blue",
                                        "Blue one",
                                        "https://cdn.example.com/blue.png",
                                        List.of(ContentAction.url("See", "https://shop.example.com/{{5}}"))))));
        types.put(
                "catalog",
                new ContentType.Catalog(
                        "Menu",
                        "Look at this",
                        "Today",
                        "123456",
                        List.of(new ContentType.Catalog.Product(
                                "sku-1",
                                "Cakes",
                                "Tart",
                                "https://cdn.example.com/t.png",
                                new BigDecimal("3.5"),
                                "Sweet")),
                        ""));
        types.put("authentication", new ContentType.Authentication(List.of("Copy code"), true, 10));
        types.put(
                "whatsapp-flow",
                new ContentType.WhatsAppFlow("Book a table", "Book", "", "", "987", "{{1}}", "FIRST", false));
        types.put(
                "form",
                new ContentType.Form(
                        "Tell us",
                        "Begin",
                        "A minute",
                        "",
                        "SURVEY",
                        List.of(new ContentType.Form.Page(
                                "p1", "p2", "Page one", "", List.of(new ContentType.Form.Field("Name", "TEXT"))))));
        types.put("schedule", new ContentType.Schedule("s1", "Pick a time", "[{\"start\":\"09:00\"}]"));
        return types;
    }
}
