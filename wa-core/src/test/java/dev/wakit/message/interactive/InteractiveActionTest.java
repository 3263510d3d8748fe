package dev.wakit.message.interactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import dev.wakit.address.Region;
import dev.wakit.commerce.ProductSection;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaSource;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InteractiveActionTest {
    private static final InteractiveHeader IMAGE = InteractiveHeader.image(MediaSource.id("1"));
    private static final UrlButton SHOP = UrlButton.of("Shop", "https://a.b");

    static Stream<Arguments> sizes() {
        return Stream.of(
                size(
                        "buttons",
                        1,
                        3,
                        n -> new ReplyButtons(numbers(n)
                                .mapToObj(i -> ReplyButton.of("id" + i, "t" + i))
                                .toList())),
                size("rows", 1, 10, n -> new ListMenu("a", List.of(ListSection.of(rows(n))))),
                size(
                        "sections",
                        1,
                        10,
                        n -> new ListMenu(
                                "a",
                                numbers(n)
                                        .mapToObj(i -> ListSection.of("s" + i, ListRow.of("r" + i, "t")))
                                        .toList())),
                size("products", 1, 30, n -> ProductSection.checkAll(List.of(new ProductSection("s", ids(n))))),
                size(
                        "product sections",
                        1,
                        10,
                        n -> new ProductList(
                                "c",
                                numbers(n)
                                        .mapToObj(i -> ProductSection.of("s" + i, "p"))
                                        .toList())),
                size(
                        "media cards",
                        2,
                        10,
                        n -> new MediaCarousel(Collections.nCopies(n, MediaCarouselCard.of(IMAGE, SHOP)))),
                size("product cards", 2, 10, n -> new ProductCarousel("c", ids(n))),
                size(
                        "call minutes",
                        1,
                        43_200,
                        n -> VoiceCall.builder("a").ttl(Duration.ofMinutes(n)).build()));
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @MethodSource("sizes")
    void allowsTheDocumentedNumbersOnly(String what, int min, int max, IntConsumer build) {
        assertThatCode(() -> build.accept(min)).doesNotThrowAnyException();
        assertThatCode(() -> build.accept(max)).doesNotThrowAnyException();
        assertThatThrownBy(() -> build.accept(min - 1)).isInstanceOf(InvalidMessageException.class);
        assertThatThrownBy(() -> build.accept(max + 1)).isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void countsTheRowsOfAllSectionsTogether() {
        ListSection six = ListSection.of("a", rows(6).toArray(ListRow[]::new));

        assertThatThrownBy(() -> ListMenu.of("a", six, six)).hasMessageStartingWith("rows of all list sections");
    }

    @Test
    void countsTheProductsOfAllSectionsTogether() {
        ProductSection sixteen = new ProductSection("a", ids(16));

        assertThatThrownBy(() -> ProductList.of("c", sixteen, sixteen))
                .hasMessage("product items of all sections must be between 1 and 30, but is 32.");
    }

    @Test
    void refusesButtonsThatLookOrAnswerAlike() {
        assertThatThrownBy(() -> ReplyButtons.of(ReplyButton.of("a", "Yes"), ReplyButton.of("b", "Yes")))
                .hasMessage("button titles must be unique, but element 1 repeats an earlier one.");
        assertThatThrownBy(() -> ReplyButtons.of(ReplyButton.of("a", "Yes"), ReplyButton.of("a", "No")))
                .isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void needsTitlesWhenThereAreSeveralSections() {
        ListSection untitled = ListSection.of(rows(1));

        assertThatThrownBy(() -> ListMenu.of("a", untitled, untitled)).isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void mixesNoImagesAndVideosInACarousel() {
        MediaCarouselCard image = MediaCarouselCard.of(IMAGE, SHOP);
        MediaCarouselCard video = MediaCarouselCard.of(InteractiveHeader.video(MediaSource.id("2")), SHOP);

        assertThatThrownBy(() -> MediaCarousel.of(image, video)).hasMessageContaining("same kind of header");
        assertThatThrownBy(() -> MediaCarouselCard.of(InteractiveHeader.text("a"), SHOP))
                .hasMessage("card.header must be an image or a video.");
    }

    @Test
    void allowsTwoLineBreaksOnACard() {
        MediaCarouselCard.Builder card = MediaCarouselCard.builder(IMAGE, SHOP);

        assertThatCode(() -> card.body("a\nb\nc").build()).doesNotThrowAnyException();
        assertThatThrownBy(() -> card.body("a\nb\nc\nd").build()).isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void givesNoScreenToAFlowThatAsksTheEndpoint() {
        FlowAction.Builder flow = FlowAction.builder("1", "Book").dataExchange(true);

        assertThat(flow.build().token()).isEqualTo("unused");
        assertThatThrownBy(() -> flow.screen("FIRST").build()).hasMessageStartingWith("flow.data_exchange");
    }

    @Test
    void copiesTheDataOfAFlowAndRefusesWhatIsNotJson() {
        FlowAction.Builder flow = FlowAction.builder("1", "Book").screen("FIRST");

        assertThat(flow.data(Map.of("a", List.of(1, Map.of("b", true)))).build().data())
                .containsKey("a");
        assertThatThrownBy(
                        () -> flow.data(Map.of("a", Map.of("b", new Object()))).build())
                .hasMessageStartingWith("flow.data.a.b must be a string, number");
    }

    @Test
    void refusesUnknownPartsOfAnAddress() {
        AddressRequest.Builder request = AddressRequest.builder(Region.of("IN"));

        assertThatThrownBy(() -> request.values(Map.of("planet", "Earth")).build())
                .isInstanceOf(InvalidMessageException.class);
        assertThatThrownBy(
                        () -> request.values(Map.of("in_pin_code", "1234567")).build())
                .isInstanceOf(InvalidMessageException.class);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ListRow.class,
                ListSection.class,
                CatalogLink.class,
                MediaCarouselCard.class,
                FlowAction.class,
                AddressRequest.class,
                OrderStatus.class,
                VoiceCall.class,
                InteractiveHeader.Document.class,
            })
    void isEqualByAllParts(Class<?> type) {
        EqualsVerifier.forClass(type)
                .suppress(Warning.NULL_FIELDS)
                .withPrefabValues(MediaSource.class, new MediaId("a"), new MediaId("b"))
                .withPrefabValues(Region.class, Region.of("IN"), Region.of("US"))
                .withPrefabValues(InteractiveHeader.class, IMAGE, InteractiveHeader.text("b"))
                .withPrefabValues(SavedAddress.class, new SavedAddress("a", Map.of()), new SavedAddress("b", Map.of()))
                .withPrefabValues(UrlButton.class, SHOP, UrlButton.of("b", "https://a.b"))
                .verify();
    }

    private static Arguments size(String what, int min, int max, IntConsumer build) {
        return Arguments.of(what, min, max, build);
    }

    private static IntStream numbers(int count) {
        return IntStream.range(0, count);
    }

    private static List<ListRow> rows(int count) {
        return numbers(count).mapToObj(i -> ListRow.of("r" + i, "t")).toList();
    }

    private static List<String> ids(int count) {
        return numbers(count).mapToObj(i -> "p" + i).toList();
    }
}
