package dev.wakit.provider.twilio.internal.message;

import dev.wakit.InvalidMessageException;
import dev.wakit.UnsupportedMessageException;
import dev.wakit.media.MediaLink;
import dev.wakit.media.MediaSource;
import dev.wakit.message.AudioMessage;
import dev.wakit.message.DocumentMessage;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.LocationMessage;
import dev.wakit.message.Message;
import dev.wakit.message.MessageKind;
import dev.wakit.message.VideoMessage;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a request as the form of {@code Messages.json}. Thread-safe. */
public final class MessageForms {

    /** The most characters of a text at Twilio: {@value}. */
    public static final int MAX_BODY = 1600;

    /** How soon and how late a scheduled message may go out. */
    private static final Duration SOONEST = Duration.ofMinutes(15);

    private static final Duration LATEST = Duration.ofDays(35);

    private static final Set<MessageKind> KINDS = EnumSet.of(
            MessageKind.TEXT,
            MessageKind.IMAGE,
            MessageKind.VIDEO,
            MessageKind.DOCUMENT,
            MessageKind.AUDIO,
            MessageKind.LOCATION,
            MessageKind.TEMPLATE);

    private final SendSettings settings;
    private final StatusCallbacks callbacks;

    /** Forms with these settings. */
    public MessageForms(SendSettings settings) {
        this.settings = settings;
        this.callbacks = new StatusCallbacks(settings.webhookUrl(), settings.connectionOverrides());
    }

    /** The kinds of message that can be written. */
    public static Set<MessageKind> kinds() {
        return Set.copyOf(KINDS);
    }

    /**
     * The form of a request.
     *
     * @param content the Content of a template; empty for every other message
     * @param sendAt when Twilio shall send it; empty for at once
     * @throws IllegalArgumentException if the sender cannot be one
     * @throws InvalidMessageException if the text is too long
     */
    public List<Map.Entry<String, String>> encode(
            SendRequest request, Optional<ContentUse> content, Optional<Instant> sendAt) {
        var form = new ArrayList<Map.Entry<String, String>>();
        form.add(Map.entry("To", Addresses.of(request.recipient())));
        sender(request, form);
        if (content.isPresent()) {
            content(content.get(), form);
        } else {
            session(request.message(), form);
        }
        callbacks.of(request).ifPresent(url -> form.add(Map.entry("StatusCallback", url)));
        settings.validityPeriod()
                .ifPresent(period -> form.add(Map.entry("ValidityPeriod", String.valueOf(period.toSeconds()))));
        sendAt.ifPresent(time -> {
            form.add(Map.entry("ScheduleType", "fixed"));
            form.add(Map.entry("SendAt", time.truncatedTo(ChronoUnit.SECONDS).toString()));
        });
        if (settings.discardsContent()) {
            form.add(Map.entry("ContentRetention", "discard"));
        }
        if (settings.obfuscatesAddresses()) {
            form.add(Map.entry("AddressRetention", "obfuscate"));
        }
        if (settings.shortensUrls() && content.isEmpty()) {
            form.add(Map.entry("ShortenUrls", "true"));
        }
        return List.copyOf(form);
    }

    /**
     * Checks what can be checked without the Content, so that it is told before anything else is asked.
     *
     * @throws IllegalArgumentException if the sender cannot be one
     * @throws InvalidMessageException if the text is too long
     */
    public void check(SendRequest request) {
        Addresses.check(request.sender());
        if (request.message().kind() != MessageKind.TEMPLATE) {
            session(request.message(), new ArrayList<>());
        }
    }

    /**
     * Checks the time of a scheduled message.
     *
     * @throws InvalidMessageException if it is too soon, too late, or no Messaging Service is there to schedule it
     */
    public void checkSchedule(SendRequest request, Instant sendAt, Instant now) {
        if (sendAt.isBefore(now.plus(SOONEST)) || sendAt.isAfter(now.plus(LATEST))) {
            throw new InvalidMessageException(
                    "sendAt", "must lie 15 minutes to 35 days ahead, but is " + sendAt + " at " + now + ".");
        }
        boolean hasService = settings.messagingService().isPresent()
                || Addresses.isService(request.sender().value());
        if (!hasService) {
            throw new InvalidMessageException(
                    "sendAt",
                    "needs a Messaging Service. Call messagingServiceSid(...) on the builder of the provider.");
        }
    }

    private void sender(SendRequest request, List<Map.Entry<String, String>> form) {
        String sender = Addresses.check(request.sender());
        if (Addresses.isService(sender)) {
            form.add(Map.entry("MessagingServiceSid", sender));
            return;
        }
        form.add(Map.entry("From", Addresses.of(sender)));
        settings.messagingService().ifPresent(service -> form.add(Map.entry("MessagingServiceSid", service)));
    }

    private static void content(ContentUse content, List<Map.Entry<String, String>> form) {
        form.add(Map.entry("ContentSid", content.sid()));
        if (!content.variables().isEmpty()) {
            String json = Json.tree(content.variables()).toString();
            form.add(Map.entry("ContentVariables", json));
        }
    }

    private static void session(Message message, List<Map.Entry<String, String>> form) {
        SessionText.of(message).ifPresent(text -> form.add(Map.entry("Body", atMost(text))));
        if (message instanceof LocationMessage location) {
            form.add(Map.entry("PersistentAction", SessionText.geo(location.location())));
        } else {
            source(message).ifPresent(source -> form.add(Map.entry("MediaUrl", link(message, source))));
        }
    }

    private static Optional<MediaSource> source(Message message) {
        if (message instanceof ImageMessage image) {
            return Optional.of(image.source());
        } else if (message instanceof VideoMessage video) {
            return Optional.of(video.source());
        } else if (message instanceof DocumentMessage document) {
            return Optional.of(document.source());
        } else if (message instanceof AudioMessage audio) {
            return Optional.of(audio.source());
        }
        return Optional.empty();
    }

    private static String link(Message message, MediaSource source) {
        if (source instanceof MediaLink link) {
            return link.url().toString();
        }
        throw new UnsupportedMessageException("Twilio keeps no media, and this " + message.kind()
                + " message names a file by its id. Give a link to the file: MediaSource.link(...).");
    }

    private static String atMost(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > MAX_BODY) {
            throw new InvalidMessageException(
                    "text.body",
                    String.format(
                            Locale.ROOT,
                            "must have at most %,d characters at Twilio, but has %,d. Shorten it or send two.",
                            MAX_BODY,
                            length));
        }
        return text;
    }
}
