package dev.wakit.catalog.feed;

/**
 * How the fields of a product file are separated. Both are UTF-8, with a header line, and double quotes around fields that need them.
 *
 * @since 0.1
 */
public enum FeedFormat {
    /** By commas. */
    CSV(','),
    /** By tabs. */
    TSV('\t');

    private final char separator;

    FeedFormat(char separator) {
        this.separator = separator;
    }

    char separator() {
        return separator;
    }
}
