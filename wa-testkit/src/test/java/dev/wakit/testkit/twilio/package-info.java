@NullMarked
package dev.wakit.testkit.twilio;

import org.jspecify.annotations.NullMarked;
