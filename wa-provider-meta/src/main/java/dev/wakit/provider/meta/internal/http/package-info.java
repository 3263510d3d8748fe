/**
 * Requests to the Graph API: where they go, with which credentials, and what each answer to a send proves.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.meta.internal.http;

import org.jspecify.annotations.NullMarked;
