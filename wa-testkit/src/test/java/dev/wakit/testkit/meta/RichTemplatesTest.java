package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.testkit.meta.SimulatedTemplate.Button;
import dev.wakit.testkit.meta.SimulatedTemplate.Card;
import dev.wakit.testkit.meta.SimulatedTemplate.Category;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Carousels, offers and buttons with values: what a message must bring for them. */
class RichTemplatesTest {

    private static final String TO = "+14155551234";
    private static final Button SHOP = new Button("URL", "Shop", "https://shop.example/{{1}}");
    private static final String IMAGE =
            "{'type':'header','parameters':[{'type':'image','image':{'link':'https://shop.example/a.png'}}]}";
    private static final String SUFFIX = button("url", 0, "{'type':'text','text':'a'}");

    private final MetaSimulator simulator = Simulators.quick().start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void takesACarouselWithAllItsCards() throws IOException {
        carousel();

        assertThat(send(cards(full(0, "10OFF"), full(1, "20OFF"))).status()).isEqualTo(200);
    }

    @Test
    void refusesACarouselWithoutItsCardsAndWithOneTooMany() throws IOException {
        carousel();

        assertRefused(send("[]"), 132000, "carousel", "(0)", "(2)");
        assertRefused(send(cards(full(0, "x"))), 132000, "(1)", "(2)");
        assertRefused(send(cards(full(0, "x"), full(1, "x"), full(2, "x"))), 132000, "(3)", "(2)");
    }

    @Test
    void refusesACardThatIsGivenTwiceOrNotThere() throws IOException {
        carousel();

        assertRefused(send(cards(full(0, "x"), full(0, "x"))), 132018, "card_index 0");
        assertRefused(send(cards(full(0, "x"), full(2, "x"))), 132018, "card_index 2");
    }

    @Test
    void comparesEachCardWithItsTemplate() throws IOException {
        carousel();

        assertRefused(send(cards(full(0, "x"), card(1, IMAGE, SUFFIX))), 132000, "card 1 body", "(0)", "(1)");
        assertRefused(send(cards(full(0, "x"), card(1, texts("x"), SUFFIX))), 132012, "card 1 header", "IMAGE");
        assertRefused(send(cards(card(0, IMAGE, texts("x")), full(1, "x"))), 131008, "card 0 buttons", "index 0");
    }

    @Test
    void takesUpToTenProductCardsOfTwo() throws IOException {
        SimulatedTemplate.Builder products = builder();
        products.addCard(new Card("PRODUCT", "", List.of(new Button("SPM", "View", ""))));
        products.addCard(new Card("PRODUCT", "", List.of(new Button("SPM", "View", ""))));
        simulator.template(products.build());

        assertThat(send(productCards(2)).status()).isEqualTo(200);
        assertThat(send(productCards(10)).status()).isEqualTo(200);
        assertRefused(send(productCards(11)), 132000, "(11)");
        assertRefused(send(productCards(1)), 132000, "(1)");
        assertRefused(
                send(cards(
                        card(0, "{'type':'header','parameters':[{'type':'product','product':{'catalog_id':'1'}}]}"),
                        card(1, "{'type':'header','parameters':[{'type':'product','product':{'catalog_id':'1'}}]}"))),
                131008,
                "card 0 header.product.product_retailer_id");
    }

    @Test
    void anOfferNeedsItsEndAndAShortCoupon() throws IOException {
        simulator.template(builder()
                .offerEnds(true)
                .addButton(new Button("COPY_CODE", "Copy", ""))
                .build());
        String end = "{'type':'limited_time_offer','parameters':[{'type':'limited_time_offer',"
                + "'limited_time_offer':{'expiration_time_ms':1893456000000}}]}";

        assertThat(send("[" + end + "," + coupon("SAVE25") + "]").status()).isEqualTo(200);
        assertRefused(send("[" + coupon("SAVE25") + "]"), 131008, "expiration_time_ms");
        assertRefused(send("[" + end + "]"), 131008, "index 0 of type Copy_code requires a parameter");
        assertRefused(send("[" + end + "," + coupon("A".repeat(16)) + "]"), 132018, "1 to 15");
    }

