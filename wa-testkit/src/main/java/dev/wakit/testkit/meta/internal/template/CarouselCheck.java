package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wakit.testkit.meta.SimulatedTemplate;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares the cards and the end of an offer in one message with its template. Not thread-safe. */
final class CarouselCheck {

    private static final int MOST_PRODUCT_CARDS = 10;

    private final SimulatedTemplate template;
    private final JsonNode components;

    CarouselCheck(SimulatedTemplate template, JsonNode components) {
        this.template = template;
        this.components = components;
    }

    void run() {
        cards(component("carousel").path("cards"));
        offer(component("limited_time_offer"));
    }

    private void cards(JsonNode given) {
        List<SimulatedTemplate.Card> cards = template.cards();
        if (!fits(given.size(), cards)) {
            throw new Refusal(GraphErrors.parameterCount("carousel", given.size(), cards.size()));
        }
        Set<Integer> seen = new HashSet<>();
        for (JsonNode card : given) {
            int index = card.path("card_index").asInt(-1);
            if (index < 0 || index >= given.size() || !seen.add(index)) {
                throw new Refusal(GraphErrors.parameterInvalid("carousel: card_index " + index
                        + " is given twice or is not between 0 and " + (given.size() - 1)));
            }
            SimulatedTemplate.Card like = cards.get(Math.min(index, cards.size() - 1));
            new ComponentCheck(
                            "card " + index + " ", MessageParts.of(like, template.isNamed()), card.path("components"))
                    .run();
        }
    }

    /** Product cards are approved as two, and a message may have more; media cards are as many as were approved. */
    private static boolean fits(int given, List<SimulatedTemplate.Card> cards) {
        boolean products = !cards.isEmpty() && cards.get(0).headerFormat().equals("PRODUCT");
        return products ? given >= cards.size() && given <= MOST_PRODUCT_CARDS : given == cards.size();
    }

    private void offer(JsonNode given) {
        if (!template.offerEnds()) {
            if (!given.isMissingNode()) {
                throw new Refusal(
                        GraphErrors.parameterFormat("limited_time_offer: the template has no offer that ends"));
            }
            return;
        }
        JsonNode end =
                given.path("parameters").path(0).path("limited_time_offer").path("expiration_time_ms");
        if (!end.canConvertToLong() || !end.isIntegralNumber()) {
            throw new Refusal(GraphErrors.missing("limited_time_offer.expiration_time_ms"));
        }
    }

    private JsonNode component(String type) {
        for (JsonNode component : components) {
            if (component.path("type").asText("").equalsIgnoreCase(type)) {
                return component;
            }
        }
        return MissingNode.getInstance();
    }
}
