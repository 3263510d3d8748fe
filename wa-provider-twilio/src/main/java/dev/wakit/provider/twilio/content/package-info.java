/**
 * Contents, which is what Twilio calls templates, as Twilio has them.
 *
 * <p>Start with {@link dev.wakit.provider.twilio.content.TwilioContents}. What all BSPs can do with templates is in
 * {@link dev.wakit.provider.TemplateGateway}.
 */
@NullMarked
package dev.wakit.provider.twilio.content;

import org.jspecify.annotations.NullMarked;
