package dev.wakit.campaign.content;

import java.util.Set;

/**
 * What a campaign sends.
 *
 * <p>Texts may hold placeholders: {@code {{name}}} takes the recipient's value, {@code {{name|friend}}} takes {@code friend} when
 * the recipient has none. Values are inserted once and never expanded again.
 *
 * @since 0.1
 */
public sealed interface CampaignContent permits InteractiveContent, TemplateContent, TextContent {

    /** The names of all placeholders. */
    Set<String> variables();

    /** The names of placeholders that have no fallback: a recipient without them is skipped. */
    Set<String> requiredVariables();
}
