package dev.wakit.campaign.internal;

/**
 * Remembers who was planned, in little memory: it never forgets anybody, but takes a few strangers for known. So it spares the database
 * the question about almost everybody of a large audience, and never decides that somebody is a duplicate.
 *
 * <p>A Bloom filter of 32 bits a person, which takes one stranger in 1,600 for known, and of at most 8 MiB, which takes one in 20 when
 * there are ten million people. Not thread-safe.
 */
final class PlannedKeys {

    private static final long BITS_PER_PERSON = 32;
    private static final long MAX_BITS = 1 << 26;
    private static final int PLACES = 3;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /** Empty if anybody may have been planned. */
    private final long[] words;

    private PlannedKeys(long[] words) {
        this.words = words;
    }

    /** Of a campaign that is planned from its first line on, with so many people. */
    static PlannedKeys ofAll(long people) {
        long bits = Math.min(MAX_BITS, Math.max(Long.SIZE, people * BITS_PER_PERSON));
        return new PlannedKeys(new long[Math.toIntExact(Long.highestOneBit(2 * bits - 1) / Long.SIZE)]);
    }

    /** Of a campaign in which people were planned before. */
    static PlannedKeys ofSome() {
        return new PlannedKeys(new long[0]);
    }

    /** Adds somebody. Returns whether they are certainly new; false if they may have been planned before. */
    boolean add(String key) {
        boolean isNew = false;
        long hash = hash(key);
        for (int place = 0; words.length > 0 && place < PLACES; place++) {
            int word = word(hash, place);
            long known = words[word];
            words[word] = known | bit(hash, place);
            isNew |= known != words[word];
        }
        return isNew;
    }

    private int word(long hash, int place) {
        return (at(hash, place) >>> 6) & (words.length - 1);
    }

    private static long bit(long hash, int place) {
        return 1L << at(hash, place);
    }

    /** The halves of one hash make all of the places. */
    private static int at(long hash, int place) {
        return (int) hash + place * (int) (hash >>> Integer.SIZE);
    }

    // FNV-1a over the characters, and a last step that spreads each of them over all bits.
    private static long hash(String key) {
        long hash = OFFSET;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
