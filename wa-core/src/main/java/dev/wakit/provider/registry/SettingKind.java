package dev.wakit.provider.registry;

/**
 * What a value of a setting must look like.
 *
 * @since 0.1
 */
public enum SettingKind {
    /** Any text. */
    TEXT,
    /** A text that never reaches a log, a message or a page. */
    SECRET,
    /** An absolute http or https address. */
    URL,
    /** A length of time such as {@code 500ms}, {@code 20s}, {@code 5m}, {@code 1h} or {@code PT20S}. */
    DURATION,
    /** A whole number above zero. */
    NUMBER,
    /** {@code true} or {@code false}. */
    FLAG
}
