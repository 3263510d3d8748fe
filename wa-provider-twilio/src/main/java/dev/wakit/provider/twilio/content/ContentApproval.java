package dev.wakit.provider.twilio.content;

import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateStatus;

/**
 * Where a Content stands in WhatsApp's review. Immutable; texts that are absent are empty.
 *
 * @param name the name of the template at WhatsApp
 * @param category its category
 * @param contentType Twilio's name of the type that was handed in
 * @param status {@link TemplateStatus#UNSUBMITTED} if it was not handed in
 * @param rejectionReason why it was refused
 * @param allowCategoryChange whether WhatsApp may choose another category
 * @since 0.1
 */
public record ContentApproval(
        String name,
        TemplateCategory category,
        String contentType,
        TemplateStatus status,
        String rejectionReason,
        boolean allowCategoryChange) {

    /** Not handed in. */
    public static final ContentApproval NONE =
            new ContentApproval("", TemplateCategory.UNKNOWN, "", TemplateStatus.UNSUBMITTED, "", false);
}
