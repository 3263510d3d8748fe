package dev.wakit.provider.twilio.internal.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.message.TemplateMessage;
import dev.wakit.provider.twilio.Requests;
import dev.wakit.provider.twilio.content.Content;
import dev.wakit.provider.twilio.content.ContentAction;
import dev.wakit.provider.twilio.content.ContentApproval;
import dev.wakit.provider.twilio.content.ContentSid;
import dev.wakit.provider.twilio.content.ContentType;
import dev.wakit.template.HeaderFormat;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.ParameterFormat;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateButtonType;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateMapperTest {

    @Test
    void showsTheReviewAndTheParts() {
        Template template =
                template(Samples.approved(Objects.requireNonNull(Samples.types().get("whatsapp-card"))));

        assertThat(template.name()).isEqualTo(TemplateName.of("order_update"));
        assertThat(template.language()).isEqualTo(LanguageCode.of("en"));
        assertThat(template.id()).contains(Requests.CONTENT);
        assertThat(template.status()).isEqualTo(TemplateStatus.APPROVED);
        assertThat(template.category()).isEqualTo(TemplateCategory.UTILITY);
        assertThat(template.bodyParameters()).containsExactly("1");
        assertThat(template.headerParameters()).containsExactly("2");
        assertThat(template.parts().footer()).contains("Reply STOP to end");
        assertThat(template.buttons())
                .extracting(button -> button.type())
                .containsExactly(TemplateButtonType.QUICK_REPLY, TemplateButtonType.URL);
        assertThat(template.buttons().get(1).requiresParameter()).isTrue();
        assertThat(template.parameterFormat()).isEqualTo(ParameterFormat.POSITIONAL);
    }

    @ParameterizedTest
    @CsvSource({
        "https://cdn.example.com/{{1}},a.png,IMAGE",
        "https://cdn.example.com/{{1}},a.mp4?x=1,VIDEO",
        "https://cdn.example.com/{{1}},a.PDF,DOCUMENT",
        "https://cdn.example.com/{{1}},a,UNKNOWN",
        "https://cdn.example.com/a.png,,NONE"
    })
    void knowsTheKindOfAFileByItsExample(String media, String example, HeaderFormat format) {
        Content content = new Content(
                ContentSid.of(Requests.CONTENT),
                "invoice",
                "en",
                example == null ? Map.of() : Map.of("1", example),
                List.of(new ContentType.Media("Look", List.of(media))),
                Optional.of(ContentApproval.NONE));

        assertThat(template(content).parts().headerFormat()).isEqualTo(format);
        assertThat(template(content).status()).isEqualTo(TemplateStatus.UNSUBMITTED);
    }

    @Test
    void needsNoValueForWhatIsFixedOrStandsInTheBodyToo() {
        Template template = template(Samples.approved(new ContentType.CallToAction(
                "Order {{1}}",
                List.of(
                        ContentAction.url("Track", "https://shop.example.com/{{1}}"),
                        ContentAction.copyCode("Copy", "SALE"),
                        ContentAction.url("Shop", "https://shop.example.com")))));

        TemplateMessage message =
                TemplateMessage.builder("order_update", "en").body("9").build();
        assertThat(message.problemsAgainst(template)).isEmpty();
    }

    static List<String> types() {
        return List.copyOf(Samples.types().keySet());
    }

    /** What fits the template fits the Content: the check before a campaign and the one before a send agree. */
    @ParameterizedTest
    @MethodSource("types")
    void asksForTheValuesThatTheContentNeeds(String name) {
        Content content =
                Samples.approved(Objects.requireNonNull(Samples.types().get(name)));
        TemplateMessage empty = TemplateMessage.of("order_update", "en");

        boolean fitsTemplate = empty.problemsAgainst(template(content)).isEmpty();
        boolean fitsContent =
                VariableFit.fit(empty, Shape.of(content)).problems().isEmpty();

        assertThat(fitsTemplate).isEqualTo(fitsContent);
    }

    @Test
    void isNamedInThreeWaysAndFirstAsWhatsAppKnowsIt() {
        Content content = Samples.approved(new ContentType.Text("Hi"));
        ContentApproval approval = new ContentApproval(
                "order_update_en", TemplateCategory.UTILITY, "", TemplateStatus.APPROVED, "", false);

        assertThat(TemplateMapper.names(content.with(approval)))
                .extracting(TemplateName::value)
                .containsExactly("order_update_en", "order_update", Requests.CONTENT.toLowerCase(Locale.ROOT));
    }

    @Test
    void isNamedByItsSidWhereTheConsolesNameIsNone() {
        Content content = new Content(
                ContentSid.of(Requests.CONTENT), "Order update!", "en", Map.of(), List.of(), Optional.empty());

        assertThat(template(content).name().value()).startsWith("hx0123");
    }

    @Test
    void hasNamedVariables() {
        Template template = template(Samples.approved(new ContentType.Text("Hi {{first_name}}")));

        assertThat(template.parameterFormat()).isEqualTo(ParameterFormat.NAMED);
    }

    @Test
    void showsTheTypeThatWasApprovedOfSeveral() {
        Content content =
                Samples.approved(new ContentType.Text("Plain"), new ContentType.QuickReply("Rich", List.of()));

        assertThat(template(content).parts().body()).isEqualTo("Plain");
        assertThat(template(content.with(ContentApproval.NONE)).parts().body()).isEqualTo("Rich");
    }

    private static Template template(Content content) {
        return TemplateMapper.template(
                content, Shape.of(content), TemplateMapper.names(content).get(0), LanguageCode.of("en"));
    }
}
