package dev.wakit.testkit.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageResourceTest {

    private static final String TO = "+14155551234";

    private final FormInbox inbox = new FormInbox();
    private final SettableClock clock = SettableClock.create();
    private final TwilioSimulator simulator = TwilioSimulators.quick()
            .clock(clock)
            .senders(List.of("+14155550100", "+14155550101"))
            .statusCallbacksTo(inbox.url())
            .start();
    private final TwilioClient client = new TwilioClient(simulator);

    @AfterEach
    void close() {
        simulator.close();
        inbox.close();
    }

    @Test
    void theAnswerIsTheResource() throws IOException {
        JsonNode message = client.text(TO).json();

        assertThat(message.path("sid").asText()).matches("SM[0-9a-f]{32}");
        assertThat(message.path("account_sid").asText()).isEqualTo(simulator.accountSid());
        assertThat(message.path("body").asText()).isEqualTo("hi");
        assertThat(message.path("to").asText()).isEqualTo("whatsapp:" + TO);
        assertThat(message.path("from").asText()).isEqualTo(simulator.sender());
        assertThat(message.path("direction").asText()).isEqualTo("outbound-api");
        assertThat(message.path("num_media").asText()).isEqualTo("0");
        assertThat(message.path("date_created").asText())
                .matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} \\+0000");
        assertThat(message.path("date_sent").isNull()).isTrue();
        assertThat(message.path("error_code").isNull()).isTrue();
        assertThat(client.follow(message.path("uri").asText()).sid())
                .isEqualTo(message.path("sid").asText());
    }

    @Test
    void mediaMessagesHaveAnotherPrefix() throws IOException {
        JsonNode message =
                client.text(TO, "MediaUrl", "https://a.example/1.png").json();

        assertThat(message.path("sid").asText()).startsWith("MM");
        assertThat(message.path("num_media").asText()).isEqualTo("1");
    }

    @Test
    void aServiceChoosesItsSenderLater() throws IOException {
        TwilioClient.Answer answer = client.create(TwilioClient.form(
                "To", "whatsapp:" + TO, "MessagingServiceSid", simulator.messagingServiceSid(), "Body", "x"));
        assertThat(answer.text("status")).isEqualTo("accepted");
        assertThat(answer.json().path("from").isNull()).isTrue();
        assertThat(answer.text("messaging_service_sid")).isEqualTo(simulator.messagingServiceSid());

        simulator.awaitQuiet(TwilioSimulators.SOON);
        assertThat(client.fetch(answer.sid()).text("from")).startsWith("whatsapp:+1415555010");
    }

    @Test
    void unknownMessagesAndPathsAreNotFound() throws IOException {
        assertThat(client.fetch("SM00000000000000000000000000000000").code()).isEqualTo(20404);
        assertThat(client.get("/2010-04-01/Accounts/" + simulator.accountSid() + "/Calls.json")
                        .status())
                .isEqualTo(404);
        assertThat(client.get("/v3/Other").code()).isEqualTo(20404);
    }

    @Test
    void pagesFollowOneAnotherAndNothingIsSkippedOrRepeated() throws IOException {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            sent.add(0, client.text(TO).sid());
        }
        List<String> listed = new ArrayList<>();
        String next = client.messages() + ".json?To=whatsapp:%2B14155551234&PageSize=3";
        for (int page = 0; !next.isEmpty(); page++) {
            JsonNode list = client.follow(next).json();
            list.path("messages")
                    .forEach(message -> listed.add(message.path("sid").asText()));
            assertThat(list.path("page").asInt()).isEqualTo(page);
            assertThat(list.path("page_size").asInt()).isEqualTo(3);
            next = list.path("next_page_uri").asText("");
            // what comes in between is in front of the first page and moves nothing
            client.text(TO);
        }

        assertThat(listed).isEqualTo(sent);
    }

    @Test
    void listsAreFilteredByBothEnds() throws IOException {
        String first = client.text(TO).sid();
        client.text("+14155551235");
        String second = client.create(
                        TwilioClient.form("To", "whatsapp:" + TO, "From", "whatsapp:+14155550101", "Body", "x"))
                .sid();

        assertThat(sids("To=whatsapp:%2B14155551234")).containsExactly(second, first);
        assertThat(sids("To=whatsapp:%2B14155551234&From=whatsapp:%2B14155550101"))
                .containsExactly(second);
        assertThat(sids("From=whatsapp:%2B14155550101")).containsExactly(second);
        assertThat(sids("To=whatsapp:%2B14155559999")).isEmpty();
        assertThat(sids("")).hasSize(3);
    }

    @Test
    void listsByDateLeaveOutWhatWasNotSent() throws IOException {
        String read = client.text(TO).sid();
        client.text("+14155550204");
        simulator.awaitQuiet(TwilioSimulators.SOON);
        String day = clock.instant().toString().substring(0, 10);

        assertThat(sids("DateSent=" + day)).containsExactly(read);
        assertThat(sids("DateSent%3E=" + day)).containsExactly(read);
        assertThat(sids("DateSent%3C=2000-01-01")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PageSize=0", "PageSize=1001", "PageSize=x", "Page=-1", "PageToken=PAnone", "DateSent=x"})
    void badListParametersAreRefused(String query) throws IOException {
        TwilioClient.Answer answer = client.get(client.messages() + ".json?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("message")).startsWith(query.substring(0, query.indexOf('=')));
    }

    @Test
    void newMessagesAreListedLaterWhenAsked() throws IOException {
        try (TwilioSimulator late =
                TwilioSimulators.quick().listedAfter(Duration.ofHours(1)).start()) {
            TwilioClient other = new TwilioClient(late);
            String sid = other.text(TO).sid();

            assertThat(other.get(other.messages() + ".json").json().path("messages"))
                    .isEmpty();
            assertThat(other.fetch(sid).status()).isEqualTo(200);
        }
    }

    @Test
    void aScheduledMessageWaitsForItsTime() throws IOException {
        String sid = scheduled(TO).sid();
        assertThat(client.fetch(sid).text("status")).isEqualTo("scheduled");
        assertThat(inbox.tries()).isZero();

        assertThat(simulator.releaseScheduled()).isEqualTo(1);
        simulator.awaitQuiet(TwilioSimulators.SOON);
        assertThat(client.fetch(sid).text("status")).isEqualTo("read");
        assertThat(inbox.statuses()).containsExactly("sent", "delivered", "read");
        assertThat(simulator.releaseScheduled()).isZero();
    }

    @Test
    void aCanceledMessageIsNeverSentAndMayBeSentAgain() throws IOException {
        String sid = scheduled(TO).sid();
        TwilioClient.Answer canceled = change(sid, "Status=canceled");
        simulator.awaitQuiet(TwilioSimulators.SOON);

        assertThat(canceled.text("status")).isEqualTo("canceled");
        assertThat(simulator.releaseScheduled()).isZero();
        assertThat(inbox.statuses()).containsExactly("canceled");
        client.text(TO);
        assertThat(simulator.ledger().duplicates()).isEmpty();
    }

    @Test
    void whatIsSentCannotBeCanceled() throws IOException {
        String sid = client.text(TO).sid();

        assertThat(change(sid, "Status=canceled").code()).isEqualTo(30409);
        assertThat(change(sid, "Status=sent").code()).isEqualTo(20422);
    }

    @Test
    void tooManyScheduledMessagesAreRefused() throws IOException {
        try (TwilioSimulator small =
                TwilioSimulators.quick().clock(clock).scheduledMessages(1).start()) {
            TwilioClient other = new TwilioClient(small);
            String form = scheduleForm(TO, small.messagingServiceSid());

            assertThat(other.create(form).status()).isEqualTo(201);
            assertThat(other.create(form).code()).isEqualTo(35125);
        }
    }

    @Test
    void aBodyCanBeEmptiedAndAMessageDeleted() throws IOException {
        String sid = client.text(TO).sid();

        assertThat(change(sid, "Body=").text("body")).isEmpty();
        assertThat(change(sid, "Body=other").status()).isEqualTo(400);
        assertThat(client.delete(client.messages() + "/" + sid + ".json").status())
                .isEqualTo(204);
        assertThat(client.fetch(sid).status()).isEqualTo(404);
        assertThat(sids("To=whatsapp:%2B14155551234")).isEmpty();
    }

    @Test
    void feedbackIsTaken() throws IOException {
        String sid = client.text(TO).sid();
        String path = client.messages() + "/" + sid + "/Feedback.json";

        assertThat(client.post(path, "Outcome=unconfirmed").text("outcome")).isEqualTo("unconfirmed");
        assertThat(client.post(path, "Outcome=perhaps").status()).isEqualTo(400);
    }

    private TwilioClient.Answer scheduled(String to) throws IOException {
        return client.create(scheduleForm(to, simulator.messagingServiceSid()));
    }

    private String scheduleForm(String to, String service) {
        return TwilioClient.form(
                "To",
                "whatsapp:" + to,
                "MessagingServiceSid",
                service,
                "Body",
                "x",
                "ScheduleType",
                "fixed",
                "SendAt",
                clock.instant().plusSeconds(3600).toString());
    }

    private TwilioClient.Answer change(String sid, String form) throws IOException {
        return client.post(client.messages() + "/" + sid + ".json", form);
    }

    private List<String> sids(String query) throws IOException {
        List<String> sids = new ArrayList<>();
        client.get(client.messages() + ".json?" + query)
                .json()
                .path("messages")
                .forEach(message -> sids.add(message.path("sid").asText()));
        return sids;
    }
}
