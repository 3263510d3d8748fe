/** Senders and the account: registration, settings, subscriptions and lists. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.meta.internal.account;

import org.jspecify.annotations.NullMarked;
