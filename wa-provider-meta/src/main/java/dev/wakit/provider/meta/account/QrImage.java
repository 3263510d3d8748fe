package dev.wakit.provider.meta.account;

/**
 * The form of the picture of a QR code.
 *
 * @since 0.1
 */
public enum QrImage {
    /** Pixels. */
    PNG,
    /** Lines, for print. */
    SVG
}
