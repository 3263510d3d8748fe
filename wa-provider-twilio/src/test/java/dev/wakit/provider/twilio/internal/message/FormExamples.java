package dev.wakit.provider.twilio.internal.message;

import dev.wakit.address.Bsuid;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.media.GeoLocation;
import dev.wakit.media.MediaSource;
import dev.wakit.message.AudioMessage;
import dev.wakit.message.DocumentMessage;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.LocationMessage;
import dev.wakit.message.Message;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.message.VideoMessage;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.twilio.Requests;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests and settings, by the name of the golden file that they give. */
public final class FormExamples {

    private static final SendSettings PLAIN = settings(Optional.empty(), Optional.empty());

    private FormExamples() {}

    /**
     * One example.
     *
     * @param content the Content, for templates
     * @param sendAt when, for scheduled messages
     */
    public record Example(
            SendSettings settings, SendRequest request, Optional<ContentUse> content, Optional<Instant> sendAt) {

        /** The form. */
        public List<Map.Entry<String, String>> form() {
            return new MessageForms(settings).encode(request, content, sendAt);
        }
    }

    private static SendSettings settings(Optional<String> service, Optional<URI> webhook) {
        return new SendSettings(service, webhook, "", Optional.empty(), false, false, false);
    }

    /** All examples. */
    public static Map<String, Example> all() {
        var all = new LinkedHashMap<String, Example>();
        all.put("text", plain(TextMessage.of("Hello + ü & 1 = 1 €")));
        all.put(
                "image",
                plain(ImageMessage.builder(link("https://cdn.example.com/a.png?sig=a%2Bb&x=1"))
                        .caption("Your picture")
                        .build()));
        all.put("video", plain(VideoMessage.of(link("https://cdn.example.com/a.mp4"))));
        all.put(
                "document",
                plain(DocumentMessage.builder(link("https://cdn.example.com/invoice.pdf"))
                        .caption("Your invoice")
                        .filename("invoice.pdf")
                        .build()));
        all.put("audio", plain(AudioMessage.of(link("https://cdn.example.com/a.ogg"))));
        all.put(
                "location",
                plain(LocationMessage.of(GeoLocation.builder(37.787890, -122.391664)
                        .name("Pier | 1")
                        .address("1 Ferry Building")
                        .build())));
        all.put("location-without-name", plain(LocationMessage.of(GeoLocation.of(0.00001, 100))));
        all.put("template", template(PLAIN, Requests.SENDER, Map.of("1", "Ann \"Q\"")));
        all.put("template-without-variables", template(PLAIN, Requests.SENDER, Map.of()));
        all.put(
                "service",
                template(
                        settings(Optional.empty(), Optional.of(URI.create("https://hooks.example.com/t?key=1"))),
                        Requests.SERVICE,
                        Map.of("1", "Ann")));
        all.put(
                "sender-of-a-service",
                new Example(
                        settings(Optional.of(Requests.SERVICE), Optional.empty()),
                        Requests.text(),
                        Optional.empty(),
                        Optional.empty()));
        all.put("full", full());
        all.put(
                "bsuid",
                new Example(
                        PLAIN,
                        SendRequest.builder(
                                        SenderId.of(Requests.SENDER),
                                        Recipient.of(Bsuid.of("US.13491208655302741918")),
                                        TextMessage.of("Hi"))
                                .build(),
                        Optional.empty(),
                        Optional.empty()));
        return all;
    }

    private static Example full() {
        var settings = new SendSettings(
                Optional.of(Requests.SERVICE),
                Optional.of(Requests.WEBHOOK),
                "rc=5&rp=all&tt=15000",
                Optional.of(Duration.ofHours(4)),
                true,
                true,
                true);
        SendRequest request = SendRequest.builder(
                        SenderId.of(Requests.SENDER), Requests.PERSON, TextMessage.of("See https://example.com"))
                .callbackData("a/b c+d")
                .build();
        return new Example(settings, request, Optional.empty(), Optional.of(Instant.parse("2026-11-22T10:00:00.123Z")));
    }

    private static Example plain(Message message) {
        return new Example(PLAIN, Requests.of(message), Optional.empty(), Optional.empty());
    }

    private static Example template(SendSettings settings, String sender, Map<String, String> variables) {
        SendRequest request = SendRequest.builder(
                        SenderId.of(sender), Requests.PERSON, TemplateMessage.of("order_update", "en"))
                .callbackData("01JD8Z")
                .build();
        return new Example(
                settings, request, Optional.of(new ContentUse(Requests.CONTENT, variables)), Optional.empty());
    }

    private static MediaSource link(String url) {
        return MediaSource.link(URI.create(url));
    }
}
