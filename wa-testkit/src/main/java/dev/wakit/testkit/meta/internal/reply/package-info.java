/** What the Graph API adds to its replies. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.meta.internal.reply;

import org.jspecify.annotations.NullMarked;
