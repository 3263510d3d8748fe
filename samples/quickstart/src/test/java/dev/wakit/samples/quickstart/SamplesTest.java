package dev.wakit.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs each program and reads what it prints. */
class SamplesTest {

    private static final String[] NONE = {};

    @Test
    void sendsAndSaysWhatIsUnknown() throws Exception {
        String printed = Printed.by(() -> SendMessageMain.main(NONE));

        assertThat(printed.lines()).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).startsWith("Accepted: ");
            assertThat(lines.get(1)).startsWith("Accepted: ");
            assertThat(lines.get(2)).startsWith("Unknown: The message may have been sent or not");
        });
    }

    @Test
    void namesWhatARealAccountNeeds() throws Exception {
        String printed = Printed.by(() -> MetaAccountMain.run(Map.of("WAKIT_TO", "+14155550123")));

        assertThat(printed.strip()).isEqualTo("Nothing was sent. Set WAKIT_META_TOKEN, WAKIT_META_PHONE_NUMBER_ID.");
    }

    @Test
    void runsACampaignToItsEnd() throws Exception {
        String printed = Printed.by(() -> CampaignMain.main(new String[] {"data/customers.csv"}));

        assertThat(printed.lines())
                .contains("COMPLETED: 9 planned, 0 to send, 5 sent, 5 delivered, 1 failed")
                .contains("Failed: {131050=1}");
        assertThat(printed).contains("INVALID_NUMBER=1", "DUPLICATE=1", "MISSING_VARIABLE=1");
    }

    @Test
    void sendsAOneTimePasswordOnce() throws Exception {
        String printed = Printed.by(() -> OneTimePasswordMain.main(NONE));

        assertThat(printed.lines())
                .containsExactly("The same message: true", "READ after 1 attempt", "Meta accepted 1");
    }

    @Test
    void hearsRepliesAndStops() throws Exception {
        String printed = Printed.by(() -> WebhookReceiverMain.main(NONE));

        assertThat(printed.lines())
                .containsExactlyInAnyOrder(
                        "Handshake: true", "Reply: When does the shop open?", "Suppressed: STOP", "Reply: STOP");
    }

    @Test
    void uploadsSendsAndDownloadsMedia() throws Exception {
        String printed = Printed.by(() -> MediaMain.main(NONE));

        assertThat(printed.lines())
                .containsExactly("Sent text/plain by id", "Sent text/plain by id", "Received image/png, 20 bytes");
    }

    @Test
    void looksAfterTheAccount() throws Exception {
        String printed = Printed.by(() -> AccountMain.main(NONE));

        assertThat(printed.lines())
                .containsExactly(
                        "+1 631-555-5555: CONNECTED, quality GREEN, throughput STANDARD",
                        "Token ends: never",
                        "About: Open from 9 to 5",
                        "Gets webhooks: true");
    }

    @Test
    void showsWhatMagicNumbersDo() throws Exception {
        String printed = Printed.by(() -> MagicNumbersMain.main(NONE));

        assertThat(printed.lines())
                .containsExactly(
                        "+14155550199 ORDINARY: accepted",
                        "+14155550429 RATE_LIMITED_ONCE: RateLimitedException",
                        "+14155550408 LOST_RESPONSE: OutcomeUnknownException",
                        "+14155550503 HTML_UNAVAILABLE: OutcomeUnknownException",
                        "Meta accepted 2");
    }

    @Test
    void asksWithButtonsAndAnswersWhatWasChosen() throws Exception {
        String printed = Printed.by(() -> InteractiveMain.main(NONE));

        assertThat(printed.lines()).containsExactlyInAnyOrder("Chosen: book", "Chosen: t20", "Meta accepted 3");
    }

    @Test
    void handsATemplateInAndSendsItOnceApproved() throws Exception {
        String printed = Printed.by(() -> TemplateMain.main(NONE));

        assertThat(printed.lines())
                .containsExactly(
                        "Lint: VARIABLE_AT_EDGE",
                        "Lint: VARIABLES_TOO_MANY",
                        "PENDING as UTILITY",
                        "APPROVED after review",
                        "Sent",
                        "Left: false");
    }
}
