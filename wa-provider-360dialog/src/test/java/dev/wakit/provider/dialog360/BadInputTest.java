package dev.wakit.provider.dialog360;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import dev.wakit.RequestRefusedException;
import dev.wakit.TemplateException;
import dev.wakit.WhatsApp;
import dev.wakit.WhatsAppException;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.media.MediaFile;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaType;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.SendRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people get wrong, and the typed error with the fix that they get for it. */
class BadInputTest {

    private static final Recipient PERSON = Recipient.of(PhoneNumber.parse("+14155550142"));
    private static final int LARGEST_PICTURE = 5 * 1024 * 1024;

    private final SimulatedNumber number = new SimulatedNumber();
    private final Dialog360Provider provider = number.provider();

    @AfterEach
    void close() {
        number.close();
    }

    @Test
    void aSenderOfAnotherAccount() {
        var request = SendRequest.builder(SenderId.of("999"), PERSON, TextMessage.of("Hi"))
                .build();

        assertRefused(
                () -> WhatsApp.using(provider).send(request),
                WhatsAppException.class,
                "d360_foreign_sender",
                "build a Dialog360Provider with the key of this number");
    }

    @Test
    void aTemplateThatIsNotThereOrNotInThatLanguage() {
        assertRefused(
                () -> WhatsApp.using(provider).send(PERSON, TemplateMessage.of("no_such_template", "en_US")),
                TemplateException.class,
                "132001",
                "check the spelling");
        assertRefused(
                () -> WhatsApp.using(provider).send(PERSON, TemplateMessage.of("hello_world", "pt_BR")),
                TemplateException.class,
                "132001",
                "choose a language that it has");
    }

    @Test
    void variablesThatDoNotFit() {
        assertRefused(
                () -> WhatsApp.using(provider)
                        .send(
                                PERSON,
                                TemplateMessage.builder("order_update", "en_US")
                                        .body("secretOne")
                                        .build()),
                TemplateException.class,
                "132000",
                "count them against the approved text");
    }

    @Test
    void mediaOverTheLimitOrOfAnotherType() {
        assertRefused(
                () -> upload(MediaFile.of("a.png", MediaType.of("image/png"), new byte[LARGEST_PICTURE + 1])),
                InvalidMessageException.class,
                "5,242,880",
                "5,242,881");
        assertRefused(
                () -> upload(MediaFile.of("a.zip", MediaType.of("application/zip"), new byte[] {'P', 'K'})),
                InvalidMessageException.class,
                "application/zip",
                "Use one of");
    }

    @Test
    void aFileThatIsNotThereIsMissedBy360dialogAndNotByMeta() {
        var media = provider.media().orElseThrow();
        MediaId id = media.upload(provider.defaultSender(), Files.picture());
        media.delete(id);

        assertThatThrownBy(() -> media.download(id))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("360dialog does not have media")
                .hasMessageNotContaining("Meta");
    }

    private void upload(MediaFile file) {
        provider.media().orElseThrow().upload(provider.defaultSender(), file);
    }

    private void assertRefused(ThrowingCallable act, Class<? extends WhatsAppException> type, String... words) {
        assertThatThrownBy(act)
                .isInstanceOf(type)
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("4155550142")
                .hasMessageNotContaining("secretOne");
        assertThat(number.simulator().ledger().accepted()).isEmpty();
    }
}
