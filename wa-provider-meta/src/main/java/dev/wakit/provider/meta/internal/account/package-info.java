/**
 * The calls of an account's numbers, settings, subscriptions and lists, and what their answers mean.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.meta.internal.account;

import org.jspecify.annotations.NullMarked;
