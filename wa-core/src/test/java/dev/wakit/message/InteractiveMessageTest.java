package dev.wakit.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import dev.wakit.media.MediaSource;
import dev.wakit.message.interactive.InteractiveAction;
import dev.wakit.message.interactive.InteractiveHeader;
import dev.wakit.message.interactive.InteractiveHeader.Format;
import dev.wakit.message.interactive.InteractiveKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractiveMessageTest {
    // The columns of the table of Meta's documentation: headers (T text, I image, V video, D document), body limit,
    // footer.
    @ParameterizedTest
    @CsvSource({
        "REPLY_BUTTONS, TIVD, 1024, true",
        "LIST, T, 4096, true",
        "URL_BUTTON, TIVD, 1024, true",
        "LOCATION_REQUEST, '', 1024, false",
        "PRODUCT, '', 1024, true",
        "PRODUCT_LIST, T, 1024, true",
        "CATALOG, '', 1024, true",
        "MEDIA_CAROUSEL, '', 1024, false",
        "PRODUCT_CAROUSEL, '', 1024, false",
        "FLOW, TIVD, 1024, true",
        "ADDRESS, TIVD, 1024, true",
        "ORDER_DETAILS, I, 1024, true",
        "ORDER_STATUS, '', 1024, true",
        "CALL_PERMISSION_REQUEST, '', 1024, true",
        "VOICE_CALL, '', 1024, true",
        "CONTACT_REQUEST, '', 1024, true",
    })
    void keepsTheRulesOfItsKind(InteractiveKind kind, String headers, int bodyLimit, boolean footer) {
        InteractiveMessage message = Messages.framed(action(kind));

        for (Format format : Format.values()) {
            boolean allowed = headers.indexOf(format.name().charAt(0)) >= 0;
            accepts(allowed, () -> message.toBuilder().header(header(format)).build());
        }
        accepts(true, () -> message.toBuilder().body("x".repeat(bodyLimit)).build());
        accepts(false, () -> message.toBuilder().body("x".repeat(bodyLimit + 1)).build());
        accepts(footer, () -> message.toBuilder().footer("x").build());
    }

    @ParameterizedTest
    @CsvSource({"REPLY_BUTTONS, false", "LOCATION_REQUEST, false", "PRODUCT, true", "CALL_PERMISSION_REQUEST, true"})
    void knowsWhichKindsNeedABody(InteractiveKind kind, boolean optional) {
        accepts(optional, () -> InteractiveMessage.builder(action(kind)).build());
    }

    @Test
    void needsAHeaderAboveAProductList() {
        assertThatThrownBy(() -> InteractiveMessage.builder(action(InteractiveKind.PRODUCT_LIST))
                        .body("x")
                        .build())
                .hasMessage("interactive.header must be set for PRODUCT_LIST.");
    }

    @ParameterizedTest
    @CsvSource({"LIST, one of [TEXT]", "CATALOG, none"})
    void namesTheHeadersThatAreAllowed(InteractiveKind kind, String allowed) {
        InteractiveMessage.Builder message =
                Messages.framed(action(kind)).toBuilder().header(header(Format.IMAGE));

        assertThatThrownBy(message::build)
                .hasMessage("interactive.header must be " + allowed + " for " + kind + ", but is IMAGE.");
    }

    private static void accepts(boolean expected, Runnable build) {
        if (expected) {
            assertThatCode(build::run).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(build::run).isInstanceOf(InvalidMessageException.class);
        }
    }

    private static InteractiveAction action(InteractiveKind kind) {
        return Messages.actions()
                .filter(action -> action.kind() == kind)
                .findAny()
                .orElseThrow();
    }

    private static InteractiveHeader header(Format format) {
        MediaSource source = MediaSource.id("1");
        InteractiveHeader header = switch (format) {
            case TEXT -> InteractiveHeader.text("x");
            case IMAGE -> InteractiveHeader.image(source);
            case VIDEO -> InteractiveHeader.video(source);
            case DOCUMENT -> InteractiveHeader.document(source, "a.pdf");
        };
        assertThat(header.format()).isEqualTo(format);
        return header;
    }
}
