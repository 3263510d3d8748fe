package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.Priority;
import dev.wakit.message.MessageId;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.ProviderId;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequestHashTest {

    private static final LaneKey LANE =
            new LaneKey(TenantId.DEFAULT, ProviderId.of("meta"), SenderId.of("106540352242922"));
    private static final Instant DUE = Instant.parse("2026-03-01T10:00:00Z");
    private static final Recipient PERSON = Recipient.of(PhoneNumber.parse("+919978783238"));

    private static SingleSend.Builder send() {
        return SingleSend.builder(PERSON, TextMessage.of("Hello"))
                .category(SendCategory.UTILITY)
                .sendMode(SendMode.RECONCILE_HOLD)
                .priority(Priority.NORMAL)
                .replyTo(MessageId.of("wamid.A"))
                .identityHash("DF2lS5v2W6x=")
                .notBefore(DUE)
                .sendBy(DUE.plusSeconds(300));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("category", send -> send.category(SendCategory.MARKETING)),
                change("send mode", send -> send.sendMode(SendMode.AT_LEAST_ONCE)),
                change("reply to", send -> send.replyTo(MessageId.of("wamid.B"))),
                change("identity hash", send -> send.identityHash("DF2lS5v2W6y=")),
                change("priority", send -> send.priority(Priority.URGENT)),
                change("not before", send -> send.notBefore(DUE.plusMillis(1))),
                change("send by", send -> send.sendBy(DUE.plusSeconds(301))));
    }

    private static Arguments change(String part, UnaryOperator<SingleSend.Builder> change) {
        return Arguments.of(part, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void anotherRequestHasAnotherHash(String part, UnaryOperator<SingleSend.Builder> change) {
        String first = RequestHash.of(LANE, send().build(), "content");

        assertThat(RequestHash.of(LANE, change.apply(send()).build(), "content"))
                .isNotEqualTo(first);
    }

    @Test
    void theSameRequestHasTheSameHashWhateverItsKey() {
        String first = RequestHash.of(LANE, send().idempotencyKey("a").build(), "content");

        assertThat(RequestHash.of(LANE, send().idempotencyKey("a").build(), "content"))
                .isEqualTo(first);
        assertThat(RequestHash.of(LANE, send().build(), "content")).isEqualTo(first);
    }

    @Test
    void aTimeThatIsNotGivenIsNotTheOtherTime() {
        SingleSend notBefore =
                SingleSend.builder(PERSON, TextMessage.of("x")).notBefore(DUE).build();
        SingleSend sendBy =
                SingleSend.builder(PERSON, TextMessage.of("x")).sendBy(DUE).build();

        assertThat(RequestHash.of(LANE, notBefore, "content")).isNotEqualTo(RequestHash.of(LANE, sendBy, "content"));
    }

    @Test
    void aReplyIsNotAnIdentity() {
        SingleSend reply = SingleSend.builder(PERSON, TextMessage.of("x"))
                .replyTo(MessageId.of("a"))
                .build();
        SingleSend guarded = SingleSend.builder(PERSON, TextMessage.of("x"))
                .identityHash("a")
                .build();

        assertThat(RequestHash.of(LANE, reply, "content")).isNotEqualTo(RequestHash.of(LANE, guarded, "content"));
    }

    @Test
    void messageRecipientAndSenderArePartOfIt() {
        String first = RequestHash.of(LANE, send().build(), "content");
        var otherLane = new LaneKey(LANE.tenant(), LANE.provider(), SenderId.of("7"));
        SingleSend otherPerson = SingleSend.builder(
                        Recipient.of(PhoneNumber.parse("+919978783239")), TextMessage.of("Hello"))
                .category(SendCategory.UTILITY)
                .notBefore(DUE)
                .sendBy(DUE.plusSeconds(300))
                .build();

        assertThat(Stream.of(
                        RequestHash.of(LANE, send().build(), "other"),
                        RequestHash.of(otherLane, send().build(), "content"),
                        RequestHash.of(LANE, otherPerson, "content")))
                .doesNotContain(first);
    }
}
