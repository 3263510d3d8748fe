package dev.wakit.provider.meta.account;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A QR code, and a link, that begins a chat with a prepared message. Immutable.
 *
 * @param code 14 letters and digits, by which it is changed and deleted
 * @param message what the person finds written
 * @param link what the QR code leads to
 * @param image where its picture is, if one was asked for
 * @param createdAt when it was made, if Meta says so
 * @since 0.1
 */
public record QrCode(String code, String message, URI link, Optional<URI> image, Optional<Instant> createdAt) {}
