package dev.wakit.provider.twilio.internal.content;

import dev.wakit.internal.Placeholders;
import dev.wakit.provider.twilio.content.Content;
import dev.wakit.provider.twilio.content.ContentApproval;
import dev.wakit.provider.twilio.content.ContentType;
import dev.wakit.template.TemplateButtonType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a Content shows on WhatsApp, and which values it takes.
 *
 * <p>Of several types it is the one that was approved; before the review, the richest.
 *
 * @param type the type that is shown
 * @param main the message
 * @param cards the cards of its carousel
 */
record Shape(ContentType type, Part main, List<Part> cards) {

    private static final List<String> RICHEST_FIRST = List.of(
            "whatsapp/authentication",
            "whatsapp/flows",
            "whatsapp/card",
            "twilio/carousel",
            "twilio/catalog",
            "twilio/card",
            "twilio/flows",
            "twilio/call-to-action",
            "twilio/quick-reply",
            "twilio/list-picker",
            "twilio/location",
            "twilio/media",
            "twilio/schedule",
            "twilio/text");

    private static final ContentType NOTHING = new ContentType.Text("");

    /** Copies the list. */
    Shape {
        cards = List.copyOf(cards);
    }

    static Shape of(Content content) {
        String approved = content.approval().map(ContentApproval::contentType).orElse("");
        ContentType type = content.types().stream()
                .min(Comparator.comparing((ContentType it) -> !it.name().equals(approved))
                        .thenComparing(Shape::rank))
                .orElse(NOTHING);
        return new Shape(type, part(type), cards(type));
    }

    private static int rank(ContentType type) {
        int place = RICHEST_FIRST.indexOf(type.name());
        return place < 0 ? RICHEST_FIRST.size() : place;
    }

    /** Every variable, in order. */
    List<String> variables() {
        var all = new TreeSet<String>(Variables.ORDER);
        Stream.concat(Stream.of(main), cards.stream()).forEach(part -> all.addAll(part.variables()));
        return List.copyOf(all);
    }

    /** Where a variable stands, in words. */
    String place(String variable) {
        var places = new ArrayList<String>();
        place("", main, variable, places);
        for (int i = 0; i < cards.size(); i++) {
            place("card " + i + " ", cards.get(i), variable, places);
        }
        return String.join(" and ", places);
    }

    private static void place(String prefix, Part part, String variable, List<String> places) {
        if (Placeholders.in(part.text()).contains(variable)) {
            places.add(prefix + "body");
        }
        if (Placeholders.in(part.header()).contains(variable)) {
            places.add(prefix + "header");
        }
        for (int i = 0; i < part.buttons().size(); i++) {
            if (Placeholders.in(part.buttons().get(i).pattern()).contains(variable)) {
                places.add(prefix + "button " + i);
            }
        }
    }

    /** The text of the message as Twilio will list it; empty for types of which that is not known. */
    Optional<String> body(Map<String, String> values) {
        return bodyOf(type).map(text -> Variables.filled(text, values));
    }

    private static Optional<String> bodyOf(ContentType type) {
        if (type instanceof ContentType.Text text) {
            return Optional.of(text.body());
        } else if (type instanceof ContentType.Media media) {
            return Optional.of(media.body());
        } else if (type instanceof ContentType.QuickReply reply) {
            return Optional.of(reply.body());
        } else if (type instanceof ContentType.CallToAction call) {
            return Optional.of(call.body());
        } else if (type instanceof ContentType.WhatsAppCard card) {
            return Optional.of(card.body());
        } else if (type instanceof ContentType.ListPicker list) {
            return Optional.of(list.body());
        }
        return Optional.empty();
    }

    private static List<Part> cards(ContentType type) {
        return type instanceof ContentType.Carousel carousel
                ? carousel.cards().stream()
                        .map(card -> Part.of(Variables.joined(card.body(), List.of(card.title())))
                                .withHeader("", card.media())
                                .with(card.actions()))
                        .toList()
                : List.of();
    }

    private static Part part(ContentType type) {
        if (type instanceof ContentType.Text text) {
            return Part.of(text.body());
        } else if (type instanceof ContentType.Media media) {
            return Part.of(media.body()).withHeader("", first(media.media()));
        } else if (type instanceof ContentType.QuickReply reply) {
            return Part.of(reply.body()).with(reply.actions());
        } else if (type instanceof ContentType.CallToAction call) {
            return Part.of(call.body()).with(call.actions());
        } else if (type instanceof ContentType.Card card) {
            return Part.of(card.title())
                    .withFooter(card.subtitle())
                    .withHeader("", first(card.media()))
                    .with(card.actions());
        } else if (type instanceof ContentType.WhatsAppCard card) {
            return Part.of(card.body())
                    .withFooter(card.footer())
                    .withHeader(card.headerText(), first(card.media()))
                    .with(card.actions());
        } else if (type instanceof ContentType.Carousel carousel) {
            return Part.of(carousel.body());
        }
        return rarer(type);
    }

    private static Part rarer(ContentType type) {
        if (type instanceof ContentType.Authentication password) {
            // WhatsApp writes the text itself; the code stands in it and in every button.
            return new Part(
                    "{{1}}",
                    "",
                    "",
                    "",
                    password.copyCodeTexts().stream()
                            .map(title -> new Part.Button(TemplateButtonType.OTP, title, "{{1}}"))
                            .toList());
        } else if (type instanceof ContentType.WhatsAppFlow flow) {
            return flow(flow.body(), flow.subtitle(), flow.mediaUrl(), flow.buttonText(), flow.flowToken());
        } else if (type instanceof ContentType.Form form) {
            return flow(form.body(), form.subtitle(), form.mediaUrl(), form.buttonText(), "");
        } else if (type instanceof ContentType.Catalog catalog) {
            return new Part(
                            Variables.joined(catalog.body(), List.of(catalog.title(), catalog.dynamicItems())),
                            "",
                            "",
                            "",
                            List.of(new Part.Button(TemplateButtonType.CATALOG, "", "")))
                    .withFooter(catalog.subtitle());
        } else if (type instanceof ContentType.ListPicker list) {
            List<String> rows = list.items().stream()
                    .flatMap(item -> Stream.of(item.id(), item.item(), item.description()))
                    .toList();
            return Part.of(Variables.joined(list.body(), rows));
        } else if (type instanceof ContentType.Location location) {
            return Part.of(Variables.joined(location.label(), List.of(location.address())));
        } else if (type instanceof ContentType.Schedule schedule) {
            return Part.of(Variables.joined(schedule.title(), List.of(schedule.timeSlots())));
        }
        String json = type instanceof ContentType.Other other ? other.json() : "";
        return Part.of(String.join(
                " ",
                Placeholders.in(json).stream().map(name -> "{{" + name + "}}").toList()));
    }

    private static Part flow(String body, String subtitle, String media, String title, String token) {
        return new Part(body, "", media, "", List.of(new Part.Button(TemplateButtonType.FLOW, title, token)))
                .withFooter(subtitle);
    }

    private static String first(List<String> files) {
        return files.isEmpty() ? "" : files.get(0);
    }
}
