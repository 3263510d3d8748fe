package dev.wakit.template.definition;

import static dev.wakit.template.definition.Definitions.APP;
import static dev.wakit.template.definition.Definitions.authentication;
import static dev.wakit.template.definition.Definitions.body;
import static dev.wakit.template.definition.Definitions.card;
import static dev.wakit.template.definition.Definitions.marketing;
import static dev.wakit.template.definition.Definitions.named;
import static dev.wakit.template.definition.Definitions.password;
import static dev.wakit.template.definition.Definitions.utility;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.TemplateException;
import dev.wakit.template.HeaderFormat;
import dev.wakit.template.TemplateCategory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateLintTest {

    /** A definition that breaks just one rule. */
    record Broken(TemplateRule rule, String field, TemplateDefinition.Builder definition) {

        @Override
        public String toString() {
            return rule + " at " + field;
        }
    }

    static Stream<Broken> broken() {
        return Stream.of(
                        texts(), variables(), headers(), buttons(), passwords(), categories(), carousels(), lifetimes())
                .flatMap(part -> part);
    }

    private static Stream<Broken> texts() {
        return Stream.of(
                new Broken(TemplateRule.BODY_MISSING, "body", utility(TemplateComponents.builder())),
                new Broken(
                        TemplateRule.TEXT_BLANK,
                        "body",
                        utility(TemplateComponents.builder().body(" "))),
                new Broken(TemplateRule.TEXT_BLANK, "footer", utility(body().footer(""))),
                new Broken(
                        TemplateRule.TEXT_TOO_LONG,
                        "body",
                        utility(TemplateComponents.builder().body("a".repeat(1025)))),
                new Broken(TemplateRule.TEXT_TOO_LONG, "footer", utility(body().footer("a".repeat(61)))),
                new Broken(
                        TemplateRule.TEXT_TOO_LONG,
                        "body",
                        marketing(TemplateComponents.builder()
                                .body("a".repeat(601))
                                .limitedTimeOffer("Sale", true))),
                new Broken(
                        TemplateRule.TEXT_TOO_LONG,
                        "limited_time_offer.text",
                        marketing(body().limitedTimeOffer("a".repeat(17), true))),
                new Broken(TemplateRule.VARIABLE_IN_FOOTER, "footer", utility(body().footer("For {{1}}"))),
                new Broken(
                        TemplateRule.FOOTER_WITH_OFFER,
                        "footer",
                        marketing(body().footer("Bye").limitedTimeOffer("Sale", true))));
    }

    private static Stream<Broken> variables() {
        return Stream.of(
                bodyText(TemplateRule.VARIABLE_MALFORMED, "Hi {{First Name}}, welcome to us."),
                bodyText(TemplateRule.VARIABLE_MALFORMED, "Hi {{1, welcome to us all here."),
                bodyText(TemplateRule.VARIABLES_NOT_SEQUENTIAL, "Hi {{2}}, welcome to our shop.", "x", "Ada"),
                bodyText(
                        TemplateRule.VARIABLES_OUT_OF_ORDER,
                        "Hi {{2}}, welcome to our shop in {{1}} today.",
                        "Rome",
                        "Ada"),
                bodyText(TemplateRule.VARIABLE_AT_EDGE, "{{1}}, welcome to our shop.", "Ada"),
                bodyText(TemplateRule.VARIABLE_AT_EDGE, "Welcome to our shop, {{1}}", "Ada"),
                bodyText(TemplateRule.VARIABLES_ADJACENT, "Dear {{1}} {{2}}, welcome to our new shop.", "Ada", "Byron"),
                bodyText(TemplateRule.VARIABLES_TOO_MANY, "Hi {{1}}, see {{2}}.", "Ada", "us"),
                bodyText(TemplateRule.EXAMPLE_MISSING, "Hi {{1}}, welcome to our shop."),
                bodyText(TemplateRule.EXAMPLE_UNKNOWN, "Hi, welcome to our shop.", "Ada"),
                new Broken(
                        TemplateRule.VARIABLES_MIXED,
                        "components",
                        utility(TemplateComponents.builder()
                                .header(HeaderDefinition.text("Order {{1}}", "860198"))
                                .body(named("Hi {{first_name}}, welcome to our shop.")))));
    }

    private static Broken bodyText(TemplateRule rule, String text, String... examples) {
        return new Broken(rule, "body", utility(TemplateComponents.builder().body(text, examples)));
    }

    private static Stream<Broken> headers() {
        return Stream.of(
                header(TemplateRule.TEXT_TOO_LONG, "header", HeaderDefinition.text("a".repeat(61))),
                header(
                        TemplateRule.HEADER_VARIABLES_TOO_MANY,
                        "header",
                        HeaderDefinition.text("{{1}} of {{2}}", "a", "b")),
                header(TemplateRule.HEADER_FORMATTED, "header", HeaderDefinition.text("A *bold* word")),
                header(TemplateRule.HEADER_FORMATTED, "header", HeaderDefinition.text("Two\nlines")),
                header(
                        TemplateRule.EXAMPLE_MISSING,
                        "header",
                        HeaderDefinition.named("Hi {{name}}", Map.of("name", " "))),
                header(
                        TemplateRule.HEADER_NOT_MEDIA,
                        "header",
                        new HeaderDefinition.Media(HeaderFormat.LOCATION, "4::aW")),
                header(TemplateRule.HANDLE_MISSING, "header.handle", HeaderDefinition.image("")),
                header(TemplateRule.HANDLE_IS_MEDIA_ID, "header.handle", HeaderDefinition.video("1479537139650973")),
                header(TemplateRule.PRODUCT_WITHOUT_BUTTON, "header", HeaderDefinition.product()),
                new Broken(
                        TemplateRule.PRODUCT_WITHOUT_BUTTON,
                        "buttons",
                        utility(body().addButton(ButtonDefinition.singleProduct("View")))),
                new Broken(
                        TemplateRule.GIF_ON_MARKETING_ENDPOINT_ONLY,
                        "header",
                        marketing(body().header(HeaderDefinition.gif("4::aW")))));
    }

    private static Broken header(TemplateRule rule, String field, HeaderDefinition header) {
        return new Broken(
                rule, field, utility(TemplateComponents.builder().header(header).body("Welcome to our shop.")));
    }

    private static Stream<Broken> buttons() {
        String shop = "https://shop.example/";
        return Stream.of(
                button(TemplateRule.TEXT_TOO_LONG, "buttons[0].text", ButtonDefinition.quickReply("a".repeat(26))),
                button(TemplateRule.TEXT_BLANK, "buttons[0].text", ButtonDefinition.voiceCall("")),
                button(
                        TemplateRule.TEXT_BLANK,
                        "buttons[0].flow",
                        FlowButton.builder("Open", FlowButton.Source.ID, "").build()),
                button(
                        TemplateRule.TEXT_TOO_LONG,
                        "buttons[0].url",
                        ButtonDefinition.url("Shop", shop + "a".repeat(1980))),
                button(TemplateRule.URL_INVALID, "buttons[0].url", ButtonDefinition.url("Shop", "shop.example")),
                button(
                        TemplateRule.URL_INVALID,
                        "buttons[0].url",
                        ButtonDefinition.url("Shop", "https://-shop.example")),
                button(TemplateRule.URL_INVALID, "buttons[0].url", ButtonDefinition.url("Shop", "https://a..example")),
                button(
                        TemplateRule.URL_VARIABLE_MISPLACED,
                        "buttons[0].url",
                        ButtonDefinition.url("Shop", shop + "{{1}}/order", shop + "17/order")),
                button(TemplateRule.EXAMPLE_MISSING, "buttons[0].url", ButtonDefinition.url("Shop", shop + "{{1}}")),
                button(TemplateRule.EXAMPLE_UNKNOWN, "buttons[0].url", ButtonDefinition.url("Shop", shop, shop + "a")),
                button(
                        TemplateRule.PHONE_NUMBER_INVALID,
                        "buttons[0].phone_number",
                        ButtonDefinition.phoneNumber("Call", "us")),
                button(
                        TemplateRule.PHONE_NUMBER_INVALID,
                        "buttons[0].phone_number",
                        ButtonDefinition.phoneNumber("Call", "+155500513101234567890")),
                button(TemplateRule.COUPON_INVALID, "buttons[0].example", ButtonDefinition.copyCode("25 %")),
                button(TemplateRule.COUPON_INVALID, "buttons[0].example", ButtonDefinition.copyCode("A".repeat(21))),
                new Broken(
                        TemplateRule.COUPON_INVALID,
                        "buttons[0].example",
                        marketing(body().limitedTimeOffer("Sale", true)
                                .addButton(ButtonDefinition.copyCode("A".repeat(16))))),
                new Broken(
                        TemplateRule.OFFER_BUTTON_ORDER,
                        "buttons",
                        marketing(body().limitedTimeOffer("Sale", true)
                                .addButton(ButtonDefinition.url("Shop", shop))
                                .addButton(ButtonDefinition.copyCode("25OFF")))),
                new Broken(
                        TemplateRule.BUTTON_TYPE_TOO_OFTEN, "buttons", repeated(ButtonDefinition.url("Shop", shop), 3)),
                new Broken(
                        TemplateRule.BUTTON_TYPE_TOO_OFTEN,
                        "buttons",
                        repeated(ButtonDefinition.phoneNumber("Call", "+15550051310"), 2)),
                new Broken(
                        TemplateRule.BUTTON_TYPE_TOO_OFTEN, "buttons", repeated(ButtonDefinition.copyCode("25OFF"), 2)),
                new Broken(
                        TemplateRule.BUTTON_TYPE_TOO_OFTEN, "buttons", repeated(ButtonDefinition.voiceCall("Call"), 2)),
                new Broken(
                        TemplateRule.NOT_SHOWN_ON_DESKTOP, "buttons", repeated(ButtonDefinition.quickReply("Ok"), 4)));
    }

    private static Broken button(TemplateRule rule, String field, ButtonDefinition button) {
        return new Broken(rule, field, utility(body().addButton(button)));
    }

    private static TemplateDefinition.Builder repeated(ButtonDefinition button, int times) {
        TemplateComponents.Builder components = body();
        for (int i = 0; i < times; i++) {
            components.addButton(button);
        }
        return utility(components);
    }

    private static Stream<Broken> passwords() {
        return Stream.of(
                new Broken(
                        TemplateRule.OTP_BUTTON_MISSING,
                        "buttons",
                        authentication(TemplateComponents.builder().body(BodyDefinition.preset(true)))),
                otp(TemplateRule.OTP_APPS_MISSING, "buttons[0].supported_apps", ButtonDefinition.oneTapOtp()),
                otp(
                        TemplateRule.OTP_SIGNATURE_INVALID,
                        "buttons[0].supported_apps[0].signature_hash",
                        ButtonDefinition.oneTapOtp(new SupportedApp("com.example.shop", "short"))),
                otp(
                        TemplateRule.TEXT_BLANK,
                        "buttons[0].supported_apps[0].package_name",
                        ButtonDefinition.oneTapOtp(new SupportedApp("", "K8a/AINcGX7"))),
                otp(
                        TemplateRule.TEXT_TOO_LONG,
                        "buttons[0].autofill_text",
                        ButtonDefinition.oneTapOtp(APP).labelled("Copy", "a".repeat(26))),
                otp(
                        TemplateRule.OTP_TERMS_NOT_ACCEPTED,
                        "buttons[0].zero_tap_terms_accepted",
                        new ButtonDefinition.Otp(OtpKind.ZERO_TAP, "", "", false, List.of(APP))),
                code(Duration.ZERO),
                code(Duration.ofSeconds(90)),
                code(Duration.ofMinutes(91)));
    }

    private static Broken otp(TemplateRule rule, String field, ButtonDefinition.Otp button) {
        return new Broken(
                rule,
                field,
                authentication(TemplateComponents.builder()
                        .body(BodyDefinition.preset(true))
                        .addButton(button)));
    }

    private static Broken code(Duration after) {
        return new Broken(
                TemplateRule.CODE_EXPIRATION_RANGE,
                "footer.code_expiration_minutes",
                authentication(password().footer(FooterDefinition.codeExpiration(after))));
    }

    private static Stream<Broken> categories() {
        return Stream.of(
                new Broken(TemplateRule.CATEGORY_UNKNOWN, "category", Definitions.of(TemplateCategory.UNKNOWN, body())),
                new Broken(
                        TemplateRule.NOT_IN_CATEGORY,
                        "body",
                        authentication(body().addButton(ButtonDefinition.copyOtp()))),
                new Broken(
                        TemplateRule.NOT_IN_CATEGORY,
                        "body",
                        utility(TemplateComponents.builder().body(BodyDefinition.preset(true)))),
                new Broken(
                        TemplateRule.NOT_IN_CATEGORY,
                        "header",
                        authentication(password().header(HeaderDefinition.location()))),
                new Broken(
                        TemplateRule.NOT_IN_CATEGORY, "header", utility(body().header(HeaderDefinition.gif("4::aW")))),
                new Broken(
                        TemplateRule.NOT_IN_CATEGORY,
                        "footer",
                        authentication(password().footer("Shop"))),
                new Broken(
                        TemplateRule.NOT_IN_CATEGORY,
                        "footer",
                        utility(body().footer(FooterDefinition.codeExpiration(Duration.ofMinutes(5))))),
                new Broken(
                        TemplateRule.NOT_IN_CATEGORY,
                        "limited_time_offer",
                        utility(body().limitedTimeOffer("Sale", true))),
                new Broken(
                        TemplateRule.NOT_IN_CATEGORY,
                        "carousel",
                        utility(body().addCard(card().build()).addCard(card().build()))),
                new Broken(
                        TemplateRule.NOT_IN_CATEGORY,
                        "call_permission_request",
                        authentication(password().callPermissionRequest(true))),
                new Broken(
                        TemplateRule.NOT_IN_CATEGORY,
                        "buttons[0]",
                        utility(body().addButton(ButtonDefinition.copyOtp()))));
    }

    private static Stream<Broken> carousels() {
        CardDefinition plain = card().build();
        return Stream.of(
                carousel(TemplateRule.CARDS_COUNT, "carousel", plain),
                carousel(
                        TemplateRule.CARD_HEADER,
                        "carousel[0].header",
                        CardDefinition.builder(HeaderDefinition.document("4::aW"))
                                .build(),
                        CardDefinition.builder(HeaderDefinition.image("4::aW")).build()),
                carousel(
                        TemplateRule.TEXT_TOO_LONG,
                        "carousel[1].body",
                        plain,
                        CardDefinition.builder(HeaderDefinition.image("4::aW"))
                                .body("a".repeat(161))
                                .addButton(ButtonDefinition.quickReply("More"))
                                .build()),
                carousel(
                        TemplateRule.CARDS_DIFFER,
                        "carousel[1]",
                        plain,
                        card().addButton(ButtonDefinition.url("Shop", "https://shop.example/"))
                                .build()),
                carousel(
                        TemplateRule.CARDS_DIFFER,
                        "carousel[1]",
                        plain,
                        CardDefinition.builder(HeaderDefinition.video("4::aW"))
                                .body("Hello there.")
                                .addButton(ButtonDefinition.quickReply("More"))
                                .build()),
                carousel(TemplateRule.CARD_BUTTONS_TOO_MANY, "carousel[0].buttons", threeButtons(), threeButtons()),
                carousel(
                        TemplateRule.HANDLE_MISSING,
                        "carousel[0].header.handle",
                        CardDefinition.builder(HeaderDefinition.image(" ")).build(),
                        CardDefinition.builder(HeaderDefinition.image("4::aW")).build()));
    }

    private static CardDefinition threeButtons() {
        return card().addButton(ButtonDefinition.quickReply("Less"))
                .addButton(ButtonDefinition.quickReply("None"))
                .build();
    }

    private static Broken carousel(TemplateRule rule, String field, CardDefinition... cards) {
        TemplateComponents.Builder components = body();
        Arrays.stream(cards).forEach(components::addCard);
        return new Broken(rule, field, marketing(components));
    }

    private static Stream<Broken> lifetimes() {
        return Stream.of(
                new Broken(TemplateRule.TTL_OUT_OF_RANGE, "ttl", utility(body()).ttl(Duration.ofSeconds(29))),
                new Broken(TemplateRule.TTL_OUT_OF_RANGE, "ttl", utility(body()).ttl(Duration.ofSeconds(43_201))),
                new Broken(TemplateRule.TTL_OUT_OF_RANGE, "ttl", utility(body()).ttl(Duration.ofMillis(60_500))),
                new Broken(
                        TemplateRule.TTL_OUT_OF_RANGE,
                        "ttl",
                        authentication(password()).ttl(Duration.ofSeconds(901))),
                new Broken(
                        TemplateRule.TTL_OUT_OF_RANGE, "ttl", marketing(body()).ttl(Duration.ofSeconds(43_199))),
                new Broken(
                        TemplateRule.TTL_ON_MARKETING_ENDPOINT_ONLY,
                        "ttl",
                        marketing(body()).ttl(Duration.ofDays(1))));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void findsTheRuleWhereItIsBroken(Broken broken) {
        List<TemplateFinding> findings = TemplateLint.check(broken.definition().build());

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(broken.rule());
            assertThat(finding.field()).isEqualTo(broken.field());
            assertThat(finding.fix()).endsWith(".");
            assertThat(finding.sentence()).startsWith(broken.field()).endsWith(finding.fix());
        });
    }

    @Test
    void hasAnExampleForEveryRule() {
        var shown = broken().map(Broken::rule).collect(Collectors.toSet());
        shown.add(TemplateRule.BUTTONS_TOO_MANY);
        shown.add(TemplateRule.QUICK_REPLIES_SCATTERED);

        assertThat(shown).containsExactlyInAnyOrder(TemplateRule.values());
    }

    @Test
    void allowsTenButtonsAndNotEleven() {
        assertThat(rules(repeated(ButtonDefinition.quickReply("Ok"), 10)))
                .containsExactly(TemplateRule.NOT_SHOWN_ON_DESKTOP);
        assertThat(rules(repeated(ButtonDefinition.quickReply("Ok"), 11))).contains(TemplateRule.BUTTONS_TOO_MANY);
    }

    @Test
    void letsQuickRepliesStandTogetherAtEitherEnd() {
        ButtonDefinition reply = ButtonDefinition.quickReply("Ok");
        ButtonDefinition shop = ButtonDefinition.url("Shop", "https://shop.example/");

        assertThat(rules(utility(body().addButton(reply).addButton(reply).addButton(shop))))
                .containsExactly(TemplateRule.NOT_SHOWN_ON_DESKTOP);
        assertThat(rules(utility(body().addButton(shop).addButton(reply))))
                .containsExactly(TemplateRule.NOT_SHOWN_ON_DESKTOP);
        assertThat(rules(utility(body().addButton(reply).addButton(shop).addButton(reply))))
                .contains(TemplateRule.QUICK_REPLIES_SCATTERED);
    }

    @Test
    void warnsOfNumbersOutOfOrderAndRefusesAGap() {
        assertThat(TemplateRule.VARIABLES_OUT_OF_ORDER.severity()).isEqualTo(TemplateFinding.Severity.WARNING);
        assertThat(rules(utility(TemplateComponents.builder()
                        .body("Hi {{2}}, welcome to our shop in {{1}} today.", "Rome", "Ada"))))
                .containsExactly(TemplateRule.VARIABLES_OUT_OF_ORDER);
        assertThat(rules(utility(TemplateComponents.builder()
                        .body(BodyDefinition.named(
                                "Hi {{3}}, welcome to our shop in {{1}} today.", Map.of("1", "Rome", "3", "Ada"))))))
                .containsExactly(TemplateRule.VARIABLES_NOT_SEQUENTIAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://münchen.example/karte",
                "https://my_shop.example/sale",
                "https://例え.テスト/",
                "http://127.0.0.1:8080/a",
                "https://shop.example:8443"
            })
    void takesEveryHostThatABrowserOpens(String url) {
        assertThat(rules(utility(body().addButton(ButtonDefinition.url("Shop", url)))))
                .isEmpty();
        assertThat(rules(utility(body().addButton(ButtonDefinition.url("Shop", url + "?q={{1}}", url + "?q=a")))))
                .isEmpty();
    }

    @Test
    void takesTheExampleOfAnAddressAsItsEndToo() {
        ButtonDefinition.Url button = ButtonDefinition.url("Shop", "https://shop.example/sale?q={{1}}", "summer2026");

        assertThat(rules(utility(body().addButton(button)))).isEmpty();
        assertThat(button.exampleAddress()).isEqualTo("https://shop.example/sale?q=summer2026");
        assertThat(ButtonDefinition.url("Shop", "https://a.example/{{1}}", "HTTPS://a.example/x")
                        .exampleAddress())
                .isEqualTo("HTTPS://a.example/x");
        assertThat(ButtonDefinition.url("Shop", "https://a.example/").exampleAddress())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UTILITY,30",
        "UTILITY,43200",
        "UTILITY,2592000",
        "AUTHENTICATION,30",
        "AUTHENTICATION,900",
        "AUTHENTICATION,2592000",
        "MARKETING,43200",
        "MARKETING,2592000"
    })
    void allowsTheEndsOfTheLifetimeOfACategory(TemplateCategory category, long seconds) {
        TemplateComponents.Builder components = category == TemplateCategory.AUTHENTICATION ? password() : body();

        assertThat(TemplateLint.check(Definitions.of(category, components)
                        .ttl(Duration.ofSeconds(seconds))
                        .build()))
                .noneMatch(TemplateFinding::isError);
    }

    @Test
    void findsNothingInTheExampleOfMeta() {
        TemplateDefinition example = TemplateDefinition.builder(
                        "order_confirmation",
                        "en_US",
                        TemplateCategory.UTILITY,
                        TemplateComponents.builder()
                                .header(HeaderDefinition.named(
                                        "Order {{order_number}}", Map.of("order_number", "860198")))
                                .body(BodyDefinition.named(
                                        "Thank you, {{first_name}}! Your order is {{order_number}}.",
                                        Map.of("first_name", "Pablo", "order_number", "860198")))
                                .footer("Lucky Shrub")
                                .addButton(ButtonDefinition.quickReply("Stop updates"))
                                .build())
                .ttl(Duration.ofHours(1))
                .build();

        assertThat(TemplateLint.check(example)).isEmpty();
    }

    @Test
    void findsNothingInSoundTemplatesOfEveryKind() {
        assertThat(rules(authentication(password().footer(FooterDefinition.codeExpiration(Duration.ofMinutes(10))))))
                .isEmpty();
        assertThat(rules(authentication(TemplateComponents.builder()
                        .body(BodyDefinition.preset(false))
                        .addButton(ButtonDefinition.zeroTapOtp(APP)))))
                .isEmpty();
        assertThat(rules(marketing(body().addCard(card().build()).addCard(card().build()))))
                .isEmpty();
        assertThat(rules(marketing(body().limitedTimeOffer("Sale", true)
                        .addButton(ButtonDefinition.copyCode("25OFF"))
                        .addButton(
                                ButtonDefinition.url("Shop", "https://shop.example/{{1}}", "https://shop.example/a")))))
                .isEmpty();
        assertThat(rules(marketing(
                        body().header(HeaderDefinition.product()).addButton(ButtonDefinition.singleProduct("View")))))
                .isEmpty();
        assertThat(rules(utility(body().callPermissionRequest(true).header(HeaderDefinition.location()))))
                .isEmpty();
    }

    @Test
    void countsAnEmojiOnce() {
        assertThat(rules(utility(body().footer("\uD83D\uDE00".repeat(60))))).isEmpty();
    }

    @Test
    void checksAnEditInTheCategoryThatTheTemplateHas() {
        TemplateEdit edit =
                TemplateEdit.of(body().limitedTimeOffer("Sale", true).build());

        assertThat(TemplateLint.check(edit, TemplateCategory.MARKETING)).isEmpty();
        assertThat(TemplateLint.check(edit, TemplateCategory.UTILITY))
                .extracting(TemplateFinding::rule)
                .containsExactly(TemplateRule.NOT_IN_CATEGORY);
        TemplateEdit moved = TemplateEdit.builder()
                .category(TemplateCategory.MARKETING)
                .components(body().limitedTimeOffer("Sale", true).build())
                .build();
        assertThat(TemplateLint.check(moved, TemplateCategory.UTILITY)).isEmpty();
    }

    @Test
    void refusesAllErrorsAtOnceAndLetsWarningsPass() {
        List<TemplateFinding> findings =
                TemplateLint.check(utility(body().footer("{{1}}").addButton(ButtonDefinition.quickReply("")))
                        .build());

        assertThatThrownBy(() -> TemplateLint.refuseErrors("Template 'a' in en", findings))
                .isInstanceOfSatisfying(
                        TemplateException.class,
                        refused -> assertThat(refused.problems()).hasSize(2))
                .hasMessageContaining("footer has a variable.")
                .hasMessageContaining("buttons[0].text is blank.");
        TemplateLint.refuseErrors(
                "Template 'a' in en",
                TemplateLint.check(marketing(body()).ttl(Duration.ofDays(1)).build()));
    }

    private static List<TemplateRule> rules(TemplateDefinition.Builder definition) {
        return TemplateLint.check(definition.build()).stream()
                .map(TemplateFinding::rule)
                .toList();
    }
}
