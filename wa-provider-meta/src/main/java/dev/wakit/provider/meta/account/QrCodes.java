package dev.wakit.provider.meta.account;

import dev.wakit.address.SenderId;
import java.util.List;
import java.util.Optional;

/**
 * QR codes and links that begin a chat with a prepared message of at most 140 characters.
 *
 * <p>Calls behave as {@link MetaAccount} says. Thread-safe.
 *
 * @since 0.1
 */
public interface QrCodes {

    /** All of a number, with their pictures. */
    List<QrCode> list(SenderId sender, QrImage image);

    /** One of them; empty if there is no such code. */
    Optional<QrCode> find(SenderId sender, String code);

    /** Makes one. */
    QrCode create(SenderId sender, String message, QrImage image);

    /** Changes the message of one; the link and the picture stay. */
    QrCode change(SenderId sender, String code, String message);

    /** Deletes one; its link leads nowhere any more. */
    void delete(SenderId sender, String code);
}
