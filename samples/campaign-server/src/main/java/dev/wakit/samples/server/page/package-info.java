/** The dashboard's pages: a shell that the server writes, and static modules. */
@NullMarked
package dev.wakit.samples.server.page;

import org.jspecify.annotations.NullMarked;
