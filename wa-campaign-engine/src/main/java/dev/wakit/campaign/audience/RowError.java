package dev.wakit.campaign.audience;

/**
 * A row of an audience that could not be read.
 *
 * @param line its line in the file, from 1
 * @param reason what is wrong with it and how to mend it, without its content
 * @since 0.1
 */
public record RowError(long line, String reason) {}