    @Test
    void aTemplateWithoutAnOfferTakesNoEnd() throws IOException {
        simulator.template(builder().build());

        assertRefused(
                send("[{'type':'limited_time_offer','parameters':[{'type':'limited_time_offer',"
                        + "'limited_time_offer':{'expiration_time_ms':1893456000000}}]}]"),
                132012,
                "no offer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "COPY_CODE | {'type':'coupon_code','coupon_code':'25OFF'} | 0",
                "COPY_CODE | | 131008",
                "COPY_CODE | {'type':'coupon_code','coupon_code':'25 %'} | 132018",
                "COPY_CODE | {'type':'coupon_code','coupon_code':'AAAAAAAAAAAAAAAAAAAAA'} | 132018",
                "FLOW | | 0",
                "FLOW | {'type':'action','action':{'flow_token':'t','flow_action_data':{'k':'v'}}} | 0",
                "FLOW | {'type':'payload','payload':'t'} | 132018",
                "FLOW | {'type':'action','action':{'flow_token':7}} | 132018",
                "FLOW | {'type':'action','action':{'flow_action_data':{}}} | 132018",
                "MPM | {'type':'action','action':{'sections':[{'title':'S','product_items':[{'product_retailer_id':'a'}]}]}} | 0",
                "MPM | | 131008",
                "MPM | {'type':'action','action':{'sections':[{'title':'S','product_items':[]}]}} | 132018",
                "CATALOG | | 0",
                "CATALOG | {'type':'action','action':{}} | 132018",
                "ORDER_DETAILS | | 131008",
                "ORDER_DETAILS | {'type':'action','action':{'order_details':{'reference_id':'1'}}} | 0",
                "VOICE_CALL | {'type':'ttl_minutes','ttl_minutes':100} | 0",
                "VOICE_CALL | {'type':'ttl_minutes','ttl_minutes':43201} | 132018",
                "QUICK_REPLY | {'type':'text','text':'x'} | 132018",
                "OTP | | 131008",
                "REQUEST_CONTACT_INFO | | 0"
            })
    void aButtonTakesItsValueOnly(String type, String parameter, int code) throws IOException {
        simulator.template(builder().addButton(new Button(type, "Go", "")).build());
        String component = parameter == null ? "" : button(type.toLowerCase(java.util.Locale.ROOT), 0, parameter);

        assertThat(send("[" + component + "]").code()).isEqualTo(code);
    }

    @Test
    void aPasswordButtonIsFilledAsAnAddress() throws IOException {
        simulator.template(builder().addButton(new Button("OTP", "Copy", "")).build());

        assertThat(send("[" + SUFFIX + "]").status()).isEqualTo(200);
        assertRefused(send("[" + button("quick_reply", 0, "{'type':'text','text':'a'}") + "]"), 132012, "OTP");
    }

    private static SimulatedTemplate.Builder builder() {
        return SimulatedTemplate.builder("rich", "en_US", Category.MARKETING).body("Look at this.");
    }

    private void carousel() {
        Card card = new Card("IMAGE", "Use {{1}} today.", List.of(SHOP));
        simulator.template(builder().addCard(card).addCard(card).build());
    }

    private static String texts(String text) {
        return "{'type':'body','parameters':[{'type':'text','text':'" + text + "'}]}";
    }

    private static String full(int index, String text) {
        return card(index, IMAGE, texts(text), SUFFIX);
    }

    private static String card(int index, String... components) {
        return "{'card_index':" + index + ",'components':[" + String.join(",", components) + "]}";
    }

    private static String cards(String... cards) {
        return "[{'type':'carousel','cards':[" + String.join(",", cards) + "]}]";
    }

    private static String productCards(int count) {
        var cards = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            cards.add(
                    card(
                            i,
                            "{'type':'header','parameters':[{'type':'product','product':{'product_retailer_id':'p','catalog_id':'1'}}]}"));
        }
        return cards(cards.toArray(String[]::new));
    }

    private static String coupon(String code) {
        return button("copy_code", 0, "{'type':'coupon_code','coupon_code':'" + code + "'}");
    }

    private static String button(String type, int index, String parameter) {
        return "{'type':'button','sub_type':'" + type + "','index':" + index + ",'parameters':[" + parameter + "]}";
    }

    private Client.Answer send(String components) throws IOException {
        return client.template(TO, "rich", components.replace('\'', '"'));
    }

    private static void assertRefused(Client.Answer answer, int code, String... details) {
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.details()).contains(details);
    }
}
