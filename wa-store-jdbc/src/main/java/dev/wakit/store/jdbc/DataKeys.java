package dev.wakit.store.jdbc;

import java.util.Optional;

/**
 * The keys with which personal data of the shop is encrypted at rest. The host's part: it gets them from where it keeps its secrets.
 * Thread-safe.
 *
 * <p>To change the key, give a new one as {@link #current()} and keep knowing the old one by its id: what it encrypted stays readable.
 * A key that is lost makes everything that it encrypted unreadable for good.
 *
 * @since 0.1
 */
public interface DataKeys {

    /** The id of the key for what is written from now on: 1 to 20 of {@code A-Z a-z 0-9 . _ -}. */
    String current();

    /** The key of an id, of 16, 24 or 32 bytes for AES; empty if there is none. */
    Optional<byte[]> key(String id);

    /**
     * One key only.
     *
     * @param id its id
     * @param key 16, 24 or 32 bytes; copied
     */
    static DataKeys of(String id, byte[] key) {
        byte[] kept = key.clone();
        return new DataKeys() {
            @Override
            public String current() {
                return id;
            }

            @Override
            public Optional<byte[]> key(String wanted) {
                return wanted.equals(id) ? Optional.of(kept.clone()) : Optional.empty();
            }
        };
    }
}
