/** What goes back to a client, and when. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.meta.internal.reply;

import org.jspecify.annotations.NullMarked;
