@NullMarked
package dev.wakit.testkit.provider;

import org.jspecify.annotations.NullMarked;
