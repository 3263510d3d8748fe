package dev.wakit.provider.meta.account;

import java.util.Optional;

/**
 * A WhatsApp business account as Meta describes it. Immutable; everything but the id may be missing.
 *
 * @param id its id
 * @param name its name
 * @param currency in which it is billed, as three letters
 * @param timezoneId Meta's number of its time zone, in which its months and pricing tiers begin
 * @param country two letters
 * @param reviewStatus whether Meta approved it, in Meta's word
 * @param verificationStatus whether the business is verified, in Meta's word
 * @param ownership who owns it, in Meta's word
 * @param templateNamespace the namespace of its templates
 * @param primaryLocation where the business is, for prices
 * @param marketingOnboarding how far the Marketing Messages API is set up, in Meta's word
 * @param marketingOffOnCloudApi whether marketing templates are refused outside of the Marketing Messages API
 * @param insights whether Meta counts for analytics
 * @param messagingLimit how many people its portfolio may begin to write to in 24 hours
 * @param health whether messages can be sent, and what stands in the way
 * @since 0.1
 */
public record BusinessAccount(
        String id,
        Optional<String> name,
        Optional<String> currency,
        Optional<String> timezoneId,
        Optional<String> country,
        Optional<String> reviewStatus,
        Optional<String> verificationStatus,
        Optional<String> ownership,
        Optional<String> templateNamespace,
        Optional<String> primaryLocation,
        Optional<String> marketingOnboarding,
        Optional<Boolean> marketingOffOnCloudApi,
        Optional<Boolean> insights,
        Word<MessagingLimit> messagingLimit,
        Optional<HealthStatus> health) {}
