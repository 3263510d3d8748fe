package dev.wakit.campaign.worker;

import java.time.Instant;

/**
 * A time in which no worker of the installation sends, because the database was seen to have lost history.
 *
 * <p>Rows that were sent may look unsent then. Webhooks go on being processed, so that statuses heal them before anything is sent
 * again. Immutable.
 *
 * @param reason what was seen, in words
 * @param beganBy the worker that saw it
 * @param beganAt when, by the database's clock
 * @param until when sending goes on by itself
 * @param endedBy who ended it early; empty if nobody did
 * @param endedAt when it was ended early; {@link Instant#EPOCH} if it was not
 * @since 0.1
 */
public record Quarantine(
        String reason, String beganBy, Instant beganAt, Instant until, String endedBy, Instant endedAt) {}
