/**
 * How the engine works. Not an API: it changes without notice.
 */
@NullMarked
package dev.wakit.campaign.internal;

import org.jspecify.annotations.NullMarked;
