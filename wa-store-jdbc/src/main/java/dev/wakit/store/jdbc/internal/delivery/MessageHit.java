package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.campaign.delivery.DeliveryId;

/** The attempt of a delivery that a message id belongs to. */
record MessageHit(String messageId, DeliveryId delivery, int attemptNo) {}
