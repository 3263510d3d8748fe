package dev.wakit.provider.twilio.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageContext;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.PreferenceChanged;
import dev.wakit.inbound.Referral;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.inbound.content.ButtonContent;
import dev.wakit.inbound.content.ChoiceContent;
import dev.wakit.inbound.content.LocationContent;
import dev.wakit.inbound.content.MediaContent;
import dev.wakit.inbound.content.TextContent;
import dev.wakit.inbound.content.UnknownContent;
import dev.wakit.message.MessageId;
import dev.wakit.webhook.WebhookRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboundTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String REPLIED = "SM22222222222222222222222222222222";
    private final TwilioWebhooks webhooks = new TwilioWebhooks(
            List.of("token"), List.of(URI.create("https://hooks.example.com/twilio")), InstantSource.fixed(NOW));

    @Test
    void readsATextAndWhoWroteIt() {
        MessageReceived message = only(Posts.inbound("Body=Hello there", "MessageType=text"));

        assertThat(message.messageId()).isEqualTo(MessageId.of(Posts.MESSAGE));
        assertThat(message.type()).isEqualTo("text");
        assertThat(message.content()).isEqualTo(new TextContent("Hello there"));
        assertThat(message.from()).contains(Recipient.of(PhoneNumber.parse("+447946000001")));
        assertThat(message.profileName()).contains("Ada");
        assertThat(message.sender()).contains(SenderId.of("+14155550100"));
        assertThat(message.at()).isEqualTo(NOW);
        assertThat(message.source().account()).isEqualTo(Posts.ACCOUNT);
        assertThat(message.raw()).contains("Body=Hello+there");
        assertThat(message.toString()).doesNotContain("Hello", "7946");
    }

    @Test
    void readsAQuickReplyOfATemplate() {
        MessageReceived message = only(Posts.inbound(
                "Body=Track",
                "ButtonText=Track",
                "ButtonPayload=track_9",
                "MessageType=button",
                "OriginalRepliedMessageSid=" + REPLIED,
                "OriginalRepliedMessageSender=whatsapp:+14155550100"));

        assertThat(message.content()).isEqualTo(new ButtonContent("Track", "track_9"));
        assertThat(message.payload()).contains("track_9");
        assertThat(message.replyTo()).contains(MessageId.of(REPLIED));
        assertThat(message.context()).isEqualTo(new MessageContext(REPLIED, "+14155550100", false, false, "", ""));
    }

    @Test
    void readsAButtonOfAnOpenConversation() {
        MessageReceived message =
                only(Posts.inbound("Body=Yes", "ButtonText=Yes", "ButtonPayload=yes", "MessageType=interactive"));

        assertThat(message.content()).isEqualTo(new ChoiceContent(ChoiceContent.Kind.BUTTON, "yes", "Yes", ""));
    }

    @Test
    void readsARowOfAList() {
        MessageReceived message =
                only(Posts.inbound("Body=Blue", "ListId=blue", "ListTitle=Blue", "MessageType=interactive"));

        assertThat(message.content()).isEqualTo(new ChoiceContent(ChoiceContent.Kind.ROW, "blue", "Blue", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg,image,IMAGE",
        "video/mp4,video,VIDEO",
        "audio/ogg,audio,AUDIO",
        "application/pdf,document,DOCUMENT",
        "image/webp,sticker,STICKER",
        "image/webp,image,IMAGE",
        "text/vcard,contacts,DOCUMENT"
    })
    void readsAFile(String mimeType, String type, MediaContent.Kind kind) {
        String url = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME" + "0".repeat(32);

        MessageReceived message = only(Posts.inbound(
                "NumMedia=1", "MediaUrl0=" + url, "MediaContentType0=" + mimeType, "MessageType=" + type, "Body=Look"));

        assertThat(message.content()).isInstanceOfSatisfying(MediaContent.class, media -> {
            assertThat(media.kind()).isEqualTo(kind);
            assertThat(media.url()).isEqualTo(url);
            assertThat(media.id()).isEqualTo("ME" + "0".repeat(32));
            assertThat(media.mimeType()).isEqualTo(mimeType);
            assertThat(media.caption()).isEqualTo("Look");
        });
    }

    @Test
    void readsALocation() {
        MessageReceived message = only(
                Posts.inbound("Latitude=37.787890", "Longitude=-122.391664", "Label=Pier", "Address=1 Ferry Building"));

        assertThat(message.content())
                .isEqualTo(new LocationContent(37.78789, -122.391664, "Pier", "1 Ferry Building", ""));
        assertThat(message.type()).isEqualTo("location");
    }

    @ParameterizedTest
    @CsvSource({"91,0", "0,181", "north,0", "'',0", "NaN,0"})
    void isNoLocationOutsideOfTheEarth(String latitude, String longitude) {
        MessageReceived message =
                only(Posts.inbound("Latitude=" + latitude, "Longitude=" + longitude, "MessageType=location"));

        assertThat(message.content()).isEqualTo(new UnknownContent("location"));
    }

    @Test
    void readsThePersonWhoHidesTheNumber() {
        MessageReceived message = only(Posts.body(
                "MessageSid=" + Posts.MESSAGE,
                "SmsStatus=received",
                "From=whatsapp:US.13491208655302741918",
                "To=whatsapp:+14155550100",
                "Body=Hi"));

        assertThat(message.from()).contains(Recipient.of(Bsuid.of("US.13491208655302741918")));
        assertThat(message.person().phone()).isEmpty();
    }

    @Test
    void knowsBothTheNumberAndTheUserId() {
        MessageReceived message = only(Posts.inbound("Body=Hi", "ExternalUserId=whatsapp:ID.456678901234567"));

        assertThat(message.from())
                .contains(Recipient.of(PhoneNumber.parse("+447946000001"), Bsuid.of("ID.456678901234567")));
    }

    @Test
    void leavesOutAUserIdOfAnotherForm() {
        MessageReceived message = only(Posts.inbound("Body=Hi", "ExternalUserId=whatsapp:someone"));

        assertThat(message.from()).contains(Recipient.of(PhoneNumber.parse("+447946000001")));
    }

    @Test
    void readsTheAdvertisement() {
        MessageReceived message = only(Posts.inbound(
                "Body=Hi",
                "ReferralSourceType=ad",
                "ReferralSourceId=1",
                "ReferralSourceUrl=https://fb.me/1",
                "ReferralHeadline=Sale",
                "ReferralBody=Everything",
                "ReferralMediaContentType=image/jpeg",
                "ReferralMediaUrl=https://cdn.example.com/a.jpg",
                "ReferralCtwaClid=click"));

        assertThat(message.referral())
                .contains(new Referral(
                        "ad",
                        "1",
                        "https://fb.me/1",
                        "Sale",
                        "Everything",
                        "image",
                        "https://cdn.example.com/a.jpg",
                        "",
                        "",
                        "click",
                        ""));
    }

    @Test
    void knowsForwardedMessages() {
        MessageReceived message = only(Posts.inbound("Body=Hi", "Forwarded=true", "FrequentlyForwarded=true"));

        assertThat(message.context().forwarded()).isTrue();
        assertThat(message.context().frequentlyForwarded()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"STOP,false", "START,true", "stop,false"})
    void tellsThatThePersonOptedOutOrIn(String word, boolean wanted) {
        List<InboundEvent> events = parse(Posts.inbound("Body=" + word, "OptOutType=" + word));

        assertThat(events).hasSize(2);
        assertThat(events.get(0)).isInstanceOf(MessageReceived.class);
        assertThat(events.get(1)).isInstanceOfSatisfying(PreferenceChanged.class, changed -> {
            assertThat(changed.marketingWanted()).isEqualTo(wanted);
            assertThat(changed.recipient()).isEqualTo(Recipient.of(PhoneNumber.parse("+447946000001")));
        });
    }

    @Test
    void takesACallForHelpForAMessageOnly() {
        assertThat(parse(Posts.inbound("Body=HELP", "OptOutType=HELP"))).hasSize(1);
    }

    @Test
    void keepsTheTextOfATypeThatIsNew() {
        MessageReceived message = only(Posts.inbound("Body=STOP", "MessageType=hologram"));

        assertThat(message.type()).isEqualTo("hologram");
        assertThat(message.text()).contains("STOP");
    }

    @Test
    void keepsAnOrderAsItIs() {
        MessageReceived message = only(Posts.inbound("MessageType=order", "ChannelMetadata={\"type\":\"order\"}"));

        assertThat(message.content()).isEqualTo(new UnknownContent("order"));
        assertThat(message.raw()).contains("ChannelMetadata");
    }

    @Test
    void readsTheOlderNamesOfAMessage() {
        MessageReceived message = only(Posts.body(
                "SmsSid=" + Posts.MESSAGE,
                "SmsStatus=received",
                "From=whatsapp:+447946000001",
                "To=whatsapp:+14155550100",
                "Body=Hi"));

        assertThat(message.messageId()).isEqualTo(MessageId.of(Posts.MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&&&", "=", "%", "From=%zz", "MessageSid=", "SmsStatus=received"})
    void keepsAFormThatSaysNothing(String body) {
        List<InboundEvent> events = parse(body);

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        UnknownEvent.class, unknown -> assertThat(unknown.raw()).isEqualTo(body));
    }

    @Test
    void keepsJsonAndThePostsOfTheDebugger() {
        WebhookRequest json = WebhookRequest.of(
                "POST",
                "/twilio?bodySHA256=00",
                Map.of("Content-Type", "application/json"),
                "{\"a\":1}".getBytes(StandardCharsets.UTF_8));

        assertThat(webhooks.parse(json))
                .singleElement()
                .isInstanceOfSatisfying(
                        UnknownEvent.class, unknown -> assertThat(unknown.raw()).isEqualTo("{\"a\":1}"));
        assertThat(parse(Posts.body("Payload={}", "Level=ERROR", "Sid=NO1")))
                .singleElement()
                .isInstanceOfSatisfying(
                        UnknownEvent.class,
                        unknown -> assertThat(unknown.name()).isEqualTo("debugger"));
    }

    @Test
    void neverThrowsOnADamagedForm() {
        var random = new Random(42);
        String whole = Posts.inbound(
                "Body=Hi",
                "ButtonPayload=x",
                "Latitude=1",
                "Longitude=2",
                "ExternalUserId=whatsapp:US.1",
                "OptOutType=STOP");
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = whole.getBytes(StandardCharsets.UTF_8);
            for (int j = 0; j < 1 + random.nextInt(20); j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            WebhookRequest request = WebhookRequest.of("POST", "/twilio", Map.of("Content-Type", Posts.FORM), damaged);

            assertThat(webhooks.parse(request)).as("seed 42, form " + i).isNotEmpty();
        }
    }

    private MessageReceived only(String body) {
        List<InboundEvent> events = parse(body);
        assertThat(events).hasSize(1);
        return (MessageReceived) events.get(0);
    }

    private List<InboundEvent> parse(String body) {
        return webhooks.parse(Posts.form("/twilio/inbound", "", body));
    }
}
