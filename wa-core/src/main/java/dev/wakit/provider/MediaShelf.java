package dev.wakit.provider;

import dev.wakit.address.SenderId;
import dev.wakit.media.MediaFile;
import dev.wakit.media.MediaId;
import dev.wakit.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Remembers what was uploaded, so that the same content is uploaded once for each sender until its id expires.
 *
 * <p>Contents are compared by SHA-256 and type. Threads that bring the same content at the same time share one upload, and its
 * failure. What it remembers is lost with the process. Thread-safe.
 *
 * @since 0.1
 */
public final class MediaShelf {

    private static final Duration MARGIN = Duration.ofDays(5);
    private static final int BUFFER = 64 * 1024;

    private final MediaGateway gateway;
    private final Duration kept;
    private final InstantSource clock;
    private final ConcurrentMap<Key, Place> places = new ConcurrentHashMap<>();

    private MediaShelf(MediaGateway gateway, Duration margin, InstantSource clock) {
        this.gateway = Objects.requireNonNull(gateway, "gateway");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.kept = gateway.lifetime().minus(margin);
        if (margin.isNegative() || kept.isNegative() || kept.isZero()) {
            throw new IllegalArgumentException("A margin of " + margin + " leaves nothing of the lifetime "
                    + gateway.lifetime() + ". Choose a shorter one that is not negative.");
        }
    }

    /** Returns a shelf that uses an id until 5 days before it expires. */
    public static MediaShelf over(MediaGateway gateway) {
        return over(gateway, MARGIN, InstantSource.system());
    }

    /**
     * Returns a shelf.
     *
     * @param margin how long before it expires an id is no longer used, so that a message that waits can still be sent
     */
    public static MediaShelf over(MediaGateway gateway, Duration margin, InstantSource clock) {
        return new MediaShelf(gateway, margin, clock);
    }

    /**
     * Returns the id of the content, uploading it if there is none; reads the whole content to compare it.
     *
     * @throws IllegalArgumentException if the file was made of a stream, which could not be read again to upload it
     * @throws UncheckedIOException if the file cannot be read
     * @throws dev.wakit.WhatsAppException as {@link MediaGateway#upload} does; the next call tries again
     */
    public MediaId upload(SenderId sender, MediaFile file) {
        var key = new Key(sender, file.type(), sha256(file));
        Instant now = clock.instant();
        places.values().removeIf(place -> place.isSpent(now));
        var mine = new Place(new CompletableFuture<>(), now.plus(kept));
        Place first = places.putIfAbsent(key, mine);
        if (first != null) {
            return await(first);
        }
        try {
            MediaId id = gateway.upload(sender, file);
            mine.id().complete(id);
            return id;
        } catch (RuntimeException | Error failure) {
            places.remove(key, mine);
            mine.id().completeExceptionally(failure);
            throw failure;
        }
    }

    /** Forgets an id, for instance because the BSP no longer knows it; the content is uploaded again when it is next needed. */
    public void forget(MediaId id) {
        places.values().removeIf(place -> place.holds(id));
    }

    private static MediaId await(Place place) {
        try {
            return place.id().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static String sha256(MediaFile file) {
        if (!file.isRepeatable()) {
            throw new IllegalArgumentException(
                    "A media file made of a stream can be read only once, but is read to compare"
                            + " it and again to upload it. Make it of a path or of bytes, or upload it without the shelf.");
        }
        try (InputStream content = file.open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("The media file cannot be read. Check that it still exists.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private record Key(SenderId sender, MediaType type, String sha256) {}

    private record Place(CompletableFuture<MediaId> id, Instant until) {

        /** Past its time, unless it is still being uploaded. */
        boolean isSpent(Instant now) {
            return id.isDone() && !now.isBefore(until);
        }

        boolean holds(MediaId wanted) {
            return id.isDone() && !id.isCompletedExceptionally() && id.join().equals(wanted);
        }
    }
}
