package dev.wakit.testkit.twilio;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Something that a customer sends, for {@link TwilioSimulator#customerSends}.
 *
 * <p>Each factory makes one kind of Twilio's inbound forms; {@link #form} makes any. Immutable.
 *
 * @since 0.1
 */
public final class TwilioInbound {

    private final Map<String, String> fields;

    private TwilioInbound(Map<String, String> fields) {
        this.fields = Map.copyOf(fields);
    }

    private static TwilioInbound of(String type, String body) {
        return new TwilioInbound(Map.of("MessageType", type, "Body", body, "NumMedia", "0"));
    }

    /** Text. */
    public static TwilioInbound text(String body) {
        return of("text", body);
    }

    /** A press of a quick-reply button. */
    public static TwilioInbound button(String text, String payload) {
        return of("button", text).with("ButtonText", text).with("ButtonPayload", payload);
    }

    /** A choice from a list. */
    public static TwilioInbound listChoice(String id, String title) {
        return of("interactive", title).with("ListId", id).with("ListTitle", title);
    }

    /**
     * A file.
     *
     * @param type {@code image}, {@code video}, {@code audio}, {@code document} or {@code sticker}
     * @param url where the file can be fetched
     */
    public static TwilioInbound media(String type, String url, String contentType) {
        return of(type, "").with("NumMedia", "1").with("MediaUrl0", url).with("MediaContentType0", contentType);
    }

    /** A place. */
    public static TwilioInbound location(double latitude, double longitude, String label, String address) {
        return of("location", "")
                .with("Latitude", Double.toString(latitude))
                .with("Longitude", Double.toString(longitude))
                .with("Label", label)
                .with("Address", address);
    }

    /** Any message, by the fields of its form without sender, recipient and ids. */
    public static TwilioInbound form(Map<String, String> fields) {
        return new TwilioInbound(fields);
    }

    /** The same message as an answer to another one of ours. */
    public TwilioInbound replyTo(String messageSid, String sender) {
        return with("OriginalRepliedMessageSid", messageSid).with("OriginalRepliedMessageSender", sender);
    }

    /** The same message from a person who came through an advertisement. */
    public TwilioInbound fromAd(String adId, String clickId, String headline) {
        return with("ReferralSourceType", "ad")
                .with("ReferralSourceId", adId)
                .with("ReferralSourceUrl", "https://fb.me/" + adId)
                .with("ReferralHeadline", headline)
                .with("ReferralCtwaClid", clickId);
    }

    /** The same message with one more field, or another value of a field. */
    public TwilioInbound with(String field, String value) {
        Map<String, String> copy = new TreeMap<>(fields);
        copy.put(Objects.requireNonNull(field, "field"), Objects.requireNonNull(value, "value"));
        return new TwilioInbound(copy);
    }

    /** Returns the fields of the form by name. */
    public Map<String, String> fields() {
        return new TreeMap<>(fields);
    }

    @Override
    public String toString() {
        return "TwilioInbound[" + fields.getOrDefault("MessageType", "?") + "]";
    }
}
