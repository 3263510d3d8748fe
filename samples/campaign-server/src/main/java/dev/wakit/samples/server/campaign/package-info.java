/** The routes of campaigns, what they take and what they answer. */
@NullMarked
package dev.wakit.samples.server.campaign;

import org.jspecify.annotations.NullMarked;
