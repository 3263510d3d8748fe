/**
 * Templates as 360dialog keeps them.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.dialog360.internal.template;

import org.jspecify.annotations.NullMarked;
