package dev.wakit.testkit.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A change that Meta reports by a webhook, for {@link MetaSimulator#emit}.
 *
 * <p>The factories make the common ones in Meta's words; {@link #change} makes any. Immutable.
 *
 * @since 0.1
 */
public final class SimulatedWebhook {

    private final String field;
    private final boolean ofNumber;
    private final ObjectNode value;
    private final Consumer<TimedValue> timestamps;

    private SimulatedWebhook(String field, boolean ofNumber, ObjectNode value, Consumer<TimedValue> timestamps) {
        this.field = field;
        this.ofNumber = ofNumber;
        this.value = value;
        this.timestamps = timestamps;
    }

    /** A value and the time at which it is emitted. */
    private record TimedValue(ObjectNode value, Instant now) {}

    private static SimulatedWebhook ofAccount(String field, ObjectNode value) {
        return new SimulatedWebhook(field, false, value, unchanged -> {});
    }

    /** A change of a number, whose list named like the field has one element with a time. */
    private static SimulatedWebhook ofNumber(String field, String list, ObjectNode element, boolean timeAsText) {
        ObjectNode value = Json.object();
        value.putArray(list).add(element);
        return new SimulatedWebhook(field, true, value, timed -> {
            var target = (ObjectNode) timed.value().path(list).path(0);
            if (timeAsText) {
                target.put("timestamp", Long.toString(timed.now().getEpochSecond()));
            } else {
                target.put("timestamp", timed.now().getEpochSecond());
            }
        });
    }

    /**
     * Any change, exactly as given.
     *
     * @param field the name of the webhook field
     * @param value its value, a JSON object as text
     * @throws IllegalArgumentException if the value is no JSON object
     */
    public static SimulatedWebhook change(String field, String value) {
        JsonNode node = Json.parse(value.getBytes(StandardCharsets.UTF_8));
        if (!(node instanceof ObjectNode object)) {
            throw new IllegalArgumentException("The value of field '" + field + "' must be a JSON object.");
        }
        return ofAccount(Objects.requireNonNull(field, "field"), object);
    }

    /** A change as {@link #change} makes it, with the metadata of the first phone number added unless it is there. */
    public static SimulatedWebhook changeOfNumber(String field, String value) {
        SimulatedWebhook change = change(field, value);
        return new SimulatedWebhook(field, true, change.value, change.timestamps);
    }

    private static ObjectNode template(String name, String language) {
        return Json.object()
                .put("message_template_id", 1_000_000L + Math.floorMod((name + language).hashCode(), 1_000_000))
                .put("message_template_name", name)
                .put("message_template_language", language);
    }

    /**
     * A template was reviewed, paused or brought back.
     *
     * @param event such as {@code APPROVED}, {@code PAUSED} or {@code REJECTED}
     * @param reason what Meta says about it; empty for nothing
     */
    public static SimulatedWebhook templateStatus(String name, String language, String event, String reason) {
        ObjectNode value = template(name, language).put("event", event).put("reason", "NONE");
        if (!reason.isEmpty()) {
            value.putObject("other_info").put("title", event).put("description", reason);
        }
        return ofAccount("message_template_status_update", value);
    }

    /** The quality of a template changed, such as from {@code GREEN} to {@code RED}. */
    public static SimulatedWebhook templateQuality(String name, String language, String before, String after) {
        return ofAccount(
                "message_template_quality_update",
                template(name, language).put("previous_quality_score", before).put("new_quality_score", after));
    }

    /** The category of a template changed, such as from {@code UTILITY} to {@code MARKETING}. */
    public static SimulatedWebhook templateCategory(String name, String language, String before, String after) {
        return ofAccount(
                "template_category_update",
                template(name, language).put("previous_category", before).put("new_category", after));
    }

    /** Notice that the category of a template will change. */
    public static SimulatedWebhook templateCategoryNotice(
            String name, String language, String now, String then, Instant at) {
        return ofAccount(
                "template_category_update",
                template(name, language)
                        .put("new_category", now)
                        .put("correct_category", then)
                        .put("category_update_timestamp", at.getEpochSecond()));
    }

    /** The standing of a number changed, such as {@code FLAGGED} or {@code THROUGHPUT_UPGRADE}. */
    public static SimulatedWebhook numberQuality(String displayNumber, String event, String limit) {
        return ofAccount(
                "phone_number_quality_update",
                Json.object()
                        .put("display_phone_number", displayNumber.replaceAll("[^0-9]", ""))
                        .put("event", event)
                        .put("current_limit", limit));
    }

    /** The messaging limit of the portfolio changed; -1 for none. */
    public static SimulatedWebhook messagingLimit(int peopleADay) {
        return ofAccount(
                "business_capability_update", Json.object().put("max_daily_conversations_per_business", peopleADay));
    }

    /**
     * The account may not do something until a time.
     *
     * @param type such as {@code RESTRICTED_BIZ_INITIATED_MESSAGING}
     */
    public static SimulatedWebhook accountRestriction(String type, Instant until) {
        ObjectNode value = Json.object().put("event", "ACCOUNT_RESTRICTION");
        value.putArray("restriction_info")
                .addObject()
                .put("restriction_type", type)
                .put("expiration", until.getEpochSecond());
        return ofAccount("account_update", value);
    }

    /** The state of a ban changed: {@code SCHEDULE_FOR_DISABLE}, {@code DISABLE} or {@code REINSTATE}. */
    public static SimulatedWebhook accountBan(String state, String date) {
        ObjectNode value = Json.object().put("event", "DISABLED_UPDATE");
        value.putObject("ban_info").put("waba_ban_state", state).put("waba_ban_date", date);
        return ofAccount("account_update", value);
    }

    /**
     * A customer set the preference about marketing messages.
     *
     * @param choice {@code stop}, {@code resume} or {@code signup}
     */
    public static SimulatedWebhook preference(String customer, String choice) {
        return ofNumber(
                "user_preferences",
                "user_preferences",
                Json.object()
                        .put("wa_id", customer.replaceAll("[^0-9]", ""))
                        .put("detail", "The customer chose " + choice)
                        .put("category", "marketing_messages")
                        .put("value", choice),
                false);
    }

    /** A customer's business-scoped user id changed. */
    public static SimulatedWebhook userIdChanged(String before, String after) {
        ObjectNode update = Json.object().put("detail", "The user id changed");
        update.putObject("user_id").put("previous", before).put("current", after);
        return ofNumber("user_id_update", "user_id_update", update, true);
    }

    /** A batch of products is over; a webhook of the catalog, which comes apart from those of the account. */
    public static SimulatedWebhook catalogBatch(String catalogId, String handle, String status) {
        return ofAccount(
                "items_batch",
                Json.object().put("catalog_id", catalogId).put("handle", handle).put("status", status));
    }

    /** A text that the business sent from its app on the same number. */
    public static SimulatedWebhook echo(String displayNumber, String to, String text) {
        ObjectNode message = Json.object()
                .put("from", displayNumber.replaceAll("[^0-9]", ""))
                .put("to", to.replaceAll("[^0-9]", ""))
                .put("id", "wamid.ECHO" + Integer.toHexString(Objects.hash(to, text)))
                .put("type", "text");
        message.putObject("text").put("body", text);
        return ofNumber("smb_message_echoes", "message_echoes", message, true);
    }

    /** The payment of an order moved on: {@code pending}, {@code captured} or {@code failed}. */
    public static SimulatedWebhook payment(
            String customer, String referenceId, String state, long value, String currency) {
        ObjectNode status = Json.object()
                .put("id", "wamid.PAY" + Integer.toHexString(referenceId.hashCode()))
                .put("recipient_id", customer.replaceAll("[^0-9]", ""))
                .put("type", "payment")
                .put("status", state);
        ObjectNode payment =
                status.putObject("payment").put("reference_id", referenceId).put("currency", currency);
        payment.putObject("amount").put("value", value).put("offset", 100);
        return ofNumber("messages", "statuses", status, true);
    }

    /** An error that concerns the number as a whole. */
    public static SimulatedWebhook error(int code, String title) {
        ObjectNode value = Json.object();
        ObjectNode error = value.putArray("errors").addObject();
        error.put("code", code).put("title", title).put("message", title);
        error.putObject("error_data").put("details", title);
        return new SimulatedWebhook("messages", true, value, unchanged -> {});
    }

    String field() {
        return field;
    }

    boolean isOfNumber() {
        return ofNumber;
    }

    ObjectNode value(Instant now) {
        ObjectNode copy = value.deepCopy();
        timestamps.accept(new TimedValue(copy, now));
        return copy;
    }

    @Override
    public String toString() {
        return "SimulatedWebhook[" + field + "]";
    }
}
