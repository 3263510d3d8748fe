/**
 * Argument checks shared by the packages of this module.
 *
 * <p>Not API: public for technical reasons only, and may change in any release.
 */
@NullMarked
package dev.wakit.internal;

import org.jspecify.annotations.NullMarked;
