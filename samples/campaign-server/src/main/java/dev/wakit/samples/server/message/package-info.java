/** Single messages over REST. */
@NullMarked
package dev.wakit.samples.server.message;

import org.jspecify.annotations.NullMarked;
