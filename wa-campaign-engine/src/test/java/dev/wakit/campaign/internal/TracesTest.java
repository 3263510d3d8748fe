package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TracesTest {

    private static final String NUMBER = "919876501234";

    private static String messageId(Random random, int before, String text) {
        var bytes = new ByteArrayOutputStream();
        byte[] some = new byte[before];
        random.nextBytes(some);
        bytes.writeBytes(some);
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        byte[] more = new byte[random.nextInt(30)];
        random.nextBytes(more);
        bytes.writeBytes(more);
        return "wamid." + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    @Test
    void findANumberInAMessageIdWhereverItBegins() {
        var random = new Random(7);
        List<String> traces = Traces.of(List.of("+" + NUMBER));

        for (int before = 0; before < 60; before++) {
            String id = messageId(random, before % 20, NUMBER);
            assertThat(traces).as(id).anyMatch(id::contains);
        }
    }

    @Test
    void findAUserIdInAMessageId() {
        var random = new Random(8);
        List<String> traces = Traces.of(List.of("bsuid:IN.ENT.5512ab"));

        for (int before = 0; before < 9; before++) {
            String id = messageId(random, before, "IN.ENT.5512ab");
            assertThat(traces).as(id).anyMatch(id::contains);
        }
    }

    @Test
    void areNotFoundInWhatIsAboutOthers() {
        var random = new Random(9);
        List<String> traces = Traces.of(List.of("+" + NUMBER, "bsuid:IN.5512"));

        for (int other = 0; other < 500; other++) {
            String id = messageId(random, other % 20, "9198765" + (12_345 + other));
            assertThat(traces).as(id).noneMatch(id::contains);
        }
    }

    @Test
    void nameTheNumberAsWebhooksDo() {
        assertThat(Traces.of(List.of("+" + NUMBER, "bsuid:IN.5512"))).contains(NUMBER, "IN.5512");
    }
}
