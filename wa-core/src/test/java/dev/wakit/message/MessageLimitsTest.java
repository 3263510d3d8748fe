package dev.wakit.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import dev.wakit.media.MediaSource;
import dev.wakit.message.interactive.InteractiveHeader;
import dev.wakit.message.interactive.ListMenu;
import dev.wakit.message.interactive.ListRow;
import dev.wakit.message.interactive.ListSection;
import dev.wakit.message.interactive.ReplyButton;
import dev.wakit.message.interactive.ReplyButtons;
import dev.wakit.message.interactive.UrlButton;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.TemplateName;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageLimitsTest {
    private static final MediaSource MEDIA = MediaSource.id("1");
    private static final ReplyButton BUTTON = ReplyButton.of("a", "b");

    static Stream<Arguments> textLimits() {
        return Stream.of(
                limit("text.body", 4096, TextMessage::of),
                limit(
                        "image.caption",
                        1024,
                        text -> ImageMessage.builder(MEDIA).caption(text).build()),
                limit(
                        "video.caption",
                        1024,
                        text -> VideoMessage.builder(MEDIA).caption(text).build()),
                limit(
                        "document.caption",
                        1024,
                        text -> DocumentMessage.builder(MEDIA).caption(text).build()),
                limit("interactive.header.text", 60, InteractiveHeader::text),
                limit("interactive.body", 1024, text -> buttons().body(text).build()),
                limit("interactive.body", 4096, text -> list().body(text).build()),
                limit(
                        "interactive.footer",
                        60,
                        text -> buttons().body("a").footer(text).build()),
                limit("button.id", 256, text -> ReplyButton.of(text, "a")),
                limit("button.title", 20, text -> ReplyButton.of("a", text)),
                limit("button.display_text", 20, text -> UrlButton.of(text, "https://a.b")),
                limit("list.button", 20, text -> ListMenu.of(text, ListRow.of("a", "b"))),
                limit("section.title", 24, text -> ListSection.of(text, ListRow.of("a", "b"))),
                limit("row.id", 200, text -> ListRow.of(text, "a")),
                limit("row.title", 24, text -> ListRow.of("a", text)),
                limit(
                        "row.description",
                        72,
                        text -> ListRow.builder("a", "b").description(text).build()),
                limit("template.name", 512, TemplateName::of),
                limit("button.coupon_code", 20, ButtonParameter::couponCode),
                limit("button.url_suffix", 2000, ButtonParameter::urlSuffix),
                limit(
                        "authentication code",
                        15,
                        text -> TemplateMessage.builder("a", "en").authenticationCode(text)));
    }

    @ParameterizedTest
    @MethodSource("textLimits")
    void allowsTextUpToTheLimitAndNotBeyond(String field, int max, Consumer<String> build) {
        assertThatCode(() -> build.accept("x".repeat(max))).doesNotThrowAnyException();
        assertThatThrownBy(() -> build.accept("x".repeat(max + 1)))
                .isInstanceOfSatisfying(
                        InvalidMessageException.class,
                        thrown -> assertThat(thrown.field()).isEqualTo(field))
                .hasMessageNotContaining("xxx");
    }

    @ParameterizedTest
    @MethodSource("textLimits")
    void refusesBlankText(String field, int max, Consumer<String> build) {
        assertThatThrownBy(() -> build.accept("  "))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageStartingWith(field);
    }

    @Test
    void rejectsBodyLongerThan4096() {
        assertThatThrownBy(() -> TextMessage.of("x".repeat(5000)))
                .hasMessage("text.body must have at most 4,096 characters, but has 5,000. Shorten it.");
    }

    @Test
    void countsAnEmojiAsOneCharacter() {
        assertThatCode(() -> TextMessage.of("😀".repeat(4096))).doesNotThrowAnyException();
    }

    @Test
    void allows257ContactsAndNotMore() {
        ContactCard card = Messages.card();

        assertThat(new ContactsMessage(Collections.nCopies(257, card)).contacts())
                .hasSize(257);
        assertThatThrownBy(() -> new ContactsMessage(Collections.nCopies(258, card)))
                .hasMessage("contacts must have 1 to 257 elements, but has 258.");
        assertThatThrownBy(() -> new ContactsMessage(List.of())).isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void givesAContactNameThePartThatWhatsAppWants() {
        assertThat(ContactName.of("Madonna").firstName()).contains("Madonna");
        assertThat(ContactName.builder("Dr. No").prefix("Dr.").build().firstName())
                .isEmpty();
    }

    @Test
    void removesAReactionWithoutAnEmoji() {
        assertThat(ReactionMessage.removal(MessageId.of("wamid.1")).emoji()).isEmpty();
    }

    private static Arguments limit(String field, int max, Consumer<String> build) {
        return Arguments.of(field, max, build);
    }

    private static InteractiveMessage.Builder buttons() {
        return InteractiveMessage.builder(ReplyButtons.of(BUTTON));
    }

    private static InteractiveMessage.Builder list() {
        return InteractiveMessage.builder(ListMenu.of("a", ListRow.of("a", "b")));
    }
}
