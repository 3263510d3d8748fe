/** What 360dialog does to requests and webhooks of the Cloud API. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.dialog360.internal;

import org.jspecify.annotations.NullMarked;
