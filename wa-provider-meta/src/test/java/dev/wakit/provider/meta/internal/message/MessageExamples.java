package dev.wakit.provider.meta.internal.message;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Region;
import dev.wakit.media.GeoLocation;
import dev.wakit.media.MediaSource;
import dev.wakit.message.AudioMessage;
import dev.wakit.message.ContactAddress;
import dev.wakit.message.ContactCard;
import dev.wakit.message.ContactEmail;
import dev.wakit.message.ContactName;
import dev.wakit.message.ContactOrg;
import dev.wakit.message.ContactPhone;
import dev.wakit.message.ContactUrl;
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
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** One message for each golden wire file, without templates and interactive ones. */
final class MessageExamples {

    private static final MediaSource ID = MediaSource.id("1479537139650973");
    private static final MediaSource LINK = MediaSource.link("https://shop.example/file?sig=a%2Fb");

    private MessageExamples() {}

    static Map<String, Message> all() {
        var all = new LinkedHashMap<String, Message>();
        all.put(
                "text",
                TextMessage.builder("Grüße 😀\n\"https://shop.example\"")
                        .previewLinks(true)
                        .build());
        all.put("image-id", ImageMessage.builder(ID).caption("Our shop").build());
        all.put("image-link", ImageMessage.of(LINK));
        all.put("video-id", VideoMessage.builder(ID).caption("Our shop").build());
        all.put("video-link", VideoMessage.of(LINK));
        all.put(
                "document-id",
                DocumentMessage.builder(ID)
                        .filename("order.pdf")
                        .caption("Your order")
                        .build());
        all.put("document-link", DocumentMessage.of(LINK));
        all.put("audio-id", AudioMessage.of(ID));
        all.put("audio-voice-link", AudioMessage.builder(LINK).voice(true).build());
        all.put("sticker-id", StickerMessage.of(ID));
        all.put("sticker-link", StickerMessage.of(LINK));
        all.put(
                "location",
                new LocationMessage(GeoLocation.builder(37.442161, -122.161535)
                        .name("Philz Coffee")
                        .address("101 Forest Ave")
                        .build()));
        all.put("location-bare", new LocationMessage(GeoLocation.of(-33.5, 151)));
        all.put("reaction", ReactionMessage.of(MessageId.of("wamid.HBgLMTY1"), "👍🏽"));
        all.put("reaction-removal", ReactionMessage.removal(MessageId.of("wamid.HBgLMTY1")));
        all.put("contacts", ContactsMessage.of(barbara(), ContactCard.of(ContactName.of("Kim"))));
        return all;
    }

    private static ContactCard barbara() {
        return ContactCard.builder(ContactName.builder("Dr. Barbara J. Johnson Esq.")
                        .prefix("Dr.")
                        .firstName("Barbara")
                        .middleName("J.")
                        .lastName("Johnson")
                        .suffix("Esq.")
                        .build())
                .birthday(LocalDate.of(1999, 1, 23))
                .addPhone(ContactPhone.of(PhoneNumber.parse("+16505559999")))
                .addPhone(ContactPhone.builder("650 555 0000").type("Home").build())
                .addEmail(ContactEmail.builder("b@shop.example").type("Work").build())
                .addUrl(ContactUrl.builder("https://shop.example")
                        .type("Company")
                        .build())
                .addAddress(ContactAddress.builder()
                        .street("1 Way")
                        .city("Menlo Park")
                        .state("CA")
                        .zip("94025")
                        .country("United States")
                        .region(Region.of("US"))
                        .type("Office")
                        .build())
                .org(ContactOrg.builder()
                        .company("Lucky Shrub")
                        .department("Legal")
                        .title("Counsel")
                        .build())
                .build();
    }
}
