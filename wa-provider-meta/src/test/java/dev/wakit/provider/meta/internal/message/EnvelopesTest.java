package dev.wakit.provider.meta.internal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.InvalidMessageException;
import dev.wakit.address.Bsuid;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.media.MediaSource;
import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.Message;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.Requests;
import dev.wakit.template.TemplateValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvelopesTest {

    private static final MediaSource ID = MediaSource.id("1");
    private static final Recipient NO_PHONE = Recipient.of(Bsuid.of("US.13491208655302741918"));
    private static final MarketingDelivery STRICT =
            MarketingDelivery.builder().strict(true).build();

    @Test
    void sendsOrdinaryTemplatesAndTextsToTheEdgeOfMessages() {
        assertThat(encode(TemplateMessage.of("hello_world", "en_US")).edge()).isEqualTo("messages");
        assertThat(encode(TextMessage.of("Hi")).edge()).isEqualTo("messages");
    }

    @Test
    void followsTheMessageBeforeTheConfiguration() {
        var settings = new SendSettings(Optional.empty(), STRICT, name -> true);
        var silent = TemplateMessage.of("promo", "en_US");
        var saying = TemplateMessage.builder("promo", "en_US")
                .marketing(MarketingDelivery.standard())
                .build();

        assertThat(policy(settings, silent)).isEqualTo("STRICT");
        assertThat(policy(settings, saying)).isEqualTo("CLOUD_API_FALLBACK");
    }

    @Test
    void leavesMessagesThatAreNoTemplatesOutOfTheMarketingConfiguration() {
        var settings = new SendSettings(Optional.empty(), STRICT, name -> true);

        assertThat(new Envelopes(settings)
                        .encode(Requests.of(TextMessage.of("Hi")))
                        .edge())
                .isEqualTo("messages");
    }

    @Test
    void refusesAGifOutsideOfMarketingMessagesAlsoOnACard() {
        TemplateValues card = TemplateValues.builder().headerGif(ID).build();
        var header = TemplateMessage.builder("promo", "en_US").headerGif(ID).build();
        var carousel = TemplateMessage.builder("promo", "en_US")
                .carousel(List.of(card, card))
                .build();

        for (TemplateMessage message : List.of(header, carousel)) {
            assertThatThrownBy(() -> encode(message))
                    .isInstanceOf(InvalidMessageException.class)
                    .hasMessageContainingAll("template.header", "GIF", "marketing(");
            assertThat(encode(message.toBuilder()
                                    .marketing(MarketingDelivery.standard())
                                    .build())
                            .edge())
                    .isEqualTo("marketing_messages");
        }
    }

    @Test
    void refusesABidForAPersonWithoutAPhoneNumber() {
        var message = TemplateMessage.builder("promo", "en_US")
                .marketing(MarketingDelivery.builder()
                        .bidMultiplier(new BigDecimal("2"))
                        .build())
                .build();
        var request = SendRequest.builder(SenderId.of("1"), NO_PHONE, message).build();

        assertThatThrownBy(() -> new Envelopes(SendSettings.none()).encode(request))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContainingAll("bid_spec.per_message_bid_multiplier", "131062");
    }

    @Test
    void writesABidAsANumberWithoutExponent() {
        var message = TemplateMessage.builder("promo", "en_US")
                .marketing(MarketingDelivery.builder()
                        .bidMultiplier(new BigDecimal("100"))
                        .build())
                .build();

        assertThat(new String(encode(message).json(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"per_message_bid_multiplier\":100}");
    }

    private static String policy(SendSettings settings, Message message) {
        byte[] json = new Envelopes(settings).encode(Requests.of(message)).json();
        JsonNode body = Json.parse(json).orElseThrow();
        return body.path("product_policy").asText();
    }

    private static WireSend encode(Message message) {
        return new Envelopes(SendSettings.none()).encode(Requests.of(message));
    }
}
