/** The tables of campaigns, captured audiences. Not API. */
@NullMarked
package dev.wakit.store.jdbc.internal.campaign;

import org.jspecify.annotations.NullMarked;
