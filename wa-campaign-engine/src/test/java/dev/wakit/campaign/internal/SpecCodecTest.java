package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.Region;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.SenderPool;
import dev.wakit.campaign.audience.AudienceSummary;
import dev.wakit.campaign.audience.RowError;
import dev.wakit.campaign.content.ButtonValue;
import dev.wakit.campaign.content.CampaignContent;
import dev.wakit.campaign.content.HeaderMedia;
import dev.wakit.campaign.content.InteractiveContent;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.content.TextContent;
import dev.wakit.campaign.pacing.Canary;
import dev.wakit.campaign.pacing.FrequencyCap;
import dev.wakit.campaign.pacing.MisfirePolicy;
import dev.wakit.campaign.pacing.Pacing;
import dev.wakit.campaign.pacing.Priority;
import dev.wakit.campaign.pacing.RetryPolicy;
import dev.wakit.campaign.pacing.SendWindow;
import dev.wakit.commerce.ProductSection;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.interactive.InteractiveHeader;
import dev.wakit.message.interactive.ProductList;
import dev.wakit.provider.ProviderId;
import dev.wakit.rate.RateLimit;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.TemplateCategory;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecCodecTest {

    private final SpecCodec codec = new SpecCodec();

    @Test
    void keepsAText() {
        var content = TextContent.of("Hi {{name|مرحبا}} \"x\"\n");

        assertThat(written(content)).isEqualTo(content);
    }

    @Test
    void keepsEveryPartOfATemplate() {
        var content = TemplateContent.of("tour", "en_US")
                .body("{{a}}", "{{b|c}}")
                .headerMedia(new HeaderMedia(HeaderMedia.Kind.DOCUMENT, "https://example.org/{{a}}.pdf", "{{a}}.pdf"))
                .button(new ButtonValue(1, ButtonValue.Kind.URL_SUFFIX, "{{a}}"))
                .marketing(MarketingDelivery.builder()
                        .activitySharing(true)
                        .bidMultiplier(new BigDecimal("0.25"))
                        .build());

        var read = (TemplateContent) written(content);

        assertThat(read).usingRecursiveComparison().isEqualTo(content);
    }

    @Test
    void keepsAnInteractiveMessageWithItsPlaceholders() {
        var content = InteractiveContent.of(
                InteractiveMessage.builder(ProductList.of("77", ProductSection.of("Mugs", "a", "b")))
                        .header(InteractiveHeader.text("{{shop}}"))
                        .body("Hi {{name|friend}}")
                        .build());

        assertThat(written(content)).isEqualTo(content);
        assertThat(content.variables()).containsExactly("shop", "name");
        assertThat(content.requiredVariables()).containsExactly("shop");
    }

    @Test
    void keepsWhatATemplateSharesAndRendersItForEverybody() {
        ButtonParameter products = ButtonParameter.products("a", ProductSection.of("Mugs", "a", "b"));
        var content = TemplateContent.of(TemplateMessage.builder("tour", "en_US")
                        .body("replaced")
                        .button(0, products)
                        .build())
                .body("{{name}}");

        var read = (TemplateContent) written(content);

        assertThat(read).usingRecursiveComparison().isEqualTo(content);
        assertThat(Renderer.of(read).render(Map.of("name", "Asha")))
                .isEqualTo(TemplateMessage.builder("tour", "en_US")
                        .body("Asha")
                        .button(0, products)
                        .build());
    }

    @Test
    void rendersTheTextsOfAnInteractiveMessageAndKeepsWhatIsTapped() {
        var action = ProductList.of("77", ProductSection.of("Mugs", "a", "b"));
        var content = InteractiveContent.of(InteractiveMessage.builder(action)
                .header(InteractiveHeader.text("For {{name}}"))
                .body("Hi {{name}}")
                .footer("{{shop|Acme}}")
                .build());

        assertThat(Renderer.of(content).render(Map.of("name", "Asha")))
                .isEqualTo(InteractiveMessage.builder(action)
                        .header(InteractiveHeader.text("For Asha"))
                        .body("Hi Asha")
                        .footer("Acme")
                        .build());
    }

    @Test
    void keepsNamedValuesInOrder() {
        var content = TemplateContent.of("sale", "en_US")
                .namedBody("z", "1")
                .namedBody("a", "2")
                .headerText("x");

        var read = (TemplateContent) written(content);

        assertThat(read.namedBody().keySet()).containsExactly("z", "a");
        assertThat(read.headerText()).contains("x");
    }

    @Test
    void keepsSettings() {
        var settings = CampaignSettings.builder(
                        TemplateCategory.MARKETING,
                        RetryPolicy.DEFAULT,
                        new AudienceSummary(10, 1, List.of(new RowError(4, "broken"))))
                .rate(RateLimit.perMinute(600))
                .sendBy(Instant.parse("2026-03-01T10:00:00Z"))
                .defaultRegion(Region.of("IN"))
                .build();

        assertThat(codec.readSettings(codec.write(settings)))
                .usingRecursiveComparison()
                .isEqualTo(settings);
    }

    @Test
    void keepsSettingsWithoutTheOptionalOnes() {
        var settings = CampaignSettings.builder(
                        TemplateCategory.UNKNOWN, RetryPolicy.DEFAULT, new AudienceSummary(0, 0, List.of()))
                .build();

        assertThat(codec.readSettings(codec.write(settings)))
                .usingRecursiveComparison()
                .isEqualTo(settings);
    }

    @Test
    void keepsEveryPartOfAPacing() {
        Pacing pacing = Pacing.builder()
                .priority(Priority.URGENT)
                .weight(77)
                .maxInFlight(5)
                .misfire(MisfirePolicy.runIfWithin(Duration.ofHours(3)))
                .delayBetween(Duration.ofMillis(500), Duration.ofSeconds(4))
                .batch(50, Duration.ofMinutes(2))
                .window(SendWindow.between("21:30", "02:00")
                        .on(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)
                        .inRecipientZone("Europe/Berlin"))
                .spreadUntil(Instant.parse("2026-03-02T10:00:00Z"))
                .canary(Canary.share(0.05, Duration.ofMinutes(30), 0.1))
                .spendBudget(new BigDecimal("12.34"), "EUR")
                .addCap(new FrequencyCap(2, Duration.ofDays(7), TemplateCategory.MARKETING))
                .build();

        assertThat(written(pacing)).isEqualTo(pacing).isNotEqualTo(Pacing.DEFAULT);
        assertThat(written(Pacing.DEFAULT)).isEqualTo(Pacing.DEFAULT);
        Pacing spread = Pacing.builder().spreadOver(Duration.ofHours(6)).build();
        assertThat(written(spread)).isEqualTo(spread).isNotEqualTo(Pacing.DEFAULT);
    }

    private CampaignContent written(CampaignContent content) {
        return codec.readContents(codec.write(Contents.of(content))).main();
    }

    @Test
    void keepsTheContentOfEachProvider() {
        var contents = new Contents(
                TextContent.of("Hello"),
                Map.of(
                        ProviderId.of("twilio"),
                        TextContent.of("Hi"),
                        ProviderId.of("germany"),
                        TextContent.of("Hallo")));

        assertThat(codec.readContents(codec.write(contents))).isEqualTo(contents);
    }

    @Test
    void keepsAPoolOfSenders() {
        SenderPool.Builder pool = SenderPool.builder()
                .add(ProviderId.of("twilio"), SenderId.of("+14155550100"), 7)
                .add(ProviderId.of("meta"), SenderId.of("1065"), 1_000);

        assertThat(written(pool.failoverAfter(Duration.ofMillis(1_500)).build()))
                .isEqualTo(pool.build())
                .isNotEqualTo(pool.failoverAfter(Duration.ZERO).build());
        assertThat(written(pool.neverFailOver().build()).failoverAfter()).isEmpty();
    }

    private SenderPool written(SenderPool pool) {
        var settings = CampaignSettings.builder(
                        TemplateCategory.UNKNOWN, RetryPolicy.DEFAULT, new AudienceSummary(0, 0, List.of()))
                .senders(pool)
                .build();
        return codec.readSettings(codec.write(settings)).senders().orElseThrow();
    }

    private Pacing written(Pacing pacing) {
        var settings = CampaignSettings.builder(
                        TemplateCategory.UNKNOWN, RetryPolicy.DEFAULT, new AudienceSummary(0, 0, List.of()))
                .pacing(pacing)
                .build();
        return codec.readSettings(codec.write(settings)).pacing();
    }
}
