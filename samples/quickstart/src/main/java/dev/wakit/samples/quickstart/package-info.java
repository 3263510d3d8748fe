/**
 * One program per topic, each complete in one screen and runnable without an account.
 *
 * <p>Start with {@link dev.wakit.samples.quickstart.SendMessageMain}.
 */
@NullMarked
package dev.wakit.samples.quickstart;

import org.jspecify.annotations.NullMarked;
