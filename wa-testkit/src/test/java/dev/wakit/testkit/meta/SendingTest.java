package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.testkit.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingTest {

    private static final String TO = "+14155551234";

    private final MetaSimulator simulator =
            Simulators.quick().clock(SettableClock.create()).start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void acceptsATextAndReturnsAnIdThatHoldsTheNumber() throws IOException {
        Client.Answer answer = client.text("+1 (415) 555-1234");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/contacts/0/input").asText()).isEqualTo("+1 (415) 555-1234");
        assertThat(answer.json().at("/contacts/0/wa_id").asText()).isEqualTo("14155551234");
        assertThat(answer.wamid()).startsWith("wamid.HBgL");
        byte[] decoded = Base64.getDecoder().decode(answer.wamid().substring("wamid.".length()));
        assertThat(new String(decoded, StandardCharsets.ISO_8859_1)).contains("14155551234");
    }

    @Test
    void sameSeedGivesTheSameIdsWhateverTheOrder() throws IOException {
        String first = client.text("+14155550001").wamid();
        String second = client.text("+14155550002").wamid();

        try (MetaSimulator again = Simulators.quick().start();
                MetaSimulator other = Simulators.quick().seed(2).start()) {
            assertThat(new Client(again).text("+14155550002").wamid()).isEqualTo(second);
            assertThat(new Client(again).text("+14155550001").wamid()).isEqualTo(first);
            assertThat(new Client(other).text("+14155550001").wamid()).isNotEqualTo(first);
        }
    }

    @Test
    void givesEveryMessageItsOwnId() throws IOException {
        assertThat(client.text(TO).wamid()).isNotEqualTo(client.text(TO).wamid());
    }

    @Test
    void refusesAWrongTokenWithCode190() throws IOException {
        Client.Answer answer = client.withToken("wrong").text(TO);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo(190);
        assertThat(answer.json().at("/error/type").asText()).isEqualTo("OAuthException");
        assertThat(answer.json().at("/error/fbtrace_id").asText())
                .startsWith("A")
                .hasSizeGreaterThan(20);
        assertThat(simulator.ledger().rejections()).containsEntry(190, 1L);
    }

    @Test
    void refusesAnUnknownPhoneNumberIdWithSubcode33() throws IOException {
        Client.Answer answer = client.post("/v25.0/999/messages", "{}");

        assertThat(answer.code()).isEqualTo(100);
        assertThat(answer.json().at("/error/error_subcode").asInt()).isEqualTo(33);
    }

    @Test
    void refusesAPathWithoutAVersion() throws IOException {
        assertThat(client.post("/" + simulator.phoneNumberId() + "/messages", "{}")
                        .code())
                .isEqualTo(2500);
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u0001',
            value = {
                "\"type\":\"text\",\"text\":{\"body\":\"x\"}; 100; to",
                "\"to\":\"abc\",\"type\":\"text\",\"text\":{\"body\":\"x\"}; 131009; 'to'",
                "\"to\":\"+14155551234\",\"type\":\"smoke\"; 100; type",
                "\"to\":\"+14155551234\",\"type\":\"text\"; 131008; 'text'",
                "\"to\":\"+14155551234\",\"type\":\"text\",\"text\":{}; 131008; text.body",
                "\"to\":\"+14155551234\",\"type\":\"image\",\"image\":{}; 131008; image.id",
                "\"to\":\"+14155551234\",\"type\":\"image\",\"image\":{\"id\":\"1\"}; 131009; image.id",
                "\"to\":\"+14155551234\",\"type\":\"image\",\"image\":{\"link\":\"x\"}; 131009; image.link",
                "\"to\":\"+14155551234\",\"type\":\"audio\",\"audio\":{\"link\":\"https://x/a\",\"caption\":\"c\"}; 100; caption",
                "\"to\":\"+14155551234\",\"type\":\"interactive\",\"interactive\":{\"type\":\"button\",\"body\":{\"text\":\"b\"},\"action\":{\"buttons\":[]}}; 131009; buttons",
                "\"to\":\"+14155551234\",\"type\":\"interactive\",\"interactive\":{\"type\":\"list\",\"body\":{\"text\":\"b\"},\"action\":{\"button\":\"B\",\"sections\":[]}}; 131009; sections"
            })
    void refusesAnInvalidRequestAndNamesTheField(String fields, int code, String named) throws IOException {
        Client.Answer answer = client.send(fields);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.details()).contains(named);
        assertThat(simulator.ledger().accepted()).isEmpty();
    }

    @Test
    void refusesTextLongerThan4096() throws IOException {
        Client.Answer answer =
                client.send("\"to\":\"" + TO + "\",\"type\":\"text\",\"text\":{\"body\":\"" + "x".repeat(4097) + "\"}");

        assertThat(answer.details()).contains("4096");
    }

    @Test
    void refusesCallbackDataLongerThan512() throws IOException {
        assertThat(client.text(TO, "x".repeat(513)).code()).isEqualTo(100);
        assertThat(client.text(TO, "x".repeat(512)).status()).isEqualTo(200);
    }

    @Test
    void refusesABodyThatIsNotJson() throws IOException {
        assertThat(client.post(client.messages(), "{oops").code()).isEqualTo(100);
    }

    @Test
    void answersAReadReceiptWithSuccessAndRecordsNothing() throws IOException {
        Client.Answer answer = client.send("\"status\":\"read\",\"message_id\":\"wamid.x\"");

        assertThat(answer.json().path("success").asBoolean()).isTrue();
        assertThat(simulator.ledger().requests()).isZero();
    }

    @Test
    void acceptsButtonsListsLocationsContactsAndLinks() throws IOException {
        String to = "\"to\":\"" + TO + "\",";
        String button = "{\"type\":\"reply\",\"reply\":{\"id\":\"1\",\"title\":\"Yes\"}}";
        String row = "{\"id\":\"1\",\"title\":\"One\"}";
        assertThat(client.send(to
                                + "\"type\":\"interactive\",\"interactive\":{\"type\":\"button\",\"body\":{\"text\":\"b\"},"
                                + "\"action\":{\"buttons\":[" + button + "]}}")
                        .status())
                .isEqualTo(200);
        assertThat(client.send(to
                                + "\"type\":\"interactive\",\"interactive\":{\"type\":\"list\",\"body\":{\"text\":\"b\"},"
                                + "\"action\":{\"button\":\"B\",\"sections\":[{\"rows\":[" + row + "]}]}}")
                        .status())
                .isEqualTo(200);
        assertThat(client.send(to + "\"type\":\"location\",\"location\":{\"latitude\":1,\"longitude\":\"2\"}")
                        .status())
                .isEqualTo(200);
        assertThat(client.send(to + "\"type\":\"document\",\"document\":{\"link\":\"https://x/a.pdf\"}")
                        .status())
                .isEqualTo(200);
    }
}
