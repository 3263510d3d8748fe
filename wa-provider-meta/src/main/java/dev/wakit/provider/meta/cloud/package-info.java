/**
 * The Cloud API apart from Meta's own hosts: for providers of BSPs that pass Meta's JSON on, behind another address, another header
 * and another form of their own errors.
 *
 * <p>Describe the BSP with a {@link dev.wakit.provider.meta.cloud.CloudEndpoint}; {@link dev.wakit.provider.meta.cloud.CloudApi}
 * sends, reads answers, and keeps media. {@link dev.wakit.provider.meta.cloud.CloudWebhooks} reads webhooks and {@link
 * dev.wakit.provider.meta.cloud.CloudTemplates} template definitions. {@code wa-provider-360dialog} is made so.
 *
 * @since 0.1
 */
@NullMarked
package dev.wakit.provider.meta.cloud;

import org.jspecify.annotations.NullMarked;
