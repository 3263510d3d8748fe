/**
 * What a campaign sends, with places for each recipient's own values.
 *
 * <p>Start with {@link dev.wakit.campaign.content.TemplateContent}. Placeholders are {@code {{name}}} or {@code {{name|fallback}}};
 * nothing is evaluated and values are never expanded again.
 */
@NullMarked
package dev.wakit.campaign.content;

import org.jspecify.annotations.NullMarked;
