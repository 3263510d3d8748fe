/** The routes of templates, lanes and settings, and the health check. */
@NullMarked
package dev.wakit.samples.server.setting;

import org.jspecify.annotations.NullMarked;
