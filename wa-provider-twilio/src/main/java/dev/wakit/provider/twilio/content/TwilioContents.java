package dev.wakit.provider.twilio.content;

import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import java.util.List;
import java.util.Optional;

/**
 * The Contents of an account, of all types.
 *
 * <p>These calls block, and throw a {@link dev.wakit.WhatsAppException} when Twilio refuses or cannot be reached. Reads are repeated
 * when that may help, changes never: after a {@link dev.wakit.OutcomeUnknownException} read the present state first. Thread-safe.
 *
 * @since 0.1
 */
public interface TwilioContents {

    /** All Contents of the account with their approvals. */
    List<Content> list();

    /**
     * One page of them.
     *
     * @param pageSize 1 to 1,000
     * @param after {@link ContentPage#next()} of the page before; empty for the first page
     */
    ContentPage page(int pageSize, String after);

    /** The Content with this SID and its approval, read now; empty if the account has none. */
    Optional<Content> get(ContentSid sid);

    /** Creates a Content; it is not handed in for review by that. */
    Content create(ContentDraft draft);

    /**
     * Replaces what a Content shows.
     *
     * @throws dev.wakit.TemplateException if it was handed in for review, after which it cannot change
     */
    Content replace(ContentSid sid, ContentDraft draft);

    /** Removes a Content; whether the account had it. */
    boolean delete(ContentSid sid);

    /**
     * Hands a Content in for WhatsApp's review.
     *
     * @param name what the template is called at WhatsApp
     * @param category decides the price
     */
    ContentApproval requestApproval(ContentSid sid, TemplateName name, TemplateCategory category);

    /** Where a Content stands in WhatsApp's review, read now. */
    ContentApproval approval(ContentSid sid);
}
