/** What is kept about people, and how to forget it. */
@NullMarked
package dev.wakit.privacy;

import org.jspecify.annotations.NullMarked;
