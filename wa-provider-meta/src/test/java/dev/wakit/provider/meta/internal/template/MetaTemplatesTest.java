package dev.wakit.provider.meta.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.AuthenticationException;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.RateLimitedException;
import dev.wakit.RequestRefusedException;
import dev.wakit.TemplateException;
import dev.wakit.WhatsAppException;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.Requests;
import dev.wakit.template.HeaderFormat;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.ParameterFormat;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateButtonType;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MetaTemplatesTest {

    private static final TemplateName ORDER = TemplateName.of("order_update");
    private static final LanguageCode ENGLISH = LanguageCode.of("en_US");

    private final MockWebServer server = new MockWebServer();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private MetaProvider provider;
    private TemplateGateway templates;

    @BeforeEach
    void start() throws Exception {
        server.start();
        provider = Requests.provider(server)
                .businessAccountId("102290129340398")
                .clock(now::get)
                .build();
        templates = provider.templates().orElseThrow();
    }

    @AfterEach
    void stop() {
        provider.close();
        server.close();
    }

    @Nested
    class Listing {

        @Test
        void readsPageAfterPage() throws Exception {
            answer(page(
                    template("a_template"), ",\"paging\":{\"cursors\":{\"after\":\"c/1=\"},\"next\":\"https://x\"}"));
            answer(page(template("b_template"), ",\"paging\":{\"cursors\":{\"after\":\"c2\"}}"));

            assertThat(templates.list()).extracting(t -> t.name().value()).containsExactly("a_template", "b_template");

            RecordedRequest first = server.takeRequest();
            assertThat(first.getMethod()).isEqualTo("GET");
            assertThat(first.getUrl().encodedPath()).isEqualTo("/v25.0/102290129340398/message_templates");
            assertThat(first.getUrl().queryParameter("limit")).isEqualTo("100");
            assertThat(first.getUrl().queryParameter("access_token")).isNull();
            assertThat(first.getHeaders().get("Authorization")).isEqualTo("Bearer " + Requests.TOKEN);
            assertThat(server.takeRequest().getUrl().queryParameter("after")).isEqualTo("c/1=");
            assertThat(server.getRequestCount()).isEqualTo(2);
        }

        @Test
        void endsWhenACursorComesTwice() {
            String again = ",\"paging\":{\"cursors\":{\"after\":\"same\"},\"next\":\"https://x\"}";
            answer(page(template("a_template"), again));
            answer(page(template("b_template"), again));

            assertThat(templates.list()).hasSize(2);
        }

        @Test
        void beginsAgainWhenACursorExpiredHalfWay() {
            answer(page(template("a_template"), ",\"paging\":{\"cursors\":{\"after\":\"c1\"},\"next\":\"https://x\"}"));
            answer(400, "{\"error\":{\"code\":131059}}");
            answer(page(template("a_template"), ""));

            assertThat(templates.list()).hasSize(1);
        }

        @Test
        void failsWhenCursorsKeepExpiring() {
            answer(400, "{\"error\":{\"code\":131059}}");
            answer(400, "{\"error\":{\"code\":131059}}");

            assertThatThrownBy(templates::list).isInstanceOf(RequestRefusedException.class);
        }

        @Test
        void leavesOutATemplateThatCannotBeNamed() {
            answer(page(template("Not A Name") + ",{},17," + template("good_name"), ""));

            assertThat(templates.list()).extracting(t -> t.name().value()).containsExactly("good_name");
        }
    }

    @Nested
    class Finding {

        @Test
        void comparesNameAndLanguageExactly() throws Exception {
            answer(page(template("order_update_2") + "," + template("order_update", "de"), ""));
            answer(page(template("order_update"), ""));

            assertThat(templates.find(ORDER, ENGLISH)).isEmpty();
            assertThat(templates.find(ORDER, ENGLISH)).isPresent();

            assertThat(server.takeRequest().getUrl().queryParameter("name")).isEqualTo("order_update");
        }

        @Test
        void answersFromTheCacheForAnHour() {
            answer(page(template("order_update"), ""));
            answer(page(template("order_update"), ""));
            templates.find(ORDER, ENGLISH);

            now.updateAndGet(time -> time.plus(Duration.ofHours(1)).minusMillis(1));
            templates.find(ORDER, ENGLISH);
            assertThat(server.getRequestCount()).isOne();

            now.updateAndGet(time -> time.plusMillis(1));
            templates.find(ORDER, ENGLISH);
            assertThat(server.getRequestCount()).isEqualTo(2);
        }
    }

    @Nested
    class Mapping {

        @Test
        void readsEveryPart() {
            answer(page("""
                    {"id":"546151681022936","name":"order_update","language":"en_US","status":"APPROVED","category":"UTILITY",
                     "parameter_format":"NAMED","components":[
                      {"type":"HEADER","format":"TEXT","text":"Order {{order_number}}"},
                      {"type":"BODY","text":"Thank you, {{first_name}}! Your order is {{order_number}}."},
                      {"type":"FOOTER","text":"Lucky Shrub"},
                      {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Stop"},
                        {"type":"URL","text":"Shop","url":"https://x/{{1}}"},
                        {"type":"PHONE_NUMBER","text":"Call","phone_number":"+15550051310"},{"type":"NEW_SORT"}]}]}""", ""));

            Template template = templates.find(ORDER, ENGLISH).orElseThrow();

            assertThat(template.id()).contains("546151681022936");
            assertThat(template.status()).isEqualTo(TemplateStatus.APPROVED);
            assertThat(template.category()).isEqualTo(TemplateCategory.UTILITY);
            assertThat(template.parameterFormat()).isEqualTo(ParameterFormat.NAMED);
            assertThat(template.parts().headerFormat()).isEqualTo(HeaderFormat.TEXT);
            assertThat(template.headerParameters()).containsExactly("order_number");
            assertThat(template.bodyParameters()).containsExactly("first_name", "order_number");
            assertThat(template.parts().footer()).contains("Lucky Shrub");
            assertThat(template.buttons())
                    .extracting(button -> button.type())
                    .containsExactly(
                            TemplateButtonType.QUICK_REPLY,
                            TemplateButtonType.URL,
                            TemplateButtonType.PHONE_NUMBER,
                            TemplateButtonType.UNKNOWN);
            assertThat(template.parts().requiredButtons()).containsExactly(1);
        }

        @Test
        void readsCarouselAndOffer() {
            answer(page("""
                    {"name":"order_update","language":"en_US","status":"A_NEW_WORD","category":"MARKETING","components":[
                      {"type":"LIMITED_TIME_OFFER","limited_time_offer":{"text":"Soon over","has_expiration":true}},
                      {"type":"CAROUSEL","cards":[
                        {"components":[{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"{{1}}"}]},
                        {"components":[{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"{{1}}"}]}]}]}""", ""));

            Template template = templates.find(ORDER, ENGLISH).orElseThrow();

            assertThat(template.status()).isEqualTo(TemplateStatus.UNKNOWN);
            assertThat(template.limitedTimeOffer()).isTrue();
            assertThat(template.cards())
                    .hasSize(2)
                    .allSatisfy(card -> assertThat(card.headerFormat()).isEqualTo(HeaderFormat.IMAGE));
        }
    }

    @Nested
    class Failing {

        static Stream<Arguments> refusals() {
            return Stream.of(
                    Arguments.of(401, "190", AuthenticationException.class),
                    Arguments.of(400, "80007", RateLimitedException.class),
                    Arguments.of(429, "999999", RateLimitedException.class),
                    Arguments.of(400, "132001", TemplateException.class),
                    Arguments.of(400, "100", RequestRefusedException.class),
                    Arguments.of(400, "131000", ProviderUnavailableException.class));
        }

        @ParameterizedTest
        @MethodSource("refusals")
        void throwsWhatTheCallerCanActOnWithAdvice(int status, String code, Class<? extends WhatsAppException> type) {
            answer(status, "{\"error\":{\"code\":" + code + ",\"message\":\"token " + Requests.TOKEN + "\"}}");

            assertThatThrownBy(templates::list)
                    .isInstanceOf(type)
                    .hasMessageEndingWith(".")
                    .hasMessageNotContaining(Requests.TOKEN);
            assertThat(server.getRequestCount()).isOne();
        }

        @Test
        void triesTwiceMoreWhenTheConnectionBreaks() {
            breakConnections(2);
            answer(page(template("order_update"), ""));

            assertThat(templates.list()).hasSize(1);
            assertThat(server.getRequestCount()).isEqualTo(3);
        }

        @Test
        void givesUpAfterThreeTries() {
            breakConnections(4);

            assertThatThrownBy(templates::list).isInstanceOf(ProviderUnavailableException.class);
            assertThat(server.getRequestCount()).isEqualTo(3);
        }

        @Test
        void saysThatAPageOfHtmlCannotBeRead() {
            answer(200, "<html>");

            assertThatThrownBy(templates::list)
                    .isInstanceOf(ProviderUnavailableException.class)
                    .hasMessageContaining("proxy");
        }

        @Test
        void throwsAfterClose() {
            provider.close();

            assertThatThrownBy(templates::list).isInstanceOf(ProviderUnavailableException.class);
        }
    }

    private void breakConnections(int times) {
        for (int i = 0; i < times; i++) {
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(new SocketEffect.CloseSocket())
                    .build());
        }
    }

    private void answer(String body) {
        answer(200, body);
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private static String page(String elements, String paging) {
        return "{\"data\":[" + elements + "]" + paging + "}";
    }

    private static String template(String name) {
        return template(name, "en_US");
    }

    private static String template(String name, String language) {
        return "{\"name\":\"" + name + "\",\"language\":\"" + language
                + "\",\"status\":\"APPROVED\",\"category\":\"MARKETING\",\"components\":[{\"type\":\"BODY\",\"text\":\"Hi\"}]}";
    }
}
