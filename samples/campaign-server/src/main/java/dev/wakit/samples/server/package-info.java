/** The campaign server: {@link dev.wakit.samples.server.CampaignServer} puts it together, one package per group of routes. */
@NullMarked
package dev.wakit.samples.server;

import org.jspecify.annotations.NullMarked;
