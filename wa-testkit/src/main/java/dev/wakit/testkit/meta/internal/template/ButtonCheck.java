package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.wakit.testkit.meta.SimulatedTemplate;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares the button components of one message with the buttons of its template. Not thread-safe. */
final class ButtonCheck {

    private static final int MOST_COUPON = 20;
    private static final int MOST_OFFER_COUPON = 15;
    private static final int MOST_SECTION_TITLE = 24;
    private static final int MOST_SECTIONS = 10;
    private static final int MOST_PRODUCTS = 30;
    private static final int LONGEST_CALL_MINUTES = 43_200;
    private static final Pattern COUPON = Pattern.compile("[A-Za-z0-9]+");

    private final String where;
    private final List<SimulatedTemplate.Button> buttons;
    private final boolean offer;
    private final JsonNode components;

    ButtonCheck(String where, MessageParts parts, JsonNode components) {
        this.where = where;
        this.buttons = parts.buttons();
        this.offer = parts.isOffer();
        this.components = components;
    }

    void run() {
        for (JsonNode component : components) {
            if (isButton(component)) {
                exists(component);
            }
        }
        for (int index = 0; index < buttons.size(); index++) {
            check(index, buttons.get(index), component(index));
        }
    }

    private void exists(JsonNode component) {
        int index = component.path("index").asInt(-1);
        String given = component.path("sub_type").asText("").toUpperCase(Locale.ROOT);
        if (index < 0 || index >= buttons.size()) {
            throw new Refusal(
                    GraphErrors.parameterInvalid(where + "buttons: the template has no button at index " + index));
        }
        String type = type(buttons.get(index));
        // A password button is filled as the address that it is.
        if (!given.equals(type) && !(given.equals("URL") && type.equals("OTP"))) {
            throw new Refusal(GraphErrors.parameterFormat(
                    where + "buttons: Button at index " + index + " is of type " + type + ", received " + given));
        }
    }

    private void check(int index, SimulatedTemplate.Button button, JsonNode component) {
        JsonNode first = component.path("parameters").path(0);
        switch (type(button)) {
            case "URL" ->
                require(
                        index,
                        button,
                        !button.takesParameter() || first.path("text").isTextual());
            case "OTP" -> require(index, button, first.path("text").isTextual());
            case "COPY_CODE" -> coupon(index, button, first);
            case "MPM" -> products(index, button, first.path("action").path("sections"));
            case "ORDER_DETAILS" ->
                require(
                        index,
                        button,
                        first.path("action").path("order_details").isObject());
            case "FLOW" -> flow(index, component, first);
            case "QUICK_REPLY" ->
                valid(
                        index,
                        component.isMissingNode() || first.path("payload").isTextual(),
                        "a parameter of type payload");
            case "CATALOG" ->
                valid(
                        index,
                        component.isMissingNode()
                                || first.path("action")
                                        .path("thumbnail_product_retailer_id")
                                        .isTextual(),
                        "action.thumbnail_product_retailer_id");
            case "VOICE_CALL" -> component.path("parameters").forEach(parameter -> lifetime(index, parameter));
            default -> {
                // Other buttons take nothing.
            }
        }
    }

    private void coupon(int index, SimulatedTemplate.Button button, JsonNode parameter) {
        String code = parameter.path("coupon_code").asText("");
        require(index, button, !code.isEmpty());
        int most = offer ? MOST_OFFER_COUPON : MOST_COUPON;
        valid(
                index,
                code.length() <= most && COUPON.matcher(code).matches(),
                "a coupon_code of 1 to " + most + " letters and digits");
    }

    private void products(int index, SimulatedTemplate.Button button, JsonNode sections) {
        require(index, button, !sections.isEmpty());
        int products = 0;
        for (JsonNode section : sections) {
            String title = section.path("title").asText("");
            boolean named = sections.size() == 1 || !title.isEmpty();
            valid(
                    index,
                    named
                            && title.length() <= MOST_SECTION_TITLE
                            && !section.path("product_items").isEmpty(),
                    "sections with a title of at most " + MOST_SECTION_TITLE + " characters and product_items");
            products += section.path("product_items").size();
        }
        valid(
                index,
                sections.size() <= MOST_SECTIONS && products <= MOST_PRODUCTS,
                "at most " + MOST_SECTIONS + " sections and " + MOST_PRODUCTS + " products");
    }

    private void flow(int index, JsonNode component, JsonNode parameter) {
        JsonNode action = parameter.path("action");
        JsonNode token = action.path("flow_token");
        JsonNode data = action.path("flow_action_data");
        valid(index, component.isMissingNode() || action.isObject(), "a parameter of type action");
        valid(index, token.isMissingNode() || token.isTextual(), "a flow_token that is a text");
        valid(index, data.isMissingNode() || (data.isObject() && !data.isEmpty()), "flow_action_data with a field");
    }

    private void lifetime(int index, JsonNode parameter) {
        JsonNode minutes = parameter.path("ttl_minutes");
        valid(
                index,
                minutes.isMissingNode()
                        || (minutes.canConvertToInt()
                                && minutes.asInt() >= 1
                                && minutes.asInt() <= LONGEST_CALL_MINUTES),
                "ttl_minutes of 1 to " + LONGEST_CALL_MINUTES);
    }

    private void require(int index, SimulatedTemplate.Button button, boolean given) {
        if (!given) {
            String name = type(button).charAt(0) + type(button).substring(1).toLowerCase(Locale.ROOT);
            throw new Refusal(GraphErrors.missingDetails(
                    where + "buttons: Button at index " + index + " of type " + name + " requires a parameter"));
        }
    }

    private void valid(int index, boolean valid, String wanted) {
        if (!valid) {
            throw new Refusal(
                    GraphErrors.parameterInvalid(where + "buttons: Button at index " + index + " needs " + wanted));
        }
    }

    private JsonNode component(int index) {
        for (JsonNode component : components) {
            if (isButton(component) && component.path("index").asInt(-1) == index) {
                return component;
            }
        }
        return MissingNode.getInstance();
    }

    private static boolean isButton(JsonNode component) {
        return component.path("type").asText("").equalsIgnoreCase("button");
    }

    private static String type(SimulatedTemplate.Button button) {
        return button.type().toUpperCase(Locale.ROOT);
    }
}
