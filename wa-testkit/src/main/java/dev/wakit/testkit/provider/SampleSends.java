package dev.wakit.testkit.provider;

import dev.wakit.media.GeoLocation;
import dev.wakit.media.MediaSource;
import dev.wakit.message.AudioMessage;
import dev.wakit.message.ContactCard;
import dev.wakit.message.ContactName;
import dev.wakit.message.ContactPhone;
import dev.wakit.message.ContactsMessage;
import dev.wakit.message.DocumentMessage;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.LocationMessage;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.message.ReactionMessage;
import dev.wakit.message.StickerMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.message.VideoMessage;
import java.util.List;
import java.util.stream.Stream;

/** One request for every kind of message, every part of one, and everything that stands around one. */
final class SampleSends {

    /** What is on the wire of a link in a template in any case: with some BSPs the rest of it is in the template. */
    static final String FILE = "finch.bin";

    static final String LINKED = "https://cdn.example.org/" + FILE;
    static final String STORED = "8812349900";
    static final String CAPTION = "Kingfisher";

    private SampleSends() {}

    static Stream<SampleSend> all(MessageId earlier) {
        return Stream.of(
                        texts(),
                        media(MediaSource.link(LINKED), "by link", LINKED),
                        media(MediaSource.id(STORED), "by id", STORED),
                        others(earlier),
                        SampleInteractives.all(),
                        SampleTemplates.all())
                .flatMap(some -> some);
    }

    private static Stream<SampleSend> texts() {
        return Stream.of(
                SampleSend.of("TEXT", TextMessage.of("Nightingale & Söhne = 100 % \"fine\""), "Nightingale"),
                SampleSend.of(
                        "TEXT with a preview",
                        TextMessage.builder("See https://example.org/wren")
                                .previewLinks(true)
                                .build(),
                        "https://example.org/wren"));
    }

    private static Stream<SampleSend> media(MediaSource source, String how, String word) {
        return Stream.of(
                SampleSend.of(
                        "IMAGE " + how,
                        ImageMessage.builder(source).caption(CAPTION).build(),
                        word,
                        CAPTION),
                SampleSend.of(
                        "VIDEO " + how,
                        VideoMessage.builder(source).caption(CAPTION).build(),
                        word,
                        CAPTION),
                SampleSend.of(
                        "DOCUMENT " + how,
                        DocumentMessage.builder(source)
                                .caption(CAPTION)
                                .filename("heron.pdf")
                                .build(),
                        word,
                        CAPTION),
                SampleSend.of("AUDIO " + how, AudioMessage.of(source), word),
                SampleSend.of(
                        "AUDIO as a voice note " + how,
                        AudioMessage.builder(source).voice(true).build(),
                        word),
                SampleSend.of("STICKER " + how, new StickerMessage(source), word));
    }

    private static Stream<SampleSend> others(MessageId earlier) {
        Message location = LocationMessage.of(
                GeoLocation.builder(12.5, -70.25).name("Lark").build());
        Message contact = ContactsMessage.of(ContactCard.builder(
                        ContactName.builder("Ada Plover").firstName("Ada").build())
                .addPhone(ContactPhone.of("+14155550142"))
                .build());
        return Stream.of(
                SampleSend.of("LOCATION", location, "12.5", "-70.25"),
                SampleSend.of("CONTACTS", contact, "Plover"),
                SampleSend.of("REACTION", ReactionMessage.of(earlier, "👍"), earlier.value()),
                SampleSend.of("REACTION taken back", ReactionMessage.removal(earlier), earlier.value()));
    }

    /** The same message, to people who can be reached in other ways, or with more around it. */
    static List<SampleSend> around(Message message, MessageId earlier) {
        return List.of(
                new SampleSend(
                        "an answer to a message",
                        message,
                        request -> request.replyTo(earlier),
                        List.of(earlier.value())),
                new SampleSend(
                        "an identity hash",
                        message,
                        request -> request.identityHash("DF2lS5v2W6x="),
                        List.of("DF2lS5v2W6x=")));
    }
}
