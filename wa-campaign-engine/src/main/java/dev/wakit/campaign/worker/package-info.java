/** The processes that send: their signs of life, what they did, and what stops all of them at once. */
@NullMarked
package dev.wakit.campaign.worker;

import org.jspecify.annotations.NullMarked;
