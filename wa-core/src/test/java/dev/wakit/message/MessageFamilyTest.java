package dev.wakit.message;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Region;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaSource;
import dev.wakit.message.interactive.InteractiveAction;
import dev.wakit.message.interactive.InteractiveHeader;
import dev.wakit.message.interactive.InteractiveKind;
import dev.wakit.message.interactive.SingleProduct;
import dev.wakit.message.interactive.UrlButton;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.TapTarget;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateParameter;
import dev.wakit.template.TemplateValues;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFamilyTest {
    @Test
    void everyPermittedMessageHasItsOwnKind() {
        Set<Class<?>> seen = Messages.all().map(Message::getClass).collect(toSet());
        Set<MessageKind> kinds = Messages.all().map(Message::kind).collect(toSet());

        assertThat(seen).containsExactlyInAnyOrder(Message.class.getPermittedSubclasses());
        assertThat(kinds).containsExactlyInAnyOrder(MessageKind.values());
        assertThat(Message.class.getPermittedSubclasses()).hasSameSizeAs(MessageKind.values());
    }

    @Test
    void everyPermittedActionHasItsOwnKind() {
        Set<Class<?>> seen = Messages.actions().map(InteractiveAction::getClass).collect(toSet());
        Set<InteractiveKind> kinds =
                Messages.actions().map(InteractiveAction::kind).collect(toSet());

        assertThat(seen).containsExactlyInAnyOrder(InteractiveAction.class.getPermittedSubclasses());
        assertThat(kinds).containsExactlyInAnyOrder(InteractiveKind.values());
        assertThat(InteractiveAction.class.getPermittedSubclasses()).hasSameSizeAs(InteractiveKind.values());
    }

    @ParameterizedTest
    @MethodSource("dev.wakit.message.Messages#all")
    void showsNoContentInToString(Message message) {
        assertThat(message.toString()).doesNotContain(Messages.SECRET, Messages.PHONE, "37.44", "1999");
    }

    @ParameterizedTest
    @MethodSource("partsOfMessages")
    void showsNoContentInToStringOfParts(Object part) {
        assertThat(part.toString()).doesNotContain(Messages.SECRET, Messages.PHONE, "1999");
    }

    static Stream<Object> partsOfMessages() {
        ContactCard card = Messages.card();
        TemplateMessage template = Messages.template();
        return Stream.of(
                        Messages.actions(),
                        Stream.of(
                                card,
                                card.name(),
                                card.phones(),
                                card.emails(),
                                card.urls(),
                                card.addresses(),
                                card.org()),
                        Stream.of(
                                template.values(),
                                template.header(),
                                template.body(),
                                template.buttons(),
                                template.tapTarget()),
                        Stream.of(
                                Messages.order(),
                                Messages.order().items(),
                                Messages.order().settings(),
                                Messages.order().tax()),
                        Stream.of(
                                InteractiveHeader.text(Messages.SECRET),
                                TemplateParameter.namedText("a", Messages.SECRET)))
                .flatMap(parts -> parts);
    }

    @ParameterizedTest
    @MethodSource("dev.wakit.message.Messages#all")
    void isEqualToARebuiltCopy(Message message) throws ReflectiveOperationException {
        if (message.getClass().isRecord() || message instanceof ReactionMessage) {
            return;
        }
        Object builder = message.getClass().getMethod("toBuilder").invoke(message);

        assertThat(builder.getClass().getMethod("build").invoke(builder))
                .isEqualTo(message)
                .hasSameHashCodeAs(message);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                TextMessage.class,
                ImageMessage.class,
                VideoMessage.class,
                DocumentMessage.class,
                AudioMessage.class,
                ReactionMessage.class,
                InteractiveMessage.class,
                TemplateMessage.class,
                ContactCard.class,
                ContactName.class,
                ContactPhone.class,
                ContactEmail.class,
                ContactUrl.class,
                ContactOrg.class,
                ContactAddress.class,
            })
    void isEqualByAllParts(Class<?> type) {
        EqualsVerifier.forClass(type)
                .suppress(Warning.NULL_FIELDS)
                .withPrefabValues(MediaSource.class, new MediaId("a"), new MediaId("b"))
                .withPrefabValues(MessageId.class, MessageId.of("a"), MessageId.of("b"))
                .withPrefabValues(Region.class, Region.of("IN"), Region.of("US"))
                .withPrefabValues(
                        PhoneNumber.class, PhoneNumber.parse("+919978783238"), PhoneNumber.parse("+14155552671"))
                .withPrefabValues(InteractiveAction.class, SingleProduct.of("a", "b"), SingleProduct.of("a", "c"))
                .withPrefabValues(InteractiveHeader.class, InteractiveHeader.text("a"), InteractiveHeader.text("b"))
                .withPrefabValues(UrlButton.class, UrlButton.of("a", "https://a.b"), UrlButton.of("b", "https://a.b"))
                .withPrefabValues(TemplateName.class, TemplateName.of("a"), TemplateName.of("b"))
                .withPrefabValues(LanguageCode.class, LanguageCode.of("en"), LanguageCode.of("de"))
                .withPrefabValues(
                        TapTarget.class,
                        new TapTarget(URI.create("https://a.b"), "a"),
                        new TapTarget(URI.create("https://a.b"), "b"))
                .withPrefabValues(
                        TemplateValues.class,
                        TemplateValues.none(),
                        TemplateValues.builder().body("a").build())
                .verify();
    }

    @Test
    void kindsAreListedInTheOrderOfThePermitsClause() {
        assertThat(Arrays.stream(Message.class.getPermittedSubclasses()).map(MessageFamilyTest::kindName))
                .containsExactlyElementsOf(
                        Arrays.stream(MessageKind.values()).map(Enum::name).toList());
    }

    private static String kindName(Class<?> type) {
        return type.getSimpleName().replace("Message", "").toUpperCase(Locale.ROOT);
    }
}
