package dev.wakit.campaign.internal;

import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.message.MessageId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/** What must be the same when an idempotency key comes again: everything that was asked for. */
final class RequestHash {

    private RequestHash() {}

    static String of(LaneKey lane, SingleSend send, String content) {
        Recipient recipient = send.recipient();
        MessageDigest digest = Sha256.begin();
        for (String part : new String[] {
            lane.lane(),
            recipient.phone().map(PhoneNumber::e164).orElse(""),
            recipient.bsuid().map(Bsuid::value).orElse(""),
            content,
            send.replyTo().map(MessageId::value).orElse(""),
            send.identityHash().orElse(""),
            send.category().name(),
            send.sendMode().name(),
            send.priority().name(),
            send.notBefore().map(Instant::toString).orElse(""),
            send.sendBy().map(Instant::toString).orElse("")
        }) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // With its length before it, no part can pass for the end of another.
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
