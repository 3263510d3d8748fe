package dev.wakit.testkit.twilio.internal.message;

import dev.wakit.testkit.simulator.internal.http.Parameters;
import dev.wakit.testkit.twilio.internal.Senders;
import dev.wakit.testkit.twilio.internal.callback.CallbackAddress;
import dev.wakit.testkit.twilio.internal.content.ContentStore;
import dev.wakit.testkit.twilio.internal.content.StoredContent;
import dev.wakit.testkit.twilio.internal.error.ChannelFailure;
import dev.wakit.testkit.twilio.internal.error.TwilioError;
import dev.wakit.testkit.twilio.internal.error.TwilioErrors;
import dev.wakit.testkit.twilio.internal.error.TwilioRefusal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request to send: refuses what Twilio refuses at once, and finds out what WhatsApp will refuse later.
 *
 * <p>Thread-safe.
 */
final class MessageReader {

    private static final int LONGEST_BODY = 1600;
    private static final int LONGEST_RENDERED = 1024;
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s/?#]+([/?#]\\S*)?");
    private static final Pattern PLACE = Pattern.compile("geo:-?[0-9]+(\\.[0-9]+)?,-?[0-9]+(\\.[0-9]+)?(\\|.*)?");

    private final AddressRules addresses;
    private final ScheduleRules schedules;
    private final ContentStore contents;
    private final Conversations conversations;

    MessageReader(Senders senders, InstantSource clock, ContentStore contents, Conversations conversations) {
        this.addresses = new AddressRules(senders);
        this.schedules = new ScheduleRules(clock);
        this.contents = contents;
        this.conversations = conversations;
    }

    MessageOrder read(Parameters form) {
        String recipient = addresses.recipient(form);
        String sender = addresses.sender(form, recipient);
        checkParts(form);
        Optional<StoredContent> content = content(form);
        Map<String, String> values = ContentVariables.parse(form.get("ContentVariables"));
        schedules.checkValidity(form);
        return new MessageOrder(
                form.get("To"),
                recipient,
                sender,
                form.get("MessagingServiceSid"),
                form.has("From"),
                kind(form),
                content.flatMap(it -> it.rendered(values)).orElse(form.get("Body")),
                form.all("MediaUrl"),
                form.get("ContentSid"),
                statusCallback(form),
                schedules.sendAt(form),
                content.map(it -> failure(form, it, values, recipient)).orElseGet(() -> failure(form, recipient)));
    }

    private static void checkParts(Parameters form) {
        List<String> media = form.all("MediaUrl");
        boolean isEmpty = form.get("Body").isBlank()
                && media.isEmpty()
                && form.get("ContentSid").isEmpty();
        refuseIf(isEmpty, TwilioErrors.noContent());
        refuseIf(length(form.get("Body")) > LONGEST_BODY, TwilioErrors.bodyTooLong());
        refuseIf(media.size() > 1, TwilioErrors.tooManyMedia());
        refuseIf(!media.stream().allMatch(url -> WEB_ADDRESS.matcher(url).matches()), TwilioErrors.mediaAddress());
        refuseIf(
                form.has("ContentVariables") && form.get("ContentSid").isEmpty(),
                TwilioErrors.variablesWithoutContent());
    }

    private Optional<StoredContent> content(Parameters form) {
        String sid = form.get("ContentSid");
        if (sid.isEmpty()) {
            return Optional.empty();
        }
        Optional<StoredContent> content = contents.find(sid);
        refuseIf(content.isEmpty(), TwilioErrors.invalidContentSid());
        return content;
    }

    private static String statusCallback(Parameters form) {
        String url = form.get("StatusCallback");
        refuseIf(form.has("StatusCallback") && !CallbackAddress.isValid(url), TwilioErrors.statusCallback());
        return url;
    }

    private static String kind(Parameters form) {
        if (form.has("ContentSid")) {
            return "template";
        }
        if (form.has("PersistentAction")) {
            return "location";
        }
        return form.has("MediaUrl") ? "media" : "text";
    }

    /** What WhatsApp makes of a message without a content. */
    private @Nullable ChannelFailure failure(Parameters form, String recipient) {
        if (!conversations.isFreeFormAllowed(recipient)) {
            return ChannelFailure.OUTSIDE_WINDOW;
        }
        if (!form.all("PersistentAction").stream()
                .allMatch(it -> PLACE.matcher(it).matches())) {
            return ChannelFailure.INVALID_CONTENT;
        }
        String media = form.get("MediaUrl");
        if (media.contains("sim_too_large")) {
            return ChannelFailure.MEDIA_TOO_LARGE;
        }
        return media.contains("sim_missing") ? ChannelFailure.MEDIA_NOT_LOADED : null;
    }

    /** What WhatsApp makes of a message with a content. */
    private @Nullable ChannelFailure failure(
            Parameters form, StoredContent content, Map<String, String> values, String recipient) {
        if (form.has("Body") || form.has("MediaUrl")) {
            return ChannelFailure.UNSUPPORTED_PARAMETER;
        }
        if (!content.isApproved()) {
            ChannelFailure refused = unapproved(content, recipient);
            if (refused != null) {
                return refused;
            }
        }
        Optional<String> rendered = content.rendered(values);
        if (rendered.isEmpty()) {
            return ChannelFailure.PARAMETER_COUNT;
        }
        return length(rendered.get()) > LONGEST_RENDERED ? ChannelFailure.INVALID_CONTENT : null;
    }

    private @Nullable ChannelFailure unapproved(StoredContent content, String recipient) {
        String status = content.approval().status();
        if (status.equalsIgnoreCase("paused")) {
            return ChannelFailure.TEMPLATE_PAUSED;
        }
        if (status.equalsIgnoreCase("disabled")) {
            return ChannelFailure.TEMPLATE_DISABLED;
        }
        boolean allowed = content.isNeverApproved()
                ? conversations.isFreeFormAllowed(recipient)
                : content.isFreeInSession() && conversations.isOpen(recipient);
        return allowed ? null : ChannelFailure.OUTSIDE_WINDOW;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void refuseIf(boolean wrong, TwilioError error) {
        if (wrong) {
            throw new TwilioRefusal(error);
        }
    }
}
