@NullMarked
package dev.wakit.testkit.http;

import org.jspecify.annotations.NullMarked;
