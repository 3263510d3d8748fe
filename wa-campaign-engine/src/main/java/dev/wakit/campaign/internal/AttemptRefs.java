package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.delivery.DeliveryId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads attempt refs: {@code w1.<delivery>.<attempt>.<tag>}, at most 40 characters.
 *
 * <p>Every app subscribed to the account sees them, so they hold no personal data and no tenant; the tag, an HMAC over tenant,
 * delivery and attempt, rejects foreign and garbled values. Thread-safe.
 */
final class AttemptRefs {

    private static final String PREFIX = "w1";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int TAG_BYTES = 9;
    private static final int RADIX = 36;

    private final SecretKeySpec key;
    /** Never used itself: a copy of it has read the key already, which halves the work. */
    private final Mac keyed;

    AttemptRefs(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.keyed = begun();
    }

    private Mac begun() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("Every Java has " + ALGORITHM, e);
        }
    }

    /** Java's own can be copied; a host may have put another provider first that cannot. */
    private Mac keyed() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            return begun();
        }
    }

    /** An attempt that a ref names. */
    record Ref(DeliveryId delivery, int attemptNo) {}

    String write(TenantId tenant, DeliveryId delivery, int attemptNo) {
        String tag = Base64.getUrlEncoder().withoutPadding().encodeToString(tag(tenant, delivery.value(), attemptNo));
        return PREFIX + '.' + Long.toString(delivery.value(), RADIX) + '.' + attemptNo + '.' + tag;
    }

    /** Empty for anything that this installation did not write for this tenant. */
    Optional<Ref> read(TenantId tenant, String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals(PREFIX)) {
            return Optional.empty();
        }
        try {
            long delivery = Long.parseLong(parts[1], RADIX);
            int attemptNo = Integer.parseInt(parts[2]);
            byte[] given = Base64.getUrlDecoder().decode(parts[3]);
            return MessageDigest.isEqual(given, tag(tenant, delivery, attemptNo))
                    ? Optional.of(new Ref(new DeliveryId(delivery), attemptNo))
                    : Optional.empty();
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    private byte[] tag(TenantId tenant, long delivery, int attemptNo) {
        Mac mac = keyed();
        mac.update(tenant.value().getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        mac.update(ByteBuffer.allocate(12).putLong(delivery).putInt(attemptNo).array());
        return Arrays.copyOf(mac.doFinal(), TAG_BYTES);
    }
}
