/**
 * The stored text form of messages. Not an API: it changes without notice.
 */
@NullMarked
package dev.wakit.campaign.internal.codec;

import org.jspecify.annotations.NullMarked;
