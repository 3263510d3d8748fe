/** The providers: how they are, whose senders they have, their templates, and their credentials, which nothing shows. */
@NullMarked
package dev.wakit.samples.server.provider;

import org.jspecify.annotations.NullMarked;
