package dev.wakit.store.jdbc.internal.sql;

import dev.wakit.TenantId;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.store.jdbc.DataKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts texts of columns with AES-GCM, if there is a key. Thread-safe.
 *
 * <p>A value is bound to its place, so that it cannot be moved to another row or column. Encrypted values begin with {@code wk1:} and
 * the id of their key; those that are not are kept as they are, behind {@code wk0:} where they could be taken for encrypted ones.
 */
public final class ColumnCipher {

    /** Without a key: texts are kept as they are. */
    public static final ColumnCipher NONE = new ColumnCipher(Optional.empty());

    private static final String SEALED = "wk1:";
    private static final String PLAIN = "wk0:";
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._-]{1,20}");
    private static final Pattern VALUE = Pattern.compile("wk1:([A-Za-z0-9._-]{1,20}):([A-Za-z0-9+/=]+)");
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Optional<DataKeys> keys;
    private final SecureRandom random = new SecureRandom();

    private ColumnCipher(Optional<DataKeys> keys) {
        this.keys = keys;
    }

    /**
     * With keys.
     *
     * @throws StoreException if the id of the current key is not possible, or there is no such key of a possible length
     */
    public static ColumnCipher of(DataKeys keys) {
        var cipher = new ColumnCipher(Optional.of(keys));
        if (!KEY_ID.matcher(keys.current()).matches()) {
            throw new StoreException(
                    "The id of the data key is '" + keys.current() + "'. Use 1 to 20 of A-Z a-z 0-9 . _ - as an id.");
        }
        key(keys, keys.current());
        return cipher;
    }

    /** The texts of one row. */
    public Row row(String table, TenantId tenant, long id) {
        return new Row(table + '\0' + tenant.value() + '\0' + id);
    }

    /** The texts of one row. */
    public final class Row {

        private final String place;

        private Row(String place) {
            this.place = place;
        }

        /** What is kept of a text; absent if it is. */
        public @Nullable String seal(String column, @Nullable String text) {
            if (text == null) {
                return null;
            }
            if (keys.isEmpty()) {
                return text.startsWith(SEALED) || text.startsWith(PLAIN) ? PLAIN + text : text;
            }
            return encrypt(keys.get(), place + '\0' + column, text);
        }

        /** The text of a column, empty when it is absent. */
        public String text(ResultSet row, String column) throws SQLException {
            String text = open(column, row.getString(column));
            return text == null ? "" : text;
        }

        /** The map of a column of JSON, empty when it is absent. */
        public Map<String, String> texts(ResultSet row, String column) throws SQLException {
            return Json.readTexts(open(column, row.getString(column)));
        }

        /** The text of what is kept; absent if it is. */
        public @Nullable String open(String column, @Nullable String kept) {
            if (kept == null || !kept.startsWith(SEALED)) {
                return kept != null && kept.startsWith(PLAIN) ? kept.substring(PLAIN.length()) : kept;
            }
            Matcher value = VALUE.matcher(kept);
            if (!value.matches()) {
                throw new StoreException("An encrypted " + column + " is not whole. Was the row changed by hand?");
            }
            DataKeys known = keys.orElseThrow(() -> new StoreException("A " + column + " is encrypted with the key '"
                    + value.group(1) + "', and no keys were given. Give them with dataKeys(…)."));
            return decrypt(known, value.group(1), place + '\0' + column, column, value.group(2));
        }
    }

    private String encrypt(DataKeys known, String place, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String id = known.current();
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key(known, id), nonce, place)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return SEALED + id + ":" + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException error) {
            throw new StoreException(
                    "A value cannot be encrypted with the key '" + id + "'. Is AES missing here?", error);
        }
    }

    private static String decrypt(DataKeys known, String id, String place, String column, String kept) {
        try {
            byte[] whole = Base64.getDecoder().decode(kept);
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            byte[] text = cipher(Cipher.DECRYPT_MODE, key(known, id), nonce, place)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException error) {
            // The cause is left out: it may repeat the value.
            throw new StoreException("A " + column + " cannot be decrypted with the key '" + id
                    + "'. Give the key that it was encrypted with; or the row was changed by hand.");
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] key(DataKeys known, String id) {
        byte[] key = known.key(id)
                .orElseThrow(() ->
                        new StoreException("There is no data key '" + id + "'. Give every key that was ever used."));
        if (key.length != 16 && key.length != 24 && key.length != 32) {
            throw new StoreException(
                    "The data key '" + id + "' has " + key.length + " bytes. Use 16, 24 or 32, best 32 random ones.");
        }
        return key;
    }
}
