package dev.wakit.provider.twilio.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * One form of a Content; Twilio shows the richest one that the channel can. Implementations are immutable.
 *
 * <p>Texts may hold placeholders such as <code>{{1}}</code>, numbered over the whole Content. Texts that are absent are empty,
 * lists are empty.
 *
 * @since 0.1
 */
public sealed interface ContentType {

    /** Twilio's name of the type, such as {@code twilio/text}. */
    String name();

    /** Plain text. */
    record Text(String body) implements ContentType {
        @Override
        public String name() {
            return "twilio/text";
        }
    }

    /**
     * A file with a text.
     *
     * @param media public addresses; WhatsApp shows one
     */
    record Media(String body, List<String> media) implements ContentType {
        /** Copies the list. */
        public Media {
            media = List.copyOf(media);
        }

        @Override
        public String name() {
            return "twilio/media";
        }
    }

    /**
     * A point on the map; in an open conversation only.
     *
     * @param latitude degrees
     * @param longitude degrees
     * @param label the name to show
     * @param id Twilio's id of the place
     * @param address the postal address
     */
    record Location(BigDecimal latitude, BigDecimal longitude, String label, String id, String address)
            implements ContentType {
        @Override
        public String name() {
            return "twilio/location";
        }
    }

    /**
     * A text with buttons that answer.
     *
     * @param actions of kind {@link ContentAction.Kind#QUICK_REPLY}
     */
    record QuickReply(String body, List<ContentAction> actions) implements ContentType {
        /** Copies the list. */
        public QuickReply {
            actions = List.copyOf(actions);
        }

        @Override
        public String name() {
            return "twilio/quick-reply";
        }
    }

    /**
     * A text with buttons that do something.
     *
     * @param actions of any kind but {@link ContentAction.Kind#QUICK_REPLY}
     */
    record CallToAction(String body, List<ContentAction> actions) implements ContentType {
        /** Copies the list. */
        public CallToAction {
            actions = List.copyOf(actions);
        }

        @Override
        public String name() {
            return "twilio/call-to-action";
        }
    }

    /**
     * A text with a menu; in an open conversation only.
     *
     * @param button what opens the menu
     * @param items at most 10
     */
    record ListPicker(String body, String button, List<Row> items) implements ContentType {
        /** Copies the list. */
        public ListPicker {
            items = List.copyOf(items);
        }

        /**
         * A row of the menu.
         *
         * @param id what the webhook carries
         * @param item the text
         * @param description a second line
         */
        public record Row(String id, String item, String description) {}

        @Override
        public String name() {
            return "twilio/list-picker";
        }
    }

    /** A text with a second line, a file and buttons. */
    record Card(String title, String subtitle, List<String> media, List<ContentAction> actions) implements ContentType {
        /** Copies the lists. */
        public Card {
            media = List.copyOf(media);
            actions = List.copyOf(actions);
        }

        @Override
        public String name() {
            return "twilio/card";
        }
    }

    /** WhatsApp's own template: header, text, footer, file and buttons. */
    record WhatsAppCard(String body, String headerText, String footer, List<String> media, List<ContentAction> actions)
            implements ContentType {
        /** Copies the lists. */
        public WhatsAppCard {
            media = List.copyOf(media);
            actions = List.copyOf(actions);
        }

        @Override
        public String name() {
            return "whatsapp/card";
        }
    }

    /**
     * A text above cards that can be leafed through.
     *
     * @param cards at most 10
     */
    record Carousel(String body, List<Card> cards) implements ContentType {
        /** Copies the list. */
        public Carousel {
            cards = List.copyOf(cards);
        }

        /** One card. */
        public record Card(String title, String body, String media, List<ContentAction> actions) {
            /** Copies the list. */
            public Card {
                actions = List.copyOf(actions);
            }
        }

        @Override
        public String name() {
            return "twilio/carousel";
        }
    }

    /**
     * Products of a catalog that is connected to the WhatsApp account.
     *
     * @param id the catalog
     * @param items the products
     * @param dynamicItems a placeholder that takes the products when the message is sent
     */
    record Catalog(String title, String body, String subtitle, String id, List<Product> items, String dynamicItems)
            implements ContentType {
        /** Copies the list. */
        public Catalog {
            items = List.copyOf(items);
        }

        /**
         * A product.
         *
         * @param id the product in the catalog
         * @param price zero if it is not given
         */
        public record Product(
                String id, String sectionTitle, String name, String mediaUrl, BigDecimal price, String description) {}

        @Override
        public String name() {
            return "twilio/catalog";
        }
    }

    /**
     * A one-time password in WhatsApp's own words; variable 1 takes the code.
     *
     * @param copyCodeTexts the titles of the buttons that copy the code
     * @param securityRecommendation whether it warns against sharing the code
     * @param expirationMinutes how long the code is valid, for its footer; 0 for no footer
     */
    record Authentication(List<String> copyCodeTexts, boolean securityRecommendation, int expirationMinutes)
            implements ContentType {
        /** Copies the list. */
        public Authentication {
            copyCodeTexts = List.copyOf(copyCodeTexts);
        }

        @Override
        public String name() {
            return "whatsapp/authentication";
        }
    }

    /**
     * A button that opens a WhatsApp flow.
     *
     * @param endpointFirst whether the endpoint decides on the first page
     */
    record WhatsAppFlow(
            String body,
            String buttonText,
            String subtitle,
            String mediaUrl,
            String flowId,
            String flowToken,
            String firstPageId,
            boolean endpointFirst)
            implements ContentType {
        @Override
        public String name() {
            return "whatsapp/flows";
        }
    }

    /**
     * A form that Twilio turns into a flow.
     *
     * @param type Twilio's word for the sort of form
     * @param pages in order
     */
    record Form(String body, String buttonText, String subtitle, String mediaUrl, String type, List<Page> pages)
            implements ContentType {
        /** Copies the list. */
        public Form {
            pages = List.copyOf(pages);
        }

        /**
         * A page of the form.
         *
         * @param layout its fields, from top to bottom
         */
        public record Page(String id, String nextPageId, String title, String subtitle, List<Field> layout) {
            /** Copies the list. */
            public Page {
                layout = List.copyOf(layout);
            }
        }

        /**
         * A field of a page.
         *
         * @param type Twilio's word for it
         */
        public record Field(String label, String type) {}

        @Override
        public String name() {
            return "twilio/flows";
        }
    }

    /**
     * Times to choose from.
     *
     * @param timeSlots as Twilio writes them
     */
    record Schedule(String id, String title, String timeSlots) implements ContentType {
        @Override
        public String name() {
            return "twilio/schedule";
        }
    }

    /**
     * A type that this version does not know; it is read and not written.
     *
     * @param json its fields as Twilio wrote them
     */
    record Other(String name, String json) implements ContentType {
        /** Checks that nothing is null. */
        public Other {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(json, "json");
        }
    }
}
