package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.message.MessageId;
import dev.wakit.provider.meta.internal.json.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the elements of one change have in common, and how their fields are read: leniently, since every one may be absent.
 *
 * @param value the {@code value} of the change
 * @param now when it was received
 * @param entryAt when it was sent, as the entry says; the time of receipt if it does not say
 */
record ChangeContext(JsonNode value, Instant now, Instant entryAt) {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final Pattern WA_ID = Pattern.compile("\\+?\\d{5,20}");
    private static final Pattern BSUID = Pattern.compile("[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}");
    private static final int MAX_SENDER_LENGTH = 256;
    private static final int MAX_ID_LENGTH = 512;

    /** The business number. */
    Optional<SenderId> sender() {
        return Json.text(value, "metadata", "phone_number_id")
                .filter(id -> id.length() <= MAX_SENDER_LENGTH)
                .map(SenderId::of);
    }

    /** The Unix seconds of an element, written as a string or a number; now if they cannot be read. */
    Instant timestamp(JsonNode element) {
        return Json.text(element, "timestamp")
                .filter(seconds -> SECONDS.matcher(seconds).matches())
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
                .orElse(now);
    }

    /** An id of another message; absent rather than fatal if it cannot be one. */
    static Optional<MessageId> reference(JsonNode node, String... path) {
        return Json.text(node, path).filter(id -> id.length() <= MAX_ID_LENGTH).map(MessageId::of);
    }

    /** The person behind a phone field and a user id field, if at least one of them can be read. */
    static Optional<Recipient> person(Optional<String> waId, Optional<String> userId) {
        Optional<PhoneNumber> phone = waId.filter(id -> WA_ID.matcher(id).matches())
                .flatMap(id -> PhoneNumber.tryParse(id.startsWith("+") ? id : "+" + id));
        Optional<Bsuid> bsuid = userId.filter(id -> BSUID.matcher(id).matches()).map(Bsuid::of);
        if (phone.isPresent() && bsuid.isPresent()) {
            return Optional.of(Recipient.of(phone.get(), bsuid.get()));
        }
        return phone.map(Recipient::of).or(() -> bsuid.map(Recipient::of));
    }
}
